import Foundation

/// The handed-out logs as plain bytes.
enum RealLog {
  /// The bytes of a log, decompressed by the system's gzip where it is compressed.
  static func bytes(_ name: String) async throws -> [UInt8] {
    let path = TestData.path(name)
    guard name.hasSuffix(".gz") else { return Array(try Data(contentsOf: URL(filePath: path))) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }
}
