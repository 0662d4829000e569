internal import Glibc

/// The three streams that a process is given, one or more of which may be closed.
enum StandardStreams {
  /// Puts the null device in the place of a closed stream, so that no file that is opened later takes its number.
  ///
  /// A closed input is empty and messages to a closed standard error are lost; a report that is written to a closed
  /// standard output still fails.
  static func complete() {
    for number: Int32 in 0...2 where fcntl(number, F_GETFD) < 0 {
      // The lowest free number is this one, since those below it are open. The path is a constant.
      _ = unsafe open("/dev/null", number == 2 ? O_WRONLY : O_RDONLY)
    }
  }
}
