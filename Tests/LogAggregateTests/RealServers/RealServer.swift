import Foundation
import Testing

@testable import LogAggregate

/// A web server as Debian packages it, run on loopback for one test.
struct RealServer: Sendable, CustomTestStringConvertible {
  /// A log that it writes.
  struct Log: Sendable {
    let file: String
    /// The format to read it by, as `--log-format` takes it; told from its lines where `nil`.
    var format: String?
    /// The format that its lines are told to be of, where they are.
    var detected: String?
    /// The fields that it has.
    let fields: Set<Field>
    /// The ports whose requests it holds, by their place among the server's; all where `nil`.
    var ports: [Int]?
    /// The requests whose lines the server does not write so that they can be read, by number.
    var unreadable: Set<Int> = []
  }
  let name: String
  let program: String
  let arguments: [String]
  /// Programs that run beside it.
  var companions: [[String]] = []
  /// Files to be written before it starts; `@` stands for the folder, `@0`, `@1` for the ports.
  let files: [String: String]
  var portCount = 1
  let logs: [Log]
  /// What stands before a target in the request line.
  var targetPrefix = ""
  /// Whether it knows user names.
  var hasUsers = false
  /// The port that speaks HTTP/2 without TLS.
  var http2Port: Int?

  var testDescription: String { name }

  static func path(of program: String) -> String? {
    ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"].map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  var isInstalled: Bool { Self.path(of: program) != nil && Self.path(of: "perl") != nil }
}

/// A server that runs; it ends with its owner.
final class RunningServer {
  let folder: TemporaryFolder
  let ports: [Int]
  private var processes: [Process] = []

  init(_ server: RealServer) throws {
    folder = try TemporaryFolder()
    ports = (0..<server.portCount).map { _ in Loopback.freePort() }
    let place = folder.url.path
    // Servers that were started by root become others.
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place)
    for name in ["www", "tmp"] {
      let path = folder.url.appending(path: name)
      try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path.path)
    }
    for (name, text) in server.files {
      _ = try folder.write(Array(fill(text).utf8), name)
    }
    try start(server.program, server.arguments.map(fill), output: "stdout.log")
    for port in ports {
      for _ in 0..<300 {
        if Loopback.answers("127.0.0.1", port) { break }
        Thread.sleep(forTimeInterval: 0.1)
      }
    }
    for companion in server.companions {
      try start(companion[0], companion.dropFirst().map(fill), output: "companion.log")
    }
    if !server.companions.isEmpty { Thread.sleep(forTimeInterval: 2) }
  }

  deinit { stop() }

  private func fill(_ text: String) -> String {
    var text = text.replacing("@/", with: folder.url.path + "/")
    for (index, port) in ports.enumerated() { text = text.replacing("@\(index)", with: "\(port)") }
    return text
  }

  private func start(_ program: String, _ arguments: [String], output: String) throws {
    let path = folder.url.appending(path: output).path
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let process = Process()
    // Threads of the test block signals and hand that down; servers with helpers need them.
    let unblocked = "use POSIX; sigprocmask(SIG_SETMASK, POSIX::SigSet->new); exec @ARGV"
    process.executableURL = URL(filePath: RealServer.path(of: "perl") ?? "/usr/bin/perl")
    process.arguments = ["-e", unblocked, RealServer.path(of: program) ?? program] + arguments
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: path)
    process.standardError = FileHandle(
      forWritingAtPath: try folder.write([], "stderr-\(program).log"))
    try process.run()
    processes.append(process)
  }

  /// What a log holds; a server that has ended has written all.
  func contents(_ file: String) -> [UInt8] {
    (try? Data(contentsOf: folder.url.appending(path: file))).map { Array($0) } ?? []
  }

  /// Ends the server, once it had time to write what it does not write at its end.
  func stop() {
    if !processes.isEmpty { Thread.sleep(forTimeInterval: 1) }
    for process in processes.reversed() {
      kill(process.processIdentifier, SIGTERM)
      for _ in 0..<100 {
        if Self.hasEnded(process) { break }
        Thread.sleep(forTimeInterval: 0.1)
      }
      if !Self.hasEnded(process) { kill(process.processIdentifier, SIGKILL) }
    }
    processes = []
  }

  /// Whether a process is gone; Foundation waits for its children too, which servers leave behind.
  private static func hasEnded(_ process: Process) -> Bool {
    let path = "/proc/\(process.processIdentifier)/stat"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return true }
    return text.split(separator: ")").last?.split(separator: " ").first == "Z"
  }
}
