internal import CShims
internal import CZlib

/// What a gzip member says of its data at its end, against what the data were: their CRC-32 and their length.
///
/// zlib computes the CRC with a table, which takes a fifth of the time of inflating; processors have instructions that need
/// a thirtieth of that.
/// - Source: RFC 1952, section 2.3.1 (CRC32, ISIZE).
struct GzipCheck {
  private var crc: UInt32 = 0
  /// Modulo 2³².
  private var length: UInt32 = 0
  /// The last eight bytes of the member that were used, the last one on top.
  private var trailer: UInt64 = 0

  /// What the end of the data contradicts.
  enum Verdict {
    case intact, wrongChecksum, wrongLength
  }

  /// Takes in bytes that the member was inflated to.
  /// - Complexity: O(*n*).
  mutating func add(inflated bytes: Span<UInt8>) {
    length &+= UInt32(truncatingIfNeeded: bytes.count)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      let taken = unsafe shim_crc32(&crc, start, bytes.count)
      // The rest lies behind the `taken` bytes.
      crc = unsafe UInt32(
        truncatingIfNeeded: CZlib.crc32_z(UInt(crc), start + taken, bytes.count - taken))
    }
  }

  /// Takes in bytes of the member, as they are stored.
  mutating func add(stored bytes: Span<UInt8>) {
    for index in max(0, bytes.count - 8)..<bytes.count {
      trailer = trailer >> 8 | UInt64(bytes[index]) << 56
    }
  }

  /// What the member's last eight bytes say.
  var verdict: Verdict {
    if UInt32(truncatingIfNeeded: trailer) != crc { return .wrongChecksum }
    return UInt32(truncatingIfNeeded: trailer >> 32) == length ? .intact : .wrongLength
  }
}
