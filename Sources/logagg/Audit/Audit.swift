/// All checks over a set of reports.
struct Audit {
  let findings: [AuditFinding]
  /// A line for each report: what was looked at.
  let summary: [String]
  let reportCount: Int

  /// - Parameter threshold: replaces what each report claims.
  /// - Complexity: O(bytes + reports²).
  init(_ files: [AuditInput.File], threshold: Int?) {
    var findings: [AuditFinding] = []
    var reports: [AuditedReport] = []
    for file in files {
      let (read, problems) = Self.read(file)
      findings += problems
      for var report in read {
        if let threshold { report.threshold = threshold }
        if report.tables.contains(where: { $0.metrics.contains("days_published") }) {
          report.isSumOfDays = true
        }
        findings += SumCheck.findings(in: report)
        findings += ThresholdCheck.findings(in: report)
        // In a sum what one table hid on some days another may have shown.
        if !report.isSumOfDays { findings += HierarchyCheck.findings(in: report) }
        findings += IdentifierScan.findings(in: report)
        reports.append(report)
      }
    }
    findings += SubtractionCheck.findings(in: reports.filter { !$0.tables.isEmpty })
    self.findings = findings.sorted()
    summary = reports.map(Self.line)
    reportCount = reports.count
  }

  private static func read(_ file: AuditInput.File) -> ([AuditedReport], [AuditFinding]) {
    switch file.form {
    case .json:
      do throws(PlainJSON.Problem) {
        let read = try ReportFromJSON(file.bytes, file: file.name)
        return ([read.report], read.findings)
      } catch {
        let finding = AuditFinding(
          file: file.name, place: "byte \(error.byte)", rule: .form, problem: error.what)
        return ([AuditedReport(file: file.name)], [finding])
      }
    case .jsonl:
      let read = ReportsFromLedger(file.bytes, file: file.name)
      return (read.reports, read.findings)
    case .csv:
      let read = ReportFromCSV(file.bytes, file: file.name)
      return ([read.report], read.findings)
    case .html:
      let read = ReportFromHTML(file.bytes, file: file.name)
      return ([read.report], read.findings)
    }
  }

  private static func line(_ report: AuditedReport) -> String {
    let cells = report.tables.reduce(0) { $0 + $1.cells.count }
    let claim = report.threshold.map { "threshold \($0)" } ?? "no threshold stated"
    return "\(report.file): \(report.tables.count) tables, \(cells) rows, \(claim)"
  }
}
