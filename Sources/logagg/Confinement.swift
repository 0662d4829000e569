internal import CShims
internal import Glibc

/// Gives up what a run does not need once it is known which files it reads and writes: no network, no other program, no
/// other file.
///
/// It protects against faults in what reads untrusted bytes. Where the kernel cannot, a run goes on with less.
struct Confinement {
  /// What the kernel enforces.
  struct Strength: Equatable {
    /// Whether files outside are refused (Landlock).
    let confinesFiles: Bool
    /// Whether system calls for the network and other programs are refused (seccomp).
    let confinesCalls: Bool
  }
  /// Files that are still opened for reading.
  var readable: [String] = []
  /// Files that are written, and folders in which files are made and replaced.
  var writable: [String] = []

  /// Reads that the C library and Dispatch make by themselves: the number of processors, and the state of each thread.
  ///
  /// What another process keeps to itself in `/proc`, such as its memory, is refused by Landlock all the same.
  private static let runtime = ["/sys/devices/system/cpu", "/proc"]

  /// Confines the process for the rest of its life.
  /// - Precondition: the calling thread is the only one, since Landlock holds for a thread and those it makes.
  @discardableResult
  func enter() -> Strength {
    Strength(confinesFiles: confineFiles(), confinesCalls: shim_seccomp_enter() == 0)
  }

  private func confineFiles() -> Bool {
    let rules = shim_landlock_begin()
    guard rules >= 0 else { return false }
    // A file that is missing now need not be allowed. The paths live through the calls.
    for path in readable + Self.runtime {
      _ = unsafe shim_landlock_allow(rules, path, shim_may_read)
    }
    for path in writable { _ = unsafe shim_landlock_allow(rules, path, shim_may_write) }
    return shim_landlock_enter(rules) == 0
  }
}
