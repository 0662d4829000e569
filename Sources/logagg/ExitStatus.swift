/// The statuses that the command ends with.
/// - Source: sysexits(3); DESIGN 5.
enum ExitStatus: Int32 {
  case done = 0
  /// An option or argument is wrong.
  case usage = 64
  /// The input is damaged, or too little of it could be read.
  case dataError = 65
  /// An input is missing or cannot be read.
  case noInput = 66
  /// A fault of the program.
  case software = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Writing failed, such as on a full disk.
  case ioError = 74
  /// A lock is held: try later.
  case temporary = 75
  /// The policy refuses the audience, or the ledger the release.
  case refused = 77
  /// A policy or site file is invalid.
  case configuration = 78
}

/// Why a run ends without a report: one message that says what failed, where, and what to do.
struct Failure: Error {
  let status: ExitStatus
  /// One line, without a byte of the log.
  let message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
