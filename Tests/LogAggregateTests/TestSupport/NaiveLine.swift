/// One line of a common or combined log, read the slow and obvious way.
struct NaiveLine {
  var client: [UInt8]
  var user: [UInt8]
  var time: Int
  var method: String
  var target: [UInt8]
  var status: Int
  var byteCount: [UInt8]
  var referrer: [UInt8] = []
  var agent: [UInt8] = []

  /// The line's fields, or `nil` where it is rejected.
  init?(_ line: [UInt8], isCombined: Bool) {
    guard let clientEnd = line.firstIndex(of: 0x20), clientEnd > 0 else { return nil }
    client = Array(line[..<clientEnd])
    guard let (open, seconds) = Self.time(in: line, after: clientEnd) else { return nil }
    time = seconds
    // Between client and time stand two words, of which the second may hold anything.
    let names = Array(line[(clientEnd + 1)..<max(open - 1, clientEnd + 1)])
    let gap = names.firstIndex(of: 0x20)
    user = gap.map { Array(names[($0 + 1)...]) } ?? []
    if user == [0x2D] { user = [] }
    var rest = Array(line[(open + 30)...])
    guard let request = Self.quoted(&rest), let parts = Self.request(request) else { return nil }
    (method, target) = parts
    // ` 200 ` and digits or a hyphen.
    guard rest.count >= 6, rest[0] == 0x20, rest[4] == 0x20,
      let code = Self.number(Array(rest[1...3]))
    else { return nil }
    status = code
    rest.removeFirst(5)
    byteCount = Array(rest.prefix { (0x30...0x39).contains($0) })
    if byteCount.isEmpty, rest.first == 0x2D { byteCount = [0x2D] }
    guard !byteCount.isEmpty else { return nil }
    rest.removeFirst(byteCount.count)
    guard rest.isEmpty || rest[0] == 0x20 else { return nil }
    guard isCombined else { return }
    guard rest.starts(with: [0x20, 0x22]) else { return nil }
    rest.removeFirst(2)
    guard let place = Self.quoted(&rest), rest.starts(with: [0x20, 0x22]) else { return nil }
    referrer = place
    rest.removeFirst(2)
    guard let name = Self.quoted(&rest), rest.isEmpty || rest[0] == 0x20 else { return nil }
    agent = name
  }

  /// Writes the fields as they were sent, which the line has with backslashes.
  mutating func unescape() {
    target = Self.unescaped(target)
    referrer = Self.unescaped(referrer)
    agent = Self.unescaped(agent)
    user = Self.unescaped(user)
  }

