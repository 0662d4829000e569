internal import Glibc
internal import LogAggregate

/// Where a run's reports go: files that appear whole or not at all, and standard output.
///
/// Making it checks that every file can be created, before any input is read.
struct OutputPlan {
  private let files: [(path: String, format: ReportFormat)]
  private let standardOutput: ReportFormat?
  private let presentation: Presentation

  init(_ options: WritingOptions, _ presentation: Presentation) throws {
    self.presentation = presentation
    let named = options.output.isEmpty ? ["-"] : options.output
    let spoken = options.format.flatMap(ReportFormat.init(name:)) ?? .text
    standardOutput = named.contains("-") ? spoken : nil
    files = named.filter { $0 != "-" }.map { ($0, Self.format(of: $0) ?? .text) }
    for file in files { try PendingFile.checkCanCreate(file.path) }
  }

  /// The form that a file's name asks for.
  static func format(of path: String) -> ReportFormat? {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    return ReportFormat(fileExtension: String(name[name.index(after: dot)...]))
  }

  /// Writes every output; where one fails, no file is created or changed.
  func write(_ report: ReleasedReport) throws {
    var pending: [PendingFile] = []
    defer { for file in pending { file.discard() } }
    for (path, format) in files {
      let file = try PendingFile(path)
      pending.append(file)
      try file.write(format.render(report, presentation))
    }
    if let standardOutput {
      try StandardOutput.write(standardOutput.render(report, presentation))
    }
    for file in pending { try file.publish() }
  }
}
