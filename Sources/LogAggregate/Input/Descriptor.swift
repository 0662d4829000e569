internal import Glibc

/// An open file, closed with its owner.
struct Descriptor: ~Copyable {
  private let number: Int32
  private let isOwned: Bool
  /// What messages call it.
  let path: String

  /// Standard input.
  static var standardInput: Descriptor { Descriptor(number: 0, isOwned: false, path: "stdin") }

  init(number: Int32, isOwned: Bool, path: String) {
    self.number = number
    self.isOwned = isOwned
    self.path = path
  }

  /// Opens a file for reading.
  /// - Throws: `unreadable` where it is missing or not permitted, `directory` where it is one.
  init(opening path: String) throws(InputError) {
    self.init(number: try Self.number(opening: path), isOwned: true, path: path)
  }

  /// The number of a file that was opened for reading, to be closed by the caller.
  static func number(opening path: String) throws(InputError) -> Int32 {
    // Asked before, since a confined process may not open a directory and would be told something else.
    if status(ofPath: path)?.isDirectory ?? false { throw .directory(path: path) }
    let number = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .unreadable(path: path, problem: describe(errno)) }
    return number
  }

  deinit { if isOwned { close(number) } }

  /// Reads at most as many bytes as `buffer` holds; 0 at the end.
  /// - Throws: `readFailed`; an interrupted call is taken up again.
  mutating func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    while true {
      // The kernel writes at most `buffer.count` bytes from its base on.
      let count = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno == EINTR { continue }
      if errno == EISDIR { throw .directory(path: path) }
      throw .readFailed(path: path, problem: Self.describe(errno))
    }
  }

  /// What the path leads to, without opening it: a pipe that is opened and closed loses its writer.
  static func identity(ofPath path: String) -> (device: UInt64, file: UInt64, isRegular: Bool)? {
    status(ofPath: path)?.identity
  }

  /// What standard input is.
  static var standardInputIdentity: (device: UInt64, file: UInt64, isRegular: Bool)? {
    var status = stat()
    // `status` lives through the call.
    return unsafe fstat(0, &status) == 0 ? status.identity : nil
  }

  private static func status(ofPath path: String) -> stat? {
    var status = stat()
    // Path and `status` live through the call.
    return unsafe stat(path, &status) == 0 ? status : nil
  }

  /// The system's words for an error number, in the C locale.
  static func describe(_ number: Int32) -> String {
    // The returned text is a constant of the C library.
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}

extension stat {
  fileprivate var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }

  fileprivate var identity: (device: UInt64, file: UInt64, isRegular: Bool) {
    (UInt64(st_dev), UInt64(st_ino), st_mode & S_IFMT == S_IFREG)
  }
}
