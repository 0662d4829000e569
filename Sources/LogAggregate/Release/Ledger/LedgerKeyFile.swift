internal import Glibc

/// The file beside a ledger that holds its key.
struct LedgerKeyFile {
  private let path: String

  init(besideLedger ledger: String) { path = "\(ledger).key" }

  /// The key; `nil` where there is no file yet.
  func read() throws(LedgerError) -> LedgerKey? {
    let bytes: [UInt8]
    do throws(WholeFile.Unreadable) {
      bytes = try WholeFile.bytes(path)
    } catch {
      // Path and result live through the call.
      if unsafe access(path, F_OK) != 0, errno == ENOENT { return nil }
      throw .unreadable(path: path, problem: error.problem)
    }
    guard let key = LedgerKey(bytes) else { throw .damaged(path: path, offset: 0) }
    return key
  }

  /// Writes a new key, which only the file's owner may read, and sees it to the disk.
  ///
  /// It takes its name when it is whole, so that no crash leaves half a key.
  func write(_ key: LedgerKey) throws(LedgerError) {
    let temporary = "\(path).\(getpid()).partial"
    // Names and content live through the calls.
    let descriptor = unsafe open(
      temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw failed(errno) }
    let content = key.content
    let written = unsafe content.withUnsafeBytes {
      unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
    let isWhole = written == content.count && fsync(descriptor) == 0
    let number = errno
    close(descriptor)
    guard isWhole, unsafe rename(temporary, path) == 0 else {
      _ = unsafe unlink(temporary)
      throw failed(isWhole ? errno : number)
    }
    try LedgerFile.syncFolder(of: path)
  }

  private func failed(_ number: Int32) -> LedgerError {
    .writeFailed(path: path, problem: Descriptor.describe(number))
  }
}
