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
  private let start: Double
  private let state = Mutex(State())

  init(mode: WritingOptions.ProgressMode) {
    isOn = mode == .always || (mode == .auto && isatty(2) == 1)
    start = Self.seconds()
  }

  /// Shows bytes, lines and rate, at most five times a second.
  func update(_ progress: LogRunProgress) {
    guard isOn else { return }
    let now = Self.seconds()
    state.withLock { state in
      guard now >= state.nextUpdate else { return }
      state.nextUpdate = now + 0.2
      state.isShown = true
      let elapsed = max(now - start, 0.001)
      let rate = Int(Double(progress.lineCount) / elapsed)
      Self.show(
        "\r\u{1B}[K\(progress.byteCount >> 20) MiB read, \(progress.lineCount) lines, \(rate) lines/s"
      )
    }
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

  private static func seconds() -> Double {
    var time = timespec()
    // `time` lives through the call.
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
