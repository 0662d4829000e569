internal import Glibc

/// A file that was looked at and is read later: it stays the same file, whatever a rotation puts in its place meanwhile.
final class HeldFile: Sendable {
  fileprivate let number: Int32
  fileprivate let path: String
  /// The length that it had when it was opened.
  let byteCount: Int

  /// Opens a regular file.
  /// - Throws: `unreadable` where it is missing or not permitted.
  init(_ path: String) throws(InputError) {
    self.path = path
    number = try Descriptor.number(opening: path)
    byteCount = Int(lseek(number, 0, SEEK_END))
  }

  /// How far it is read.
  var position: Int { Int(lseek(number, 0, SEEK_CUR)) }

  deinit { close(number) }
}

extension Descriptor {
  /// A held file from its beginning; it is closed with its holder.
  init(_ held: HeldFile) {
    lseek(held.number, 0, SEEK_SET)
    self.init(number: held.number, isOwned: false, path: held.path)
  }
}
