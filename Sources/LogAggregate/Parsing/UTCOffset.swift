/// The offset from UTC that the first lines of a log are written with, which hints at the site's time zone.
enum UTCOffset {
  /// The offset in minutes that most of the first lines bear in the Common Log Format's way, ` +0530]`; `nil` where
  /// none does.
  /// - Complexity: O(bytes of the lines looked at).
  static func minutes(_ bytes: Span<UInt8>) -> Int? {
    var counts: [Int: Int] = [:]
    var cursor = LineCursor(bytes)
    var left = FormatDetection.sampleSize
    while left > 0, let line = cursor.next() {
      left -= 1
      if let minutes = minutes(inLine: line) { counts[minutes, default: 0] += 1 }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private static func minutes(inLine line: Span<UInt8>) -> Int? {
    var from = 0
    while let distance = line.offset(of: 0x5D, from: from) {
      let end = from + distance
      if end >= 6, line[end - 6] == 0x20, line[end - 5] == 0x2B || line[end - 5] == 0x2D {
        let digits = (1...4).map { Int(line[end - 5 + $0]) - 0x30 }
        if digits.allSatisfy((0...9).contains) {
          let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
          return line[end - 5] == 0x2D ? -minutes : minutes
        }
      }
      from = end + 1
    }
    return nil
  }
}
