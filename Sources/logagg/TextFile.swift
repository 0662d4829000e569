internal import Glibc

/// Reads small text files: policies, site files.
enum TextFile {
  /// Why a file cannot be read, in the system's words.
  struct Failure: Error {
    let problem: String
  }

  /// The largest file that is taken for text.
  private static let largestByteCount = 16 << 20

  /// The whole file.
  /// - Throws: where it is missing, unreadable, a folder, too large or not UTF-8.
  static func read(_ path: String) throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(problem: PendingFile.describe(errno)) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      // The block lives through the call and is written within its bounds.
      let count = unsafe block.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure(problem: PendingFile.describe(errno)) }
      if count == 0 { break }
      bytes.append(contentsOf: block[..<count])
      guard bytes.count <= largestByteCount else { throw Failure(problem: "is too large") }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(problem: "is not UTF-8 text")
    }
    return text
  }
}
