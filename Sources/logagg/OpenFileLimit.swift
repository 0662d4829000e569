internal import Glibc

/// How many files may be open at once.
enum OpenFileLimit {
  /// Raises the limit as far as the system lets it, since every log of a run is held open.
  static func raise() {
    var limit = rlimit()
    let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    // `limit` lives through the calls.
    guard unsafe getrlimit(files, &limit) == 0 else { return }
    limit.rlim_cur = limit.rlim_max
    _ = unsafe setrlimit(files, &limit)
  }
}
