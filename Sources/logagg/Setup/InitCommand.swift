internal import ArgumentParser
internal import Glibc
internal import LogAggregate

/// `logagg init`: a site file to begin with.
struct InitCommand: ConfinableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented site file from what a log shows.",
    discussion: """
      Reads logs and writes what it can tell of the site: host names, time zone, sections. Only figures that may be \
      released to the site itself are used, so the file names no visitor. Look through it before the first report.

        logagg init /var/log/nginx/access.log > site.toml
      """)

  @Option(
    help: ArgumentHelp("Where to write, if not to standard output.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var output: String?

  @Argument(
    help: "Log files, plain or gzip; - or none with a pipe reads standard input.",
    completion: .file())
  var logs: [String] = []

  mutating func runConfined() async throws {
    if let output {
      guard unsafe access(output, F_OK) != 0 else {
        throw Failure(.cannotCreate, "\(output): exists already; name another file, or remove it")
      }
      try PendingFile.checkCanCreate(output)
    }
    let reading = try ReadingOptions.parse([])
    let sources = try reading.sources(logs)
    let policy = try PolicySource.bundled("standard")
    let setting = try reading.setting(
      [Plan(policy: policy, audience: .internal, site: .unnamed)], .unnamed, nil)
    let zone = Self.systemZone
    Confinement(
      readable: logs, writable: output.map { [PendingFile.folder(of: $0)] } ?? []
    ).enter()
    let report = try await read(sources, setting, reading)
    let text = SiteSketch(
      report: report, offsetMinutes: offsetMinutes, systemZone: zone
    ).text
    // What is written is read again as a site file before anybody relies on it.
    do throws(PolicyError) { _ = try Site(text: text, file: "site.toml") } catch {
      throw Failure(.software, "the site file that was made is not valid: \(error)")
    }
    guard let output else { return try StandardOutput.write(Array(text.utf8)) }
    try Interruption.held {
      let file = try PendingFile(output)
      defer { file.discard() }
      try file.write(Array(text.utf8))
      try file.name()
      try file.publish()
    }
  }

  private func read(
    _ sources: [LogSource], _ setting: RunSetting, _ reading: ReadingOptions
  ) async throws -> ReleasedReport {
    do throws(LogRunError) {
      return try await LogRun(setting, options: reading.runOptions).read(sources).release(setting)
    } catch {
      throw Failure(run: error, logs: logs)
    }
  }

  /// The offset from UTC that the first file is written with; what came through a pipe is gone.
  private var offsetMinutes: Int? {
    logs.first { $0 != "-" }.flatMap { try? FormatCatalogue.detect(.file($0)).utcOffsetMinutes }
  }

  /// The zone of the machine, by the link that Debian and others keep.
  private static var systemZone: String? {
    var buffer = [CChar](repeating: 0, count: 256)
    // The buffer lives through the call, which writes at most its length.
    let count = unsafe readlink("/etc/localtime", &buffer, buffer.count)
    guard count > 0 else { return nil }
    let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard let found = path.firstRange(of: "/zoneinfo/") else { return nil }
    let name = path[found.upperBound...]
    return name == "Etc/UTC" || name == "Etc/UCT" ? "UTC" : String(name)
  }
}
