internal import Glibc

/// This program once more, with other arguments.
enum ChildProcess {
  /// Runs it to its end, with the same streams.
  /// - Returns: its exit status; 70 where a signal ended it.
  /// - Throws: status 70 where it cannot be started.
  static func run(_ arguments: [String]) throws(Failure) -> Int32 {
    // Each argument is copied, and freed after the child has its own.
    let copies = unsafe arguments.map { unsafe strdup($0) }
    defer { unsafe copies.forEach { unsafe free($0) } }
    var process = pid_t()
    let failure = unsafe posix_spawn(
      &process, "/proc/self/exe", nil, nil, copies + [nil], environ)
    guard failure == 0 else {
      throw Failure(
        .software, "the run of a day cannot be started (\(PendingFile.describe(failure)))")
    }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return ExitStatus.software.rawValue }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : ExitStatus.software.rawValue
  }
}
