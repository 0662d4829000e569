internal import CShims
internal import Glibc

/// The secret of a ledger, by which it recognises an input without holding anything that confirms a guess of its lines.
///
/// It lies in a file of its own beside the ledger, which only its owner reads, and not in the ledger: a ledger holds nothing but
/// published figures and may be handed to whoever checks them; with the key in it they could try lines.
@safe public final class LedgerKey: Sendable {
  // Written before anyone shares it and again when the last owner lets go.
  private nonisolated(unsafe) let bytes: UnsafeMutableRawPointer
  static let byteCount = 32

  private init() {
    unsafe bytes = .allocate(byteCount: Self.byteCount, alignment: 8)
    // Locking may be forbidden; then the document's word on swap holds.
    _ = unsafe mlock(bytes, Self.byteCount)
  }

  /// A new key from the system's random source.
  static func random() throws(LedgerError) -> LedgerKey {
    let key = LedgerKey()
    // So many bytes are delivered whole or not at all (getrandom(2)).
    guard unsafe shim_getrandom(key.bytes, byteCount) == byteCount else {
      throw .unreadable(path: "the system's random source", problem: "no random bytes")
    }
    return key
  }

  /// The key in a file's bytes; `nil` where they are not as many as a key has.
  convenience init?(_ content: [UInt8]) {
    guard content.count == Self.byteCount else { return nil }
    self.init()
    // Both hold a key's number of bytes.
    unsafe bytes.copyMemory(from: content, byteCount: Self.byteCount)
  }

  deinit {
    // A plain store before a free may be removed by the compiler; this one may not.
    unsafe shim_erase(bytes, Self.byteCount)
    unsafe munlock(bytes, Self.byteCount)
    unsafe bytes.deallocate()
  }

  /// The key's bytes, for its file.
  var content: [UInt8] {
    // The memory is the key's own, and initialized.
    unsafe Array(UnsafeRawBufferPointer(start: bytes, count: Self.byteCount))
  }

  /// Which key it is: a digest that tells nothing of it.
  var name: String { Array(tag("logagg ledger key", []).prefix(8)).hexadecimal }

  /// A tag of a message for one use, so that no two uses of the key can be confused.
  func tag(_ use: String, _ message: [UInt8]) -> [UInt8] {
    HMAC.tag(of: Array(use.utf8) + [0] + message, key: content)
  }
}
