internal import LogAggregate

/// What a reader in a hurry takes along: the first row of the tables that matter, in one line each.
struct HTMLGlance {
  let report: ReleasedReport
  let words: Language

  var html: HTML {
    let answers = Self.questions.compactMap { answer($0.phrase, $0.table, without: $0.left) }
      .prefix(6)
    guard answers.count > 1 else { return "" }
    var items: HTML = ""
    for answer in answers { items += answer }
    return """
      <section class="glance" aria-labelledby="glance">
      <h2 id="glance">\(words("At a glance"))</h2>
      <dl>\(items)</dl></section>

      """
  }

  /// What is asked of which table, and the rows that are no answer to it.
  private static let questions: [(phrase: String, table: TableID, left: Set<String>)] = [
    ("Busiest day", .day, []), ("Busiest hour", .hour, []), ("Most visited section", .section, []),
    ("Most came through", .channel, ["internal", "other"]),
    ("Leading referrer", .referrer, []), ("Leading country", .country, ["(unknown)"]),
    ("Leading device", .device, []), ("Leading browser", .browser, []),
  ]

  private func answer(_ phrase: String, _ id: TableID, without left: Set<String>) -> HTML? {
    guard let table = report.tables.first(where: { $0.id == id }), !table.isTotalsOnly else {
      return nil
    }
    let layout = TableLayout(table, of: report, rowLimit: .max, words)
    // One row alone is no answer to “which most?”.
    guard let primary = layout.primary, table.rows.count > 1,
      let most = table.rows.filter({ !left.contains($0.key) })
        .max(by: { (layout.value($0.figures) ?? -1) < (layout.value($1.figures) ?? -1) }),
      let value = layout.value(most.figures), value > 0
    else { return nil }
    let metric = words.column(table.metrics[primary])
    let share: HTML = layout.share(most.figures).map { ", \($0)" } ?? ""
    return """
      <div><dt>\(words(phrase))</dt><dd><a href="#t-\(id.id)"><bdi>\(Visible.cut(words.key(most.key, in: id), to: 40))</bdi></a> \
      <small>\(words("{metric}: {count}", ["metric": metric, "count": words.number(value)]))\(share)</small></dd></div>

      """
  }
}
