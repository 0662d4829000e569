internal import Glibc
internal import LogAggregate
internal import Synchronization

/// Shows on a terminal how far a run has come.
final class ProgressMeter: Sendable {
  private struct State {
    var isShown = false
    var nextUpdate: Double = 0
  }
  private let isOn: Bool
  private let clock: RunClock
  private let state = Mutex(State())

  init(mode: WritingOptions.ProgressMode, clock: RunClock) {
    isOn = mode == .always || (mode == .auto && isatty(2) == 1)
    self.clock = clock
  }

  /// What a run calls to say how far it is; `nil` where nobody looks.
  var listener: (@Sendable (LogRunProgress) -> Void)? {
    guard isOn else { return nil }
    return { self.update($0) }
  }

  /// Shows it, at most five times a second.
  private func update(_ progress: LogRunProgress) {
    let now = clock.seconds
    state.withLock { state in
      guard now >= state.nextUpdate else { return }
      state.nextUpdate = now + 0.2
      state.isShown = true
      Self.show("\r\u{1B}[K" + Self.line(progress, seconds: now))
    }
  }

  /// Bytes, lines and rate; where all inputs are files, also the share that is read and the time that is left.
  static func line(_ progress: LogRunProgress, seconds: Double) -> String {
    let elapsed = max(seconds, 0.001)
    var line = "\(progress.byteCount >> 20) MiB, \(progress.lineCount) lines"
    line += ", \(Int(Double(progress.lineCount) / elapsed)) lines/s"
    line += ", \(Int(Double(progress.byteCount) / elapsed) >> 20) MiB/s"
    if let files = progress.files, files.all > 0 {
      let share = min(1, Double(files.read) / Double(files.all))
      line += ", \(Int(share * 100)) %"
      if share >= 0.01, elapsed >= 1 {
        line += ", \(left(Int((elapsed / share - elapsed).rounded(.up)))) left"
      }
    }
    return line
  }

  private static func left(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }

  /// Clears the line.
  func finish() {
    state.withLock { state in
      if state.isShown { Self.show("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private static func show(_ text: String) {
    let bytes = Array(text.utf8)
    // The array lives through the call; a failed message is not worth an error.
    _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
  }
}