  private static func unescaped(_ text: [UInt8]) -> [UInt8] {
    guard let sign = text.firstIndex(of: 0x5C), sign + 1 < text.count else { return text }
    let letter = Character(UnicodeScalar(text[sign + 1]))
    var written = [text[sign + 1]]
    var end = sign + 2
    func number(_ count: Int) -> UInt32? {
      guard end + count <= text.count else { return nil }
      let digits = text[end..<end + count].map { Character(UnicodeScalar($0)) }
      return digits.allSatisfy(\.isHexDigit) ? UInt32(String(digits), radix: 16) : nil
    }
    let controls: [Character: UInt8] = ["n": 10, "t": 9, "r": 13, "b": 8, "f": 12]
    if let control = controls[letter] {
      written = [control]
    } else if letter == "x", let value = number(2) {
      written = [UInt8(value)]
      end += 2
    } else if letter == "u", let value = number(4) {
      end += 4
      var scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      if value & 0xFC00 == 0xD800, end + 6 <= text.count, text[end] == 0x5C, text[end + 1] == 0x75 {
        end += 2
        if let low = number(4), low & 0xFC00 == 0xDC00 {
          scalar = Unicode.Scalar(0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)) ?? "\u{FFFD}"
          end += 4
        } else {
          end -= 2
        }
      }
      written = Array(String(Character(scalar)).utf8)
    }
    return Array(text[..<sign]) + written + unescaped(Array(text[end...]))
  }

  /// Takes the content of a quoted field, whose opening quote is gone, and its closing quote from the front.
  private static func quoted(_ rest: inout [UInt8]) -> [UInt8]? {
    var content: [UInt8] = []
    var isEscaped = false
    for byte in rest {
      if byte == 0x22, !isEscaped {
        rest.removeFirst(content.count + 1)
        return content
      }
      isEscaped = byte == 0x5C && !isEscaped
      content.append(byte)
    }
    return nil
  }

  /// `GET /x HTTP/1.1`, `GET /x HTTP/2` or `GET /x`.
  private static func request(_ text: [UInt8]) -> (String, [UInt8])? {
    let method = text.prefix { (0x41...0x5A).contains($0) || $0 == 0x2D || $0 == 0x5F }
    guard (1...32).contains(method.count), text.count > method.count + 1,
      text[method.count] == 0x20
    else { return nil }
    var target = Array(text[(method.count + 1)...])
    let word = Array(" HTTP/".utf8)
    if let length = [9, 7].first(where: { length in
      target.count >= length && Array(target.suffix(length).prefix(6)) == word
    }) {
      target.removeLast(length)
    } else if target.contains(0x20) {
      return nil
    }
    return target.isEmpty ? nil : (String(decoding: method, as: UTF8.self), target)
  }

  /// The first `[time] "` behind a space, at least one byte behind the client's space.
  private static func time(in line: [UInt8], after clientEnd: Int) -> (open: Int, seconds: Int)? {
    for open in line.indices where line[open] == 0x5B && open > clientEnd + 1 {
      guard line[open - 1] == 0x20, open + 29 < line.count,
        Array(line[open + 27...open + 29]) == Array(#"] ""#.utf8),
        let seconds = seconds(Array(line[open + 1..<open + 27]))
      else { continue }
      return (open, seconds)
    }
    return nil
  }

  /// `17/May/2015:10:05:03 +0000` as seconds since 1970, counted day by day.
  static func seconds(_ text: [UInt8]) -> Int? {
    guard text.count == 26, text[2] == 0x2F, text[6] == 0x2F, text[11] == 0x3A,
      text[14] == 0x3A, text[17] == 0x3A, text[20] == 0x20, text[21] == 0x2B || text[21] == 0x2D,
      let day = number(Array(text[0..<2])), let year = number(Array(text[7..<11])),
      let hour = number(Array(text[12..<14])), let minute = number(Array(text[15..<17])),
      let second = number(Array(text[18..<20])), let zoneHour = number(Array(text[22..<24])),
      let zoneMinute = number(Array(text[24..<26]))
    else { return nil }
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let name = String(decoding: text[3..<6], as: UTF8.self).lowercased()
    guard let month = names.firstIndex(of: name) else { return nil }
    guard hour < 24, minute < 60, second <= 60, zoneHour < 24, zoneMinute < 60 else { return nil }
    guard day >= 1, day <= NaiveDate.length(year, month) else { return nil }
    let days = NaiveDate.days(before: year, month) + day - 1
    let offset = (zoneHour * 60 + zoneMinute) * (text[21] == 0x2D ? -60 : 60)
    let start = days * 86_400 + hour * 3600 + minute * 60 - offset
    // Seconds since 1970 are kept in 32 bits.
    guard (1970...2105).contains(year), start >= 0 else { return nil }
    return start + second
  }

  private static func number(_ digits: [UInt8]) -> Int? {
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

/// The calendar, counted year by year and month by month.
enum NaiveDate {
  /// The length of a month, from 0.
  static func length(_ year: Int, _ month: Int) -> Int {
    [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month]
  }

  private static func length(_ year: Int) -> Int { isLeap(year) ? 366 : 365 }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The days from 1970-01-01 to the first of a month, from 0; negative before it.
  static func days(before year: Int, _ month: Int) -> Int {
    var days = 0
    if year >= 1970 {
      for earlier in 1970..<year { days += length(earlier) }
    } else {
      for later in year..<1970 { days -= length(later) }
    }
    return (0..<month).reduce(days) { $0 + length(year, $1) }
  }

  /// `2026-11-19` of a day number since 1970-01-01.
  static func text(_ number: Int) -> String {
    var (year, rest) = (1970, number)
    while rest < 0 {
      year -= 1
      rest += length(year)
    }
    while rest >= length(year) {
      rest -= length(year)
      year += 1
    }
    var month = 0
    while rest >= length(year, month) {
      rest -= length(year, month)
      month += 1
    }
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month + 1, 2))-\(padded(rest + 1, 2))"
  }

  static func weekday(_ number: Int) -> String {
    let names = [
      "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday",
    ]
    return names[((number % 7) + 7) % 7]
  }
}
