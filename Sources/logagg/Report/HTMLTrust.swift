internal import LogAggregate

/// The panel that lets a reader check the report: promise, rules, coverage, what is missing, terms, method.
struct HTMLTrust {
  let report: ReleasedReport
  let words: Language

  private var facts: TrustFacts { TrustFacts(report, words) }

  var html: HTML {
    """
    <section class="chapter trust" aria-labelledby="trust">
    <h2 id="trust">\(words("How to trust these figures"))</h2>
    <div class="grid">
    \(block("The promise", Self.pairs(facts.promise) + clauses))\
    \(block("The rules that every figure passed", Self.list(facts.rules + facts.notes)))\
    \(block("Coverage", HTMLCoverage(coverage: report.input.coverage, words: words).html + Self.pairs(facts.coverage)))\
    \(block("Software and lists", Self.pairs(facts.software)))\
    \(notReleased)</div>
    \(methodology)\
    <section class="terms" aria-labelledby="terms"><h3 id="terms">\(words("Terms"))</h3>
    <dl>
    \(terms)</dl></section>
    </section>

    """
  }

  private func block(_ title: String, _ content: HTML) -> HTML {
    """
    <section class="block"><h3>\(words(title))</h3>
    \(content)</section>

    """
  }

  private static func pairs(_ pairs: [(name: String, text: String)]) -> HTML {
    var rows: HTML = ""
    for (name, text) in pairs {
      rows += "<div><dt><bdi>\(name)</bdi></dt><dd><bdi>\(text)</bdi></dd></div>\n"
    }
    return "<dl class=\"pairs\">\n\(rows)</dl>\n"
  }

  private static func list(_ texts: [String]) -> HTML {
    var items: HTML = ""
    for text in texts { items += "<li>\(text)</li>\n" }
    return "<ul>\n\(items)</ul>\n"
  }

  /// The clauses in full: each table above names its own.
  private var clauses: HTML {
    """
    <h4>\(words("Clauses that allow the tables"))</h4>
    \(Self.pairs(report.clauses.map { ($0.id, $0.says) }))<p>\(words("What no clause allows is not counted."))</p>

    """
  }

  private var notReleased: HTML {
    guard !report.notReleased.isEmpty else { return "" }
    let pairs = report.notReleased.map { table in
      let clause = table.clause.map { " (\($0.id): \($0.says))" } ?? ""
      return (name: words(table.table.title), text: words(table.why) + clause)
    }
    return """
      <section class="block wide"><h3>\(words("Not in this report"))</h3>
      <div class="columns-2">\(Self.pairs(pairs))</div></section>

      """
  }

  /// The limits stand open, before anything else is said of the method.
  private var methodology: HTML {
    var chapters: HTML = ""
    let all = facts.methodology
    for (title, sentences) in all.dropFirst() {
      chapters += "<section class=\"step\"><h4>\(title)</h4>\(Self.list(sentences))</section>\n"
    }
    let limits: HTML =
      all.first.map { "<h4>\($0.title)</h4>\n\(Self.list($0.sentences))" } ?? ""
    return """
      <section class="method" aria-labelledby="method"><h3 id="method">\(words("Description of methodology"))</h3>
      \(limits)<details class="more"><summary>\(words("How the figures were made, in eight parts"))</summary>
      <div class="columns-2">\(chapters)</div></details></section>

      """
  }

  private var terms: HTML {
    var html: HTML = ""
    for definition in Definitions.all {
      html += "<div><dt>\(words(definition.term))</dt><dd>\(words(definition.meaning))</dd></div>\n"
    }
    return html
  }
}
