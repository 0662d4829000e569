internal import Glibc

/// A small text file, such as a policy.
enum TextFile {
  /// More than any policy or site file needs; a log given by mistake is not read through.
  private static let greatestByteCount = 1 << 20

  /// The file's text.
  /// - Throws: ``Failure``: 66 when it cannot be read, 78 when it is not UTF-8 text or too long.
  static func read(_ path: String, what: String) throws(Failure) -> String {
    guard let bytes = try bytes(path, what: what, limit: greatestByteCount) else {
      throw Failure(
        .configuration, "\(what) \(Failure.quoted(path)) is longer than 1 MiB; give a TOML file")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(
        .configuration, "\(what) \(Failure.quoted(path)) is not UTF-8 text; save it as UTF-8")
    }
    return text
  }

  /// The file's bytes; `nil` where they are more than the limit.
  /// - Throws: ``Failure``, 66 when it cannot be read.
  static func bytes(_ path: String, what: String, limit: Int) throws(Failure) -> [UInt8]? {
    // The path is a string of our own, terminated for the time of the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, what, errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= limit {
      // The buffer is the array's own for the time of this call.
      let count = unsafe block.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, what, errno)
      }
      bytes += block[..<count]
    }
    return bytes.count <= limit ? bytes : nil
  }

  private static func unreadable(_ path: String, _ what: String, _ code: CInt) -> Failure {
    let reason =
      switch code {
      case ENOENT: "it does not exist"
      case EACCES: "permission denied"
      case EISDIR: "it is a directory"
      default: "error \(code)"
      }
    return Failure(
      .noInput, "cannot read \(what) \(Failure.quoted(path)): \(reason); check the path")
  }
}

extension Failure {
  /// An argument in a message: one line, without control characters.
  static func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : Character(scalar)
    }
    return "'\(String(shown))'"
  }
}
