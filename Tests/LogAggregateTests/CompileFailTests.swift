import Foundation
import Testing

/// What the types refuse: every probe in `CompileFail` fails to compile with the words it expects, and its twin compiles.
@Suite struct CompileFailTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "CompileFail")
  static let probes = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".swift") }.sorted()

  /// Where the build keeps its modules, and the maps of the C ones.
  private static let modules: [String] = {
    let products = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let folders = (try? FileManager.default.contentsOfDirectory(atPath: products.path)) ?? []
    let maps = folders.map { products.appending(path: "\($0)/module.modulemap") }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
    #expect(!maps.isEmpty)
    return [
      "-I", products.appending(path: "Modules").path,
      "-I", TestData.repository.appending(path: "Sources/CZlib").path,
    ] + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] }
  }()

  @Test("every refusal of the design has its probe") func complete() {
    #expect(Self.probes.count == 10)
  }

  @Test("the probe is refused, and its twin is not", arguments: probes)
  func refused(_ name: String) throws {
    let file = Self.folder.appending(path: name)
    let source = try String(contentsOf: file, encoding: .utf8)
    let mark = "// expect: "
    let expected = try #require(
      source.split(separator: "\n").first { $0.hasPrefix(mark) }?.dropFirst(mark.count))
    let twin = try compile(file, [])
    #expect(twin.status == 0, "\(twin.log)")
    let probe = try compile(file, ["-D", "SHOULD_FAIL"])
    #expect(probe.status != 0)
    #expect(probe.log.contains(expected), "\(probe.log)")
  }

  private func compile(_ file: URL, _ flags: [String]) throws -> (status: Int32, log: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["swiftc", "-swift-version", "6", "-enable-experimental-feature", "Lifetimes"]
      + ["-enable-upcoming-feature", "InternalImportsByDefault"]
      + ["-parse-as-library"] + Self.modules + ["-emit-sil", "-o", "/dev/null"] + flags + [
        file.path
      ]
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let log = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: log, as: UTF8.self))
  }
}
