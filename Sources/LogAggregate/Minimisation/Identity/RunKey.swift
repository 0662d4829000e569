internal import CShims
internal import Glibc

/// The secret of one run: 128 bits from the system's random source.
///
/// It is made for the run, kept in one locked page, never written, and zeroed at the end, so that nothing
/// links the pseudonyms of two runs.
@safe final class RunKey: Sendable {
  // Written before anyone shares it and again when the last owner lets go.
  private nonisolated(unsafe) let words: UnsafeMutablePointer<UInt64>
  private static let byteCount = 2 * MemoryLayout<UInt64>.size

  /// - Throws: `InputError.readFailed` where the system has no random bytes.
  init() throws(InputError) {
    unsafe words = .allocate(capacity: 2)
    unsafe words.initialize(repeating: 0, count: 2)
    // Locking may be forbidden; then the document's word on swap holds.
    _ = unsafe mlock(words, Self.byteCount)
    // Sixteen bytes are delivered whole or not at all (getrandom(2)).
    guard unsafe shim_getrandom(words, Self.byteCount) == Self.byteCount else {
      unsafe words.deallocate()
      throw .readFailed(path: "the system's random source", problem: "no random bytes")
    }
  }

  deinit {
    // A plain store before a free may be removed by the compiler; this one may not.
    unsafe shim_erase(words, Self.byteCount)
    unsafe munlock(words, Self.byteCount)
    unsafe words.deallocate()
  }

  /// The two halves of the key.
  @inline(__always) var halves: (UInt64, UInt64) { unsafe (words[0], words[1]) }
}
