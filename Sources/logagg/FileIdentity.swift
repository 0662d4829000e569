internal import Glibc

/// What a path leads to: a file by its device and number, or a name that a folder does not hold yet.
///
/// Two paths that are spelt differently, or of which one is a link, may lead to the same file.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let file: UInt64
  /// The name in the folder of that identity, where there is no such file yet.
  private let newName: String?

  /// `nil` where nothing can be told: neither the file nor its folder is there, or may be looked at.
  init?(path: String) {
    var status = stat()
    // Path and `status` live through the calls.
    if unsafe stat(path, &status) == 0 {
      self.init(status, newName: nil)
    } else {
      let slash = path.lastIndex(of: "/")
      let folder = slash.map { String(path[...$0]) } ?? "."
      guard unsafe stat(folder, &status) == 0 else { return nil }
      self.init(status, newName: String(slash.map { path[path.index(after: $0)...] } ?? path[...]))
    }
  }

  /// The file that standard input is; `nil` for a pipe, a device or a terminal.
  static var standardInput: FileIdentity? {
    var status = stat()
    // `status` lives through the call.
    guard unsafe fstat(0, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileIdentity(status, newName: nil)
  }

  private init(_ status: stat, newName: String?) {
    device = UInt64(status.st_dev)
    file = UInt64(status.st_ino)
    self.newName = newName
  }
}
