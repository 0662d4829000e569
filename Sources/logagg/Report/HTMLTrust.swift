internal import LogAggregate

/// The panel that lets a reader check the report: promise, rules, what is missing, terms, limits.
struct HTMLTrust {
  let report: ReleasedReport

  var html: HTML {
    """
    <section class="chapter trust" aria-labelledby="trust">
    <h2 id="trust">How to trust these figures</h2>
    <div class="grid">
    <section class="block"><h3>The promise</h3>
    <dl class="pairs">
    <div><dt>Policy</dt><dd><bdi>\(report.policy.title)</bdi></dd></div>
    <div><dt>Name</dt><dd><code><bdi>\(report.policy.name)</bdi></code></dd></div>
    \(provenance)<div><dt>Audience</dt><dd><bdi>\(report.policy.audience.name)</bdi></dd></div>
    <div><dt>SHA-256</dt><dd><details class="sum"><summary><code>\(shortSum)…</code></summary>\
    <code>\(report.policy.sha256)</code></details></dd></div>
    </dl>
    \(clauses)</section>
    <section class="block"><h3>The rules that every figure passed</h3>
    <ul>
    <li>\(Definitions.threshold(report.disclosure))</li>
    <li>\(Definitions.limit(report.disclosure))</li>
    <li>\(Definitions.ledger(report.disclosure))\(record)</li>
    \(notes)</ul></section>
    \(notReleased)
    <section class="block"><h3>What this report does not promise</h3>
    <ul>
    \(Self.items(Definitions.limits))</ul></section>
    </div>
    <section class="terms"><h3>Terms</h3>
    <dl>
    \(terms)</dl></section>
    </section>

    """
  }

  /// The clauses in full: each table above names its own.
  private var clauses: HTML {
    var rows: HTML = ""
    for clause in report.clauses {
      rows += "<div><dt><bdi>\(clause.id)</bdi></dt><dd><bdi>\(clause.says)</bdi></dd></div>\n"
    }
    return """
      <h4>Clauses that allow the tables</h4>
      <dl class="pairs">
      \(rows)</dl>
      <p>What no clause allows is not counted.</p>
      """
  }

  private var shortSum: String { String(report.policy.sha256.prefix(12)) }

  private var provenance: HTML {
    guard let provenance = report.policy.provenance else { return "" }
    return "<div><dt>Source</dt><dd><bdi>\(provenance)</bdi></dd></div>\n"
  }

  private var record: HTML {
    guard let ledger = report.disclosure.ledger else { return "" }
    return " Its record: <code class=\"long\">\(ledger)</code>"
  }

  private var notes: HTML { Self.items(report.disclosure.notes) }

  private static func items(_ texts: [String]) -> HTML {
    var html: HTML = ""
    for text in texts { html += "<li>\(text)</li>\n" }
    return html
  }

  private var notReleased: HTML {
    guard !report.notReleased.isEmpty else { return "" }
    var rows: HTML = ""
    for table in report.notReleased {
      let clause: HTML =
        table.clause.map {
          " <span class=\"quiet\">(<bdi>\($0.id)</bdi>: <bdi>\($0.says)</bdi>)</span>"
        } ?? ""
      rows += "<div><dt>\(table.table.title)</dt><dd>\(table.why)\(clause)</dd></div>\n"
    }
    return """
      <section class="block"><h3>Not in this report</h3>
      <dl class="pairs">
      \(rows)</dl></section>
      """
  }

  private var terms: HTML {
    var html: HTML = ""
    for definition in Definitions.all {
      html += "<div><dt>\(definition.term)</dt><dd>\(definition.meaning)</dd></div>\n"
    }
    return html
  }
}

extension ReleasedReport {
  /// The clauses that its tables rest on, each once, in the order of the tables.
  var clauses: [Clause] {
    var seen: Set<Clause> = []
    return tables.map(\.clause).filter { seen.insert($0).inserted }
  }
}
