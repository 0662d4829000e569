/// Makes gzip members by hand, so that tests need no compressor and know every byte.
/// - Source: RFC 1951, sections 3.2.4 and 3.2.6; RFC 1952.
enum Gzip {
  /// One member of stored blocks, each of at most `blockSize` bytes.
  static func stored(_ bytes: [UInt8], blockSize: Int = 65_535) -> [UInt8] {
    var out = header
    var start = 0
    repeat {
      let end = min(start + blockSize, bytes.count)
      let length = end - start
      out.append(end == bytes.count ? 1 : 0)
      out += [UInt8(length & 0xFF), UInt8(length >> 8)]
      out += [UInt8(~length & 0xFF), UInt8(~length >> 8 & 0xFF)]
      out += bytes[start..<end]
      start = end
    } while start < bytes.count
    return out + trailer(bytes)
  }

  /// One member of a single block of literals in the fixed Huffman code.
  static func fixed(_ bytes: [UInt8]) -> [UInt8] {
    var out = header
    var held: UInt32 = 0
    var count: UInt32 = 0
    func flush(_ out: inout [UInt8]) {
      while count >= 8 {
        out.append(UInt8(held & 0xFF))
        held >>= 8
        count -= 8
      }
    }
    func put(_ value: UInt32, _ length: UInt32) {
      held |= value << count
      count += length
    }
    /// Huffman codes are packed from their most significant bit.
    func putCode(_ code: UInt32, _ length: UInt32) {
      for bit in (0..<length).reversed() { put(code >> bit & 1, 1) }
    }
    put(1, 1)
    put(1, 2)
    for byte in bytes {
      if byte < 144 {
        putCode(0x30 + UInt32(byte), 8)
      } else {
        putCode(0x190 + UInt32(byte) - 144, 9)
      }
      flush(&out)
    }
    putCode(0, 7)
    put(0, (8 - count % 8) % 8)
    flush(&out)
    return out + trailer(bytes)
  }

  /// A member of the blocked format, which tells its own length.
  static func block(_ member: [UInt8]) -> [UInt8] {
    let length = member.count + 8 - 1
    let extra: [UInt8] = [6, 0, 0x42, 0x43, 2, 0, UInt8(length & 0xFF), UInt8(length >> 8)]
    return [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 255] + extra + member[10...]
  }

  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

  private static func trailer(_ bytes: [UInt8]) -> [UInt8] {
    let check = crc32(bytes)
    let length = UInt32(truncatingIfNeeded: bytes.count)
    return [check, length].flatMap { word in
      [0, 8, 16, 24].map { UInt8(word >> $0 & 0xFF) }
    }
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var state: UInt32 = 0xFFFF_FFFF
    for byte in bytes { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
    return ~state
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}
