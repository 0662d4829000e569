/// A keyed digest, which nobody without the key can compute or confirm.
/// - Source: RFC 2104, over SHA-256; known answers in RFC 4231.
enum HMAC {
  /// The 32 bytes of the tag.
  /// - Complexity: O(message).
  static func tag(of message: [UInt8], key: [UInt8]) -> [UInt8] {
    var block = key.count > 64 ? digest([key]) : key
    block += Array(repeating: 0, count: 64 - block.count)
    let inner = digest([block.map { $0 ^ 0x36 }, message])
    return digest([block.map { $0 ^ 0x5C }, inner])
  }

  private static func digest(_ parts: [[UInt8]]) -> [UInt8] {
    var hash = SHA256()
    for part in parts { hash.update(part.span) }
    return hash.finish()
  }
}

extension [UInt8] {
  /// The bytes in hexadecimal, in small letters.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
