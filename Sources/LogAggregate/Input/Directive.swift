/// Lines of the W3C Extended Log File Format that say how to read those behind them.
enum Directive {
  /// Whether `#Fields:` begins at `start`.
  static func isFields(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    start &+ 8 <= bytes.count && bytes.extracting(start..<start &+ 8).equals("#Fields:")
  }

  /// Whether `#Date:` begins at `start`.
  static func isDate(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    start &+ 6 <= bytes.count && bytes.extracting(start..<start &+ 6).equals("#Date:")
  }

  /// Whether a log begins with a directive or comment, behind a byte order mark or not.
  static func begins(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count > 3 else { return false }
    return bytes[0] == 0x23 || (bytes[0] == 0xEF && bytes[3] == 0x23)
  }

  /// The last line in `bytes` that begins with `#Fields:` or, where `isDate`, with `#Date:`.
  /// - Complexity: O(*n*), by `memrchr` from number sign to number sign.
  static func last(in bytes: Span<UInt8>, isDate: Bool) -> [UInt8]? {
    var end = bytes.count
    while let sign = bytes.extracting(first: end).offset(ofLast: 0x23) {
      end = sign
      let isStart = sign == 0 || bytes[sign &- 1] == 0x0A || bytes[sign &- 1] == 0xBF
      guard isStart, isDate ? Self.isDate(bytes, sign) : isFields(bytes, sign) else { continue }
      let line = bytes.extracting(droppingFirst: sign)
      let length = line.offset(of: 0x0A) ?? line.count
      return line.extracting(first: length).indices.map { line[$0] }
    }
    return nil
  }
}
