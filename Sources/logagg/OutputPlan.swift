internal import Glibc
internal import LogAggregate

/// Where a run's reports go: files that appear whole or not at all, all or none, and standard output.
///
/// Making it checks that every file can be created, before any input is read.
struct OutputPlan {
  private let files: [(path: String, format: ReportFormat, report: Int)]
  private let standardOutput: ReportFormat?
  private let presentation: Presentation

  private let besideFiles: [String]

  /// What is written beside reports, such as a summary of the run.
  struct Document {
    /// The file; a hyphen is standard output.
    let path: String
    let bytes: [UInt8]
    var mode: UInt32 = PendingFile.reportMode
  }

  /// - Parameters:
  ///   - paths: for each report the paths to write; `-` is standard output, to which the first may go.
  ///   - format: the form for standard output by its name; text where it is `nil`.
  ///   - beside: the files that are written beside the reports.
  init(
    _ paths: [[String]], format: String?, _ presentation: Presentation, beside: [String] = []
  ) throws {
    self.presentation = presentation
    let spoken = format.flatMap(ReportFormat.init(name:)) ?? .text
    standardOutput = paths.first?.contains("-") ?? false ? spoken : nil
    files = paths.enumerated().flatMap { report, paths in
      paths.filter { $0 != "-" }.map { ($0, Self.format(of: $0) ?? .text, report) }
    }
    besideFiles = beside
    for path in files.map(\.path) + beside { try PendingFile.checkCanCreate(path) }
  }

  /// The form that a file's name asks for.
  static func format(of path: String) -> ReportFormat? {
    guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
      return nil
    }
    return ReportFormat(fileExtension: String(name[name.index(after: dot)...]))
  }

  /// Writes every output; where one fails, or a signal asks the process to end, no file is created or changed.
  /// - Precondition: there are as many reports as lists of paths.
  func write(_ reports: [ReleasedReport], beside documents: [Document] = []) throws {
    try Interruption.held { try writeAll(reports, documents) }
  }

  /// What a confined run has to be allowed: the folders of the files, and devices and pipes themselves.
  var writable: [String] {
    (files.map(\.path) + besideFiles).compactMap { path in
      guard let target = try? PendingFile.resolve(path) else { return nil }
      return PendingFile.isSpecial(target) ? target : PendingFile.folder(of: target)
    }
  }

  private func writeAll(_ reports: [ReleasedReport], _ documents: [Document]) throws {
    var pending: [PendingFile] = []
    defer { for file in pending { file.discard() } }
    for (path, format, report) in files {
      let file = try PendingFile(path)
      pending.append(file)
      try file.write(format.render(reports[report], presentation))
    }
    if let standardOutput {
      try StandardOutput.write(standardOutput.render(reports[0], presentation))
    }
    for document in documents where document.path != "-" {
      let file = try PendingFile(document.path, mode: document.mode)
      pending.append(file)
      try file.write(document.bytes)
    }
    for document in documents where document.path == "-" {
      try StandardOutput.write(document.bytes)
    }
    for file in pending { try file.name() }
    if Interruption.isPending { return }
    for file in pending { try file.publish() }
  }
}
