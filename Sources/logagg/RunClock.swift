internal import Glibc

/// The times of a run, for monitoring; no report depends on them.
struct RunClock {
  private let start = Self.read(CLOCK_MONOTONIC)

  /// How long it has been running, in ten-thousandths of a second.
  var tenThousandths: Int {
    let now = Self.read(CLOCK_MONOTONIC)
    return (now.tv_sec - start.tv_sec) * 10_000 + (now.tv_nsec - start.tv_nsec) / 100_000
  }

  /// The seconds that it has been running.
  var seconds: Double { Double(tenThousandths) / 10_000 }

  /// The seconds since 1970.
  var wall: Int { Self.read(CLOCK_REALTIME).tv_sec }

  /// The most memory that the process has held, in bytes.
  static var peakByteCount: Int {
    var usage = rusage()
    // `usage` lives through the call; Linux counts in KiB.
    return unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0
      ? usage.ru_maxrss << 10 : 0
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var time = timespec()
    // `time` lives through the call.
    _ = unsafe clock_gettime(clock, &time)
    return time
  }
}
