internal import Glibc

/// A file that is written in its target's folder and takes the target's place when it is whole.
///
/// Where the file system can, it has no name until then, so that even a power cut leaves nothing behind. A device or pipe has
/// no place to take: it is written to directly.
final class PendingFile {
  /// The path as it was given, for messages.
  private let path: String
  private let target: String
  /// The name beside the target; `nil` for a device or pipe.
  private let temporary: String?
  /// Whether the file bears its temporary name.
  private var isNamed: Bool
  private var descriptor: Int32

  /// Who may read a report: its owner and group.
  static let reportMode: mode_t = 0o640

  /// Creates the file.
  /// - Throws: status 73 where it cannot be created.
  init(_ path: String, mode: mode_t = reportMode) throws {
    self.path = path
    target = try Self.resolve(path)
    isNamed = false
    if Self.isSpecial(target) {
      temporary = nil
      // Paths are terminated for the time of each call here.
      descriptor = unsafe open(target, O_WRONLY | O_CLOEXEC)
    } else {
      let name = Self.temporaryName(beside: target)
      temporary = name
      descriptor = unsafe open(
        Self.folder(of: target), O_WRONLY | Self.unnamed | O_CLOEXEC, mode)
      if descriptor < 0, [EOPNOTSUPP, EISDIR, EINVAL, ENOENT].contains(errno) {
        descriptor = unsafe open(
          name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        isNamed = descriptor >= 0
      }
    }
    guard descriptor >= 0 else { throw Self.cannotCreate(path, errno) }
  }

  /// `O_TMPFILE`, which the module of the C library leaves out since it is composed.
  private static let unnamed = O_DIRECTORY | 0o20_000_000

  /// Checks that the file could be created, without leaving a trace.
  static func checkCanCreate(_ path: String) throws {
    var status = stat()
    let resolved = try resolve(path)
    // `status` lives through the call.
    if unsafe stat(resolved, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw cannotCreate(path, EISDIR)
    }
    let file = try PendingFile(path)
    file.discard()
  }

  /// Writes all bytes and sees them to the disk.
  /// - Throws: status 74 where the disk is full or fails.
  func write(_ bytes: [UInt8]) throws {
    try Self.writeAll(bytes, to: descriptor, name: path)
    if temporary != nil {
      guard fsync(descriptor) == 0 else { throw Self.writeFailed(path, errno) }
    }
    guard temporary == nil || isNamed else { return }
    try closeDescriptor()
  }

  /// Gives the whole file a name beside its target, so that taking the target's place needs no room on the disk.
  func name() throws {
    guard let temporary, !isNamed else { return }
    // Both paths live through the call.
    let linked = unsafe linkat(
      AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, temporary, AT_SYMLINK_FOLLOW)
    guard linked == 0 else { throw Self.writeFailed(path, errno) }
    isNamed = true
    try closeDescriptor()
  }

  /// Puts the whole file in its target's place.
  /// - Precondition: it is named.
  func publish() throws {
    guard let temporary else { return }
    guard unsafe rename(temporary, target) == 0 else { throw Self.cannotCreate(path, errno) }
    isNamed = false
    Self.syncFolder(of: target)
  }

  /// Removes what is not published.
  func discard() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    if let temporary, isNamed { _ = unsafe unlink(temporary) }
    isNamed = false
  }

  private func closeDescriptor() throws {
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else { throw Self.writeFailed(path, errno) }
  }

  /// Writes all of `bytes`, however the system cuts them up.
  static func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: String) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard !Interruption.isPending else { throw writeFailed(name, EINTR) }
      // The slice is contiguous and lives through the call.
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw writeFailed(name, errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// A link is followed, so that what it leads to is replaced and not the link.
  static func resolve(_ path: String) throws -> String {
    // The returned text is owned here and freed after it is copied.
    guard let real = unsafe realpath(path, nil) else {
      let number = errno
      var status = stat()
      // A link that leads nowhere is not to be replaced by a file; `status` lives through the call.
      guard unsafe lstat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFLNK else {
        throw cannotCreate(path, number)
      }
      return path
    }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    // `status` lives through the call.
    guard unsafe stat(path, &status) == 0 else { return false }
    return [S_IFCHR, S_IFIFO, S_IFSOCK, S_IFBLK].contains(status.st_mode & S_IFMT)
  }

  private static func temporaryName(beside target: String) -> String {
    let slash = target.lastIndex(of: "/")
    let folder = slash.map { target[...$0] } ?? ""
    let name = slash.map { target[target.index(after: $0)...] } ?? target[...]
    return "\(folder).\(name.prefix(200)).\(getpid()).partial"
  }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }

  private static func syncFolder(of path: String) {
    let descriptor = unsafe open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func cannotCreate(_ path: String, _ number: Int32) -> Failure {
    Failure(
      .cannotCreate,
      "\(path): cannot be created (\(describe(number))); check the folder and its permissions")
  }

  static func writeFailed(_ path: String, _ number: Int32) -> Failure {
    let remedy = number == ENOSPC ? "free some space and run again" : "check the disk and run again"
    return Failure(.ioError, "\(path): writing failed (\(describe(number))); \(remedy)")
  }

  static func describe(_ number: Int32) -> String {
    // The returned text is a constant of the C library.
    unsafe strerror(number).map { unsafe String(cString: $0) } ?? "error \(number)"
  }
}
