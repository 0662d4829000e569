internal import Glibc

/// A ledger's file, open and locked for as long as it lives.
///
/// The lock belongs to the open file, so it dies with its process however that ends.
struct LedgerFile: ~Copyable {
  let path: String
  private let descriptor: Int32
  /// Whether this process created the file; it leaves none behind that it wrote nothing to.
  private var isNew: Bool
  private(set) var byteCount: Int

  /// Opens the file, and waits for whoever holds it.
  /// - Parameter isForReading: whether it is only read, together with other readers; else it is created where it is missing.
  /// - Throws: `unreadable`; `held` after so many seconds.
  init(path: String, isForReading: Bool = false, waitingSeconds: Int) throws(LedgerError) {
    self.path = path
    var left = 10 * waitingSeconds
    while true {
      let (descriptor, isNew) = try Self.open(path, isForReading: isForReading)
      while flock(descriptor, (isForReading ? LOCK_SH : LOCK_EX) | LOCK_NB) != 0 {
        let number = errno
        guard number == EWOULDBLOCK || number == EINTR else {
          close(descriptor)
          throw .unreadable(path: path, problem: Descriptor.describe(number))
        }
        guard left > 0 else {
          close(descriptor)
          throw .held(path: path)
        }
        left -= 1
        usleep(100_000)
      }
      // Whoever held it may have removed it: then it is locked in vain.
      if let own = Self.status(of: descriptor), let named = Self.status(ofPath: path),
        own.st_ino == named.st_ino, own.st_dev == named.st_dev
      {
        self.descriptor = descriptor
        self.isNew = isNew && own.st_size == 0
        byteCount = Int(own.st_size)
        return
      }
      close(descriptor)
    }
  }

  deinit {
    // Still under the lock, so that nobody has written to it meanwhile.
    if isNew { _ = unsafe unlink(path) }
    close(descriptor)
  }

  /// So many bytes from `offset` on; fewer at the end.
  func read(at offset: Int, count: Int) throws(LedgerError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: max(0, min(count, byteCount - offset)))
    var filled = 0
    while filled < bytes.count {
      // The buffer is the array's own for the time of the call.
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe pread(
          descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled,
          off_t(offset + filled))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw .unreadable(path: path, problem: Descriptor.describe(errno)) }
      filled += got
    }
    return bytes
  }

  /// Appends, and sees the bytes to the disk; where that fails the file is as before.
  /// - Throws: `writeFailed`.
  mutating func append(_ bytes: [UInt8]) throws(LedgerError) {
    do throws(LedgerError) {
      try write(bytes)
      guard fsync(descriptor) == 0 else { throw failed(errno) }
      if isNew { try Self.syncFolder(of: path) }
    } catch {
      // Were this to fail too, the torn end is found by whoever opens the file next.
      _ = ftruncate(descriptor, off_t(byteCount))
      fsync(descriptor)
      throw error
    }
    isNew = false
    byteCount += bytes.count
  }

  /// Cuts off what lies behind `length`.
  mutating func truncate(to length: Int) throws(LedgerError) {
    guard ftruncate(descriptor, off_t(length)) == 0, fsync(descriptor) == 0 else {
      throw failed(errno)
    }
    byteCount = length
  }

  private func write(_ bytes: [UInt8]) throws(LedgerError) {
    var written = 0
    while written < bytes.count {
      // The buffer is the array's own for the time of the call.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe pwrite(
          descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written,
          off_t(byteCount + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failed(errno) }
      written += count
    }
  }

  private func failed(_ number: Int32) -> LedgerError {
    .writeFailed(path: path, problem: Descriptor.describe(number))
  }

  private static func open(
    _ path: String, isForReading: Bool
  ) throws(LedgerError) -> (Int32, isNew: Bool) {
    while true {
      var descriptor = unsafe Glibc.open(path, (isForReading ? O_RDONLY : O_RDWR) | O_CLOEXEC)
      var isNew = false
      if descriptor < 0, errno == ENOENT, !isForReading {
        descriptor = unsafe Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o640)
        if descriptor < 0, errno == EEXIST { continue }
        isNew = descriptor >= 0
      }
      guard descriptor >= 0 else {
        throw .unreadable(path: path, problem: Descriptor.describe(errno))
      }
      guard let mode = status(of: descriptor)?.st_mode, mode & S_IFMT == S_IFREG else {
        close(descriptor)
        throw .unreadable(path: path, problem: "is no regular file")
      }
      return (descriptor, isNew)
    }
  }

  /// Sees a new name in the folder of `path` to the disk.
  static func syncFolder(of path: String) throws(LedgerError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .writeFailed(path: path, problem: Descriptor.describe(errno))
    }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .writeFailed(path: path, problem: Descriptor.describe(errno))
    }
  }

  private static func status(of descriptor: Int32) -> stat? {
    var status = stat()
    // `status` lives through the call.
    return unsafe fstat(descriptor, &status) == 0 ? status : nil
  }

  private static func status(ofPath path: String) -> stat? {
    var status = stat()
    // Path and `status` live through the call.
    return unsafe stat(path, &status) == 0 ? status : nil
  }
}
