internal import Glibc

/// Reads the files that are looked up in while a log is read, such as databases.
enum WholeFile {
  /// Why a file cannot be read, in a few words.
  struct Unreadable: Error, Hashable {
    let problem: String
  }

  /// Reads a file whole; it is not mapped, since a file that shrinks would then end the process.
  /// - Complexity: O(*n*) in the bytes.
  static func bytes(_ path: String) throws(Unreadable) -> [UInt8] {
    // The C function keeps no pointer to the path. `O_NONBLOCK`: opening a pipe must not wait.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw Unreadable(problem: problem(errno)) }
    defer { close(file) }

    var status = stat()
    // `status` lives through the call.
    guard unsafe fstat(file, &status) == 0 else {
      throw Unreadable(problem: problem(errno))
    }
    // The pointers of databases reach 4 GiB; what is longer, or has no length, is something else.
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size >> 32 == 0 else {
      throw Unreadable(problem: "not a file of at most 4 GiB")
    }

    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      // `filled` is below the count, so the bytes from it on are the array's.
      let count = unsafe bytes.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress.map { unsafe $0 + filled }, $0.count - filled)
      }
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {
        throw Unreadable(problem: problem(errno))
      }
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  private static func problem(_ code: Int32) -> String {
    switch code {
    case ENOENT, ENOTDIR: "no such file"
    case EACCES, EPERM: "permission denied"
    default: "error \(code)"
    }
  }
}
