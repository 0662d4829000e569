internal import Glibc

/// Writes a report to standard output.
enum StandardOutput {
  /// Writes all bytes; a reader who closed the pipe has seen enough, which is no error.
  /// - Throws: status 74 where writing fails for another reason.
  static func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      // The slice is contiguous and lives through the call.
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(1, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        throw PendingFile.writeFailed("standard output", errno)
      }
    }
  }
}
