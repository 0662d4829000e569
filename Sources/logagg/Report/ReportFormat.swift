internal import LogAggregate

/// The room's purpose: it writes released values, and nothing else, in the form that a reader wants.
///
/// The same report gives the same bytes: no clock, locale or hash order enters.
enum ReportFormat: String, CaseIterable, Sendable {
  case html, json, csv, text, markdown, xlsx

  /// The form that a file name's extension asks for, such as `html`; `nil` for any other.
  init?(fileExtension: String) {
    switch fileExtension.lowercased() {
    case "html": self = .html
    case "json": self = .json
    case "csv": self = .csv
    case "txt": self = .text
    case "md": self = .markdown
    case "xlsx": self = .xlsx
    default: return nil
    }
  }

  /// The form that `--format` names: its own name, or the extension of its files.
  init?(name: String) {
    guard let format = ReportFormat(rawValue: name) ?? ReportFormat(fileExtension: name) else {
      return nil
    }
    self = format
  }

  /// The extension of files of this form, without the dot.
  var fileExtension: String {
    switch self {
    case .html: "html"
    case .json: "json"
    case .csv: "csv"
    case .text: "txt"
    case .markdown: "md"
    case .xlsx: "xlsx"
    }
  }

  /// The report in this form: UTF-8, or a workbook's archive.
  /// - Complexity: O(*n*) in the report's rows.
  func render(_ report: ReleasedReport, _ presentation: Presentation) -> [UInt8] {
    switch self {
    case .html: HTMLReport(report, presentation).bytes
    case .json: JSONReport(report).bytes
    case .csv: CSVReport(report).bytes
    case .text: TextReport(report, presentation).bytes
    case .markdown: MarkdownReport(report, presentation).bytes
    case .xlsx: SpreadsheetReport(report, presentation).bytes
    }
  }
}
