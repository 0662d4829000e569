/// Reads a CSV report for the auditor: one figure a record, `table,key,metric,value`.
/// - Source: RFC 4180.
struct ReportFromCSV {
  private(set) var report: AuditedReport
  private(set) var findings: [AuditFinding] = []

  init(_ bytes: [UInt8], file: String) {
    report = AuditedReport(file: file)
    var places: [String: Int] = [:]
    for (number, record) in Self.records(bytes).enumerated() {
      let place = "record \(number + 1)"
      guard record.count == 4 else {
        complain(place, "it does not have four fields")
        continue
      }
      if number == 0 {
        if record != ["table", "key", "metric", "value"] {
          complain(place, "the header is not table,key,metric,value")
        }
        continue
      }
      read(record, place, &places)
    }
  }

  private mutating func complain(_ place: String, _ problem: String) {
    findings.append(
      AuditFinding(file: report.file, place: place, rule: .form, problem: problem))
  }

  private mutating func read(_ record: [String], _ place: String, _ places: inout [String: Int]) {
    let (table, key, metric) = (record[0], record[1], record[2])
    if table == "report" || table == "policy" || table == "disclosure" {
      return readHead(table, key, record[3])
    }
    let value = record[3].isEmpty ? nil : Double(record[3])
    if !record[3].isEmpty, value == nil || (value ?? 0) < 0 {
      return complain(place, "its value is no figure")
    }
    switch table {
    case "totals": report.totals[metric] = value
    case "input" where key == "read": report.lines = value
    case "input" where key == "page_views": report.pageViews = value
    case "input" where metric == "lines": report.excluded.append((key, value))
    case "input": return
    default: add(value, table, Self.unguarded(key), metric, place, &places)
    }
  }

  private mutating func readHead(_ table: String, _ key: String, _ value: String) {
    switch (table, key) {
    case ("policy", "name"): report.policy = value
    case ("policy", "sha256"): report.policyDigest = value
    case ("policy", "audience"): report.audience = value
    case ("policy", "advertiser"): report.advertiser = Self.unguarded(value)
    case ("report", "site"): report.site = value
    case ("report", "from"): report.from = value
    case ("report", "to"): report.to = value
    case ("disclosure", "threshold"): report.threshold = Int(value)
    default: return
    }
  }

  private mutating func add(
    _ value: Double?, _ id: String, _ key: String, _ metric: String, _ place: String,
    _ places: inout [String: Int]
  ) {
    if report.tables.last?.id != id {
      if report.table(id) != nil { complain(place, "the table begins a second time") }
      report.tables.append(AuditedReport.Table(id: id, rows: [], other: nil))
      places = [:]
    }
    let last = report.tables.count - 1
    if key == "(other)" {
      var other = report.tables[last].other ?? AuditedReport.Row(key: key, figures: [:])
      other.figures[metric] = value
      report.tables[last].other = other
      return
    }
    if places[key] == nil {
      places[key] = report.tables[last].rows.count
      report.tables[last].rows.append(AuditedReport.Row(key: key, figures: [:]))
      report.words.append(AuditedReport.Word(place: place, text: key))
    }
    guard let row = places[key] else { return }
    if report.tables[last].rows[row].figures[metric] != nil {
      complain(place, "its figure stands there twice")
    }
    report.tables[last].rows[row].figures[metric] = value
  }

  /// A key without the apostrophe that keeps spreadsheets from taking it for a formula.
  private static func unguarded(_ key: String) -> String {
    key.hasPrefix("'") ? String(key.dropFirst()) : key
  }

  /// The records: fields apart by commas, quoted where they hold one.
  private static func records(_ bytes: [UInt8]) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func text() -> String { String(decoding: field, as: UTF8.self) }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if isQuoted {
        guard byte == UInt8(ascii: "\"") else {
          field.append(byte)
          continue
        }
        if place < bytes.count, bytes[place] == byte {
          field.append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\""), field.isEmpty {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        record.append(text())
        field = []
      } else if byte == UInt8(ascii: "\n") {
        if field.last == UInt8(ascii: "\r") { field.removeLast() }
        record.append(text())
        records.append(record)
        (record, field) = ([], [])
      } else {
        field.append(byte)
      }
    }
    if !record.isEmpty || !field.isEmpty { records.append(record + [text()]) }
    return records
  }
}
