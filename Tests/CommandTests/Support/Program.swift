import Foundation

/// Programs that some tests need and not every machine has.
enum Program {
  /// Whether a program of that name is on the path.
  static func isThere(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// A python that programs of the tests can run on.
  static let hasPython = isThere("python3")
  static let hasChromium = isThere("chromium") || isThere("chromium-browser")
  static let hasOffice = isThere("soffice")
  /// A validator of JSON Schema that others keep.
  static let hasSchemaValidator =
    (try? Scratch().run("python3 -c 'import jsonschema'").status) == 0
}
