@testable import LogAggregate

enum Timestamp {
  static func measure(_ sample: Sample) -> [Figure] {
    // The seconds of the day, read by another way.
    var wanted: Int64 = 0
    sample.times.forEach { text in
      let digits = [12, 13, 15, 16, 18, 19].map { Int64(text[$0]) - 0x30 }
      wanted += (digits[0] * 10 + digits[1]) * 3600 + (digits[2] * 10 + digits[3]) * 60
      wanted += digits[4] * 10 + digits[5]
    }
    return [
      Figure(
        "timestamp", per: "line", count: sample.times.count, ceiling: "a copy of its text",
        {
          var reader = CommonLogTime()
          var sum: Int64 = 0
          sample.times.forEach { sum += (reader.parse($0, at: 0) ?? 0) % 86_400 }
          return sum
        }, check: { $0 == wanted }, least: { copyOnce(sample.times.bytes) })
    ]
  }
}
