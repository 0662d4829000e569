internal import CShims

/// The signals that ask a process to end, held off while files are half written.
enum Interruption {
  /// Runs `body`; a signal that comes meanwhile ends the process after it, by that signal.
  static func held<Result>(_ body: () throws -> Result) rethrows -> Result {
    shim_hold_endings()
    defer { shim_release_endings() }
    return try body()
  }

  /// Whether a signal has come, so that what is half done is to be left.
  static var isPending: Bool { shim_ending() != 0 }
}
