/// Reads a JSON report for the auditor, and says where it departs from the published form.
/// - Source: DESIGN 5, `logagg.report/1`.
struct ReportFromJSON {
  private(set) var report: AuditedReport
  private(set) var findings: [AuditFinding] = []
  private let isRecord: Bool

  /// - Throws: ``PlainJSON/Problem`` where the text is no JSON.
  init(_ bytes: [UInt8], file: String) throws(PlainJSON.Problem) {
    self.init(try PlainJSON(bytes), file: file)
  }

  /// - Parameter isRecord: whether it is what a ledger holds of a report, which names no schema, keeps both counts of a ratio, and
  ///   says in a word why a figure is absent.
  init(_ json: PlainJSON, file: String, isRecord: Bool = false) {
    report = AuditedReport(file: file)
    self.isRecord = isRecord
    if !isRecord, json["schema"]?.string != "logagg.report/1" {
      complain("schema", "it does not say logagg.report/1")
    }
    read(policy: json["policy"])
    report.site = (isRecord ? json["site"] : json["site"]?["name"])?.string ?? ""
    read(period: json["period"])
    read(input: json["input"])
    read(totals: json["totals"])
    read(disclosure: json["disclosure"])
    guard let tables = json["tables"]?.array else {
      complain("tables", "there is no list of tables")
      return
    }
    for (number, table) in tables.enumerated() { read(table: table, number: number) }
    let shown = report.tables.map(\.id)
    for (index, id) in shown.enumerated() where shown[..<index].contains(id) {
      complain("tables \(id)", "the table stands there twice")
    }
    for withheld in json["not_released"]?.array ?? [] {
      guard let id = withheld["table"]?.string else {
        complain("not_released", "an entry names no table")
        continue
      }
      if shown.contains(id) { complain("not_released \(id)", "the table is shown all the same") }
    }
  }

  private mutating func complain(_ place: String, _ problem: String) {
    findings.append(
      AuditFinding(file: report.file, place: place, rule: .form, problem: problem))
  }

  /// A count or a ratio; `nil` where it is withheld.
  private mutating func figure(_ value: PlainJSON?, _ place: String, isRatio: Bool = false)
    -> Double?
  {
    switch value {
    case .number(let number):
      if number < 0 { complain(place, "a figure is negative") }
      if !isRatio, number != number.rounded() { complain(place, "a count is not a whole number") }
      return number
    case .null: return nil
    case .string where isRecord: return nil
    case .array(let counts) where isRecord && counts.count == 2:
      guard let part = counts[0].number, let whole = counts[1].number, whole > 0 else { return nil }
      return part / whole
    default:
      complain(place, "a figure is neither a number nor null")
      return nil
    }
  }

  private mutating func read(policy: PlainJSON?) {
    report.policy = policy?["name"]?.string ?? ""
    report.policyDigest = policy?["sha256"]?.string ?? ""
    report.audience = policy?["audience"]?.string ?? ""
    report.advertiser = policy?["advertiser"]?.string ?? ""
    if report.policy.isEmpty || report.audience.isEmpty {
      complain("policy", "the policy or its audience is not named")
    }
    let digits = report.policyDigest.utf8.count { ($0 >= 48 && $0 < 58) || ($0 >= 97 && $0 < 103) }
    if digits != 64 || report.policyDigest.utf8.count != 64 {
      complain("policy.sha256", "it is no SHA-256 in hexadecimal")
    }
  }

  private mutating func read(period: PlainJSON?) {
    guard let period else { return complain("period", "it is missing") }
    report.from = period["from"]?.string ?? ""
    report.to = period["to"]?.string ?? ""
    report.isSumOfDays = period["published_days"] != nil
    if report.from > report.to { complain("period", "it ends before it begins") }
    if period["time_zone"]?.string == nil { complain("period.time_zone", "it is missing") }
  }

  private mutating func read(input: PlainJSON?) {
    guard let input else { return complain("input", "it is missing") }
    report.lines = figure(input["lines"], "input.lines")
    report.pageViews = figure(input["page_views"], "input.page_views")
    for step in input["excluded"]?.array ?? [] {
      let reason = step["reason"]?.string ?? ""
      if reason.isEmpty { complain("input.excluded", "a step has no reason") }
      report.excluded.append((reason, figure(step["lines"], "input.excluded \(reason)")))
    }
  }

  private mutating func read(totals: PlainJSON?) {
    guard case .object(let members)? = totals else { return complain("totals", "they are missing") }
    for name in members.keys.sorted() {
      if case .object = members[name] { continue }
      report.totals[name] = figure(members[name], "totals.\(name)", isRatio: Self.isRatio(name))
    }
    for name in ["page_views", "visits", "visitors", "clicks"] where members[name] == nil {
      complain("totals.\(name)", "it is missing")
    }
  }

  private mutating func read(disclosure: PlainJSON?) {
    guard let threshold = disclosure?["threshold"]?.number, threshold >= 2 else {
      return complain("disclosure.threshold", "there is no threshold of at least 2")
    }
    report.threshold = Int(threshold)
    guard let networks = disclosure?["networks"]?.number, networks >= 1 else {
      return complain("disclosure.networks", "there is no least number of networks")
    }
  }

  private static func isRatio(_ metric: String) -> Bool {
    !["page_views", "visits", "visitors", "clicks", "impressions", "reach", "conversions"]
      .contains(metric)
  }

  private mutating func read(table: PlainJSON, number: Int) {
    guard let id = table["id"]?.string else {
      return complain("tables[\(number)]", "it has no id")
    }
    if table["clause"]?["id"]?.string == nil {
      complain("tables \(id)", "no clause of the policy is named")
    }
    let metrics = (table["metrics"]?.array ?? []).compactMap(\.string)
    if metrics.isEmpty { complain("tables \(id)", "it has no metrics") }
    var rows: [AuditedReport.Row] = []
    var keys: Set<String> = []
    for (index, row) in (table["rows"]?.array ?? []).enumerated() {
      let place = "tables \(id), row \(index + 1)"
      guard let key = row["key"]?.string else {
        complain(place, "it has no key")
        continue
      }
      if !keys.insert(key).inserted { complain(place, "its key stands there twice") }
      rows.append(AuditedReport.Row(key: key, figures: figures(row, metrics, place)))
      report.words.append(AuditedReport.Word(place: place, text: key))
    }
    var other: AuditedReport.Row?
    if let remainder = table["other"], remainder != .null {
      other = AuditedReport.Row(
        key: "(other)", figures: figures(remainder, metrics, "tables \(id), (other)"))
    }
    report.tables.append(AuditedReport.Table(id: id, rows: rows, other: other))
  }

  private mutating func figures(_ row: PlainJSON, _ metrics: [String], _ place: String)
    -> [String: Double]
  {
    var figures: [String: Double] = [:]
    for metric in metrics {
      figures[metric] = figure(
        row[metric], "\(place), \(metric)", isRatio: Self.isRatio(metric))
    }
    return figures
  }
}
