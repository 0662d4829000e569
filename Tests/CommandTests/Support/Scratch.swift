import Foundation

/// A folder of a test's own, in which commands run; it is removed with its owner.
final class Scratch: Sendable {
  /// What a command line left behind.
  struct Outcome: Sendable {
    let status: Int32
    let stdout: Data
    let stderr: Data

    var output: String { String(decoding: stdout, as: UTF8.self) }
    var message: String { String(decoding: stderr, as: UTF8.self) }
  }

  private let root: URL
  /// The working directory of commands.
  let work: URL
  /// What commands are told is the place for temporary files.
  let temporary: URL

  init() throws {
    let manager = FileManager.default
    root = manager.temporaryDirectory.appending(path: "logagg-tests-\(UUID().uuidString)")
    work = root.appending(path: "work")
    temporary = root.appending(path: "tmp")
    for folder in [work, temporary, root.appending(path: "bin")] {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    try manager.createSymbolicLink(
      atPath: root.appending(path: "bin/logagg").path, withDestinationPath: Repository.command)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Runs a command line of the shell, in which `logagg` is the command under test.
  ///
  /// Its environment holds a path, a place for temporary files, and the samples; its input is empty.
  /// - Parameter limit: seconds after which it is killed, which is status 137.
  func run(_ line: String, limit: Int = 60) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "umask 022; exec timeout -s KILL \(limit) /bin/sh -c \"$0\"", line]
    process.currentDirectoryURL = work
    process.environment = [
      "PATH": root.appending(path: "bin").path + ":/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "TMPDIR": temporary.path, "SAMPLES": Repository.samples.path,
    ]
    let captures = try (stdout: capture("stdout"), stderr: capture("stderr"))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = captures.stdout
    process.standardError = captures.stderr
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    ended.wait()
    try captures.stdout.close()
    try captures.stderr.close()
    return Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      stdout: try Data(contentsOf: root.appending(path: "stdout")),
      stderr: try Data(contentsOf: root.appending(path: "stderr")))
  }

  private func capture(_ name: String) throws -> FileHandle {
    let file = root.appending(path: name)
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    return try FileHandle(forWritingTo: file)
  }

  /// Puts a file into the working directory.
  func write(_ data: Data, to name: String) throws {
    try data.write(to: work.appending(path: name))
  }

  func read(_ name: String) throws -> Data { try Data(contentsOf: work.appending(path: name)) }

  func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

  /// Every regular file below the working directory and the place for temporary files, by path.
  func files() throws -> [String: Data] {
    var files: [String: Data] = [:]
    for folder in [work, temporary] {
      for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
        let file = folder.appending(path: name)
        let kind = try FileManager.default.attributesOfItem(atPath: file.path)[.type]
        guard kind as? FileAttributeType == .typeRegular else { continue }
        files[folder == work ? name : "TMPDIR/" + name] = try Data(contentsOf: file)
      }
    }
    return files
  }

  /// The permissions of a file in the working directory.
  func mode(of name: String) throws -> Int? {
    let path = work.appending(path: name).path
    return try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
