internal import CShims
internal import Glibc

/// Keeps a crash from printing what registers point at, which may be a line of the log.
enum QuietCrashes {
  /// Restores the kernel's own handling of a crash, forbids the core file, and lets a closed pipe be an error.
  static func install() {
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGQUIT] {
      _ = signal(number, SIG_DFL)
    }
    _ = signal(SIGPIPE, SIG_IGN)
    // A file that may grow no further is a failed write, and no crash.
    _ = signal(SIGXFSZ, SIG_IGN)
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    // `none` lives through the call.
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    // A limit does not hold where the system pipes cores to a program.
    _ = shim_forbid_dumps()
  }

  /// Ends the process.
  static func leave(with status: ExitStatus) -> Never { exit(status.rawValue) }
}
