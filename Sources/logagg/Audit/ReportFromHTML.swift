/// Reads a report page for the auditor: the figures behind its tables, every word, and whether it asks for anything elsewhere.
///
/// The page tells its figures by attributes that no language changes: `data-table` and `data-metrics` of a table,
/// `data-key` of a row, `data-figures` of its cells, and `data-report` of the page.
struct ReportFromHTML {
  private(set) var report: AuditedReport
  private(set) var findings: [AuditFinding] = []
  private var element = ""
  private var texts = 0

  init(_ bytes: [UInt8], file: String) {
    report = AuditedReport(file: file)
    guard String(validating: bytes, as: UTF8.self) != nil else {
      complain("page", .form, "it is not UTF-8")
      return
    }
    var scanner = HTMLScanner(bytes)
    var isWhole = false
    while let event = scanner.next() {
      switch event {
      case .open(let name, let attributes):
        element = name
        read(name, attributes)
      case .close(let name):
        if name == "html" { isWhole = true }
        element = ""
      case .text(let text): read(text)
      }
    }
    if !isWhole { complain("page", .form, "it is cut off") }
  }

  private mutating func complain(_ place: String, _ rule: AuditFinding.Rule, _ problem: String) {
    findings.append(
      AuditFinding(file: report.file, place: place, rule: rule, problem: problem))
  }

  private mutating func read(_ text: String) {
    texts += 1
    if element == "style" || element == "script" {
      if element == "style", text.contains("@import") || text.contains("url(http") {
        complain("a style", .selfContained, "it asks another place for something")
      }
      return
    }
    report.words.append(AuditedReport.Word(place: "text \(texts)", text: text))
  }

  private mutating func read(_ name: String, _ attributes: [String: String]) {
    for (attribute, value) in attributes {
      let isRequest = ["src", "srcset", "poster", "data", "action", "background"].contains(
        attribute)
      let isLink = name == "link" && attribute == "href"
      if isRequest || isLink, !value.hasPrefix("data:"), !value.isEmpty {
        complain("an element \(name)", .selfContained, "it asks another place for something")
      }
      if attribute.hasPrefix("on") {
        complain("an element \(name)", .selfContained, "it runs a script of its own")
      }
      if ["title", "alt", "aria-label"].contains(attribute) {
        report.words.append(
          AuditedReport.Word(place: "an attribute of \(name)", text: value))
      }
    }
    if let head = attributes["data-report"] { read(head: head) }
    if let id = attributes["data-table"], report.table(id) == nil {
      report.tables.append(AuditedReport.Table(id: id, rows: [], other: nil))
    }
    if let figures = attributes["data-figures"], let table = attributes["data-of"] {
      add(figures, key: attributes["data-key"], to: table)
    }
  }

  /// `name=value` pairs apart by spaces: what the page claims of itself.
  private mutating func read(head: String) {
    for pair in head.split(separator: " ") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      switch parts[0] {
      case "policy": report.policy = parts[1]
      case "sha256": report.policyDigest = parts[1]
      case "audience": report.audience = parts[1]
      case "from": report.from = parts[1]
      case "to": report.to = parts[1]
      case "threshold": report.threshold = Int(parts[1])
      default:
        guard parts[0].hasPrefix("total-") else { continue }
        report.totals[String(parts[0].dropFirst("total-".count))] = Double(parts[1])
      }
    }
  }

  private mutating func add(_ figures: String, key: String?, to id: String) {
    guard let place = report.tables.firstIndex(where: { $0.id == id }) else {
      return complain("tables \(id)", .form, "a row stands outside its table")
    }
    var row = AuditedReport.Row(key: key ?? "(other)", figures: [:])
    for pair in figures.split(separator: " ") {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      row.figures[parts[0]] = Double(parts[1])
    }
    if key == nil {
      report.tables[place].other = row
    } else {
      report.tables[place].rows.append(row)
    }
  }
}
