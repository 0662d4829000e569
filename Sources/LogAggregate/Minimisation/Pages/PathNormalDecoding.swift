/// Undoes the encodings under which the bytes of a path come.
enum PathNormalDecoding {
  /// Rounds after which what is encoded stays so.
  static let rounds = 3

  /// Whether nothing in `path` is encoded.
  static func isPlain(_ path: Span<UInt8>) -> Bool {
    path.offset(of: UInt8(ascii: "%")) == nil && path.offset(of: UInt8(ascii: "\\")) == nil
  }

  /// Writes `path` decoded into the empty `output`, and says whether some is still encoded.
  ///
  /// Decoded are `%40`, and `\x40`, which servers write for a byte that they do not log as it is. What
  /// turns out to be a query or a fragment is cut off.
  /// - Complexity: O(length); allocates nothing once `output` has grown.
  static func decode(_ path: Span<UInt8>, into output: inout [UInt8]) -> Bool {
    output.append(path)
    var changed = true
    var round = 0
    while changed && round < rounds {
      changed = decodeOnce(&output)
      round += 1
    }
    if let cut = output.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
      output.removeLast(output.count - cut)
    }
    return isEncoded(output.span)
  }

  /// Whether `bytes` hold something that a round would decode, or `%u0040`.
  static func isEncoded(_ bytes: Span<UInt8>) -> Bool {
    for index in bytes.indices {
      if code(in: bytes, at: index) != nil { return true }
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        bytes[index + 1].loweredASCII == UInt8(ascii: "u"), hex(bytes[index + 2]) != nil
      {
        return true
      }
    }
    return false
  }

  private static func decodeOnce(_ bytes: inout [UInt8]) -> Bool {
    var read = 0
    var written = 0
    while read < bytes.count {
      if let (byte, length) = code(in: bytes.span, at: read) {
        bytes[written] = byte
        read &+= length
      } else {
        bytes[written] = bytes[read]
        read &+= 1
      }
      written &+= 1
    }
    let changed = written < bytes.count
    bytes.removeLast(bytes.count - written)
    return changed
  }

  private static func code(in bytes: Span<UInt8>, at index: Int) -> (byte: UInt8, length: Int)? {
    var digits = index
    switch bytes[index] {
    case UInt8(ascii: "%"): digits += 1
    case UInt8(ascii: "\\"):
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "x") else { return nil }
      digits += 2
    default: return nil
    }
    guard digits + 1 < bytes.count, let high = hex(bytes[digits]), let low = hex(bytes[digits + 1])
    else { return nil }
    return (high << 4 | low, digits + 2 - index)
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      (byte & 0xF) + 9
    default: nil
    }
  }
}
