/// A time as a strftime(3) pattern writes it.
/// - Source: POSIX `strftime`; Apache `mod_log_config`, `%{format}t`.
struct TimePattern: Sendable, Equatable {
  enum Item: Sendable, Equatable {
    case year, shortYear, month, monthName, day, hour, halfDayHour, minute, second, halfDay
    case zone, epoch, digits, letters, dayOfYear
    case text(UInt8)
  }
  let items: [Item]

  /// Compiles a pattern.
  /// - Returns: `nil` where it has a conversion that tells no time of a request.
  init?(_ pattern: [UInt8]) {
    var items: [Item] = []
    var rest = pattern[...]
    while let byte = rest.popFirst() {
      guard byte == 0x25 else {
        items.append(.text(byte))
        continue
      }
      guard var conversion = rest.popFirst() else { return nil }
      // Modifiers such as `%-d`, `%Ey` and `%Od`.
      while [0x2D, 0x5F, 0x5E, 0x45, 0x4F, 0x30].contains(conversion) {
        guard let next = rest.popFirst() else { return nil }
        conversion = next
      }
      guard let found = Self.items(of: conversion) else { return nil }
      items += found
    }
    self.items = items
  }

  private static func items(of conversion: UInt8) -> [Item]? {
    switch Character(Unicode.Scalar(conversion)) {
    case "Y": [.year]
    case "y": [.shortYear]
    case "m": [.month]
    case "b", "h", "B": [.monthName]
    case "d", "e": [.day]
    case "H", "k": [.hour]
    case "I", "l": [.halfDayHour]
    case "M": [.minute]
    case "S": [.second]
    case "p", "P": [.halfDay]
    case "z": [.zone]
    case "Z", "a", "A": [.letters]
    case "j": [.dayOfYear]
    case "s": [.epoch]
    case "f", "u", "w", "N": [.digits]
    case "T": [.hour, .text(0x3A), .minute, .text(0x3A), .second]
    case "R": [.hour, .text(0x3A), .minute]
    case "F": [.year, .text(0x2D), .month, .text(0x2D), .day]
    case "D": [.month, .text(0x2F), .day, .text(0x2F), .shortYear]
    case "n", "t": [.text(0x20)]
    case "%": [.text(0x25)]
    default: nil
    }
  }

  /// Whether it tells the day.
  var hasDate: Bool {
    items.contains(.epoch)
      || (items.contains { $0 == .year || $0 == .shortYear }
        && (items.contains(.dayOfYear)
          || (items.contains(.day) && items.contains { $0 == .month || $0 == .monthName })))
  }

  /// Whether it tells the hour.
  var hasClock: Bool {
    items.contains(.epoch) || items.contains { $0 == .hour || $0 == .halfDayHour }
  }

  /// The seconds that the text at `start` tells, and where it ends, or `nil`.
  ///
  /// A pattern without a date gives seconds since midnight, one without a clock those of the day's beginning.
  func parse(_ line: Span<UInt8>, at start: Int) -> (seconds: Int64, end: Int)? {
    var year = 1970
    var month = 1
    var day = 1
    var seconds = 0
    var dayOfYear = 0
    var hour = 0
    var isAfternoon: Bool?
    var at = start
    /// One or two digits, behind a space where the first is missing.
    func short(_ limit: ClosedRange<Int>) -> Int? {
      if at < line.count, line[at] == 0x20 { at &+= 1 }
      guard let (value, end) = Digits.prefix(line, at, min(at &+ 2, line.count)),
        limit.contains(value)
      else { return nil }
      at = end
      return value
    }
    for item in items {
      switch item {
      case .year:
        guard let value = Digits.number(line, at, 4) else { return nil }
        year = value
        at &+= 4
      case .shortYear:
        guard let value = Digits.number(line, at, 2) else { return nil }
        year = value < 69 ? 2000 + value : 1900 + value
        at &+= 2
      case .month:
        guard let value = short(1...12) else { return nil }
        month = value
      case .monthName:
        guard let value = MonthName.number(line, at) else { return nil }
        month = value
        at = Self.lettersEnd(line, at)
      case .day:
        guard let value = short(1...31) else { return nil }
        day = value
      case .dayOfYear:
        guard let value = Digits.number(line, at, 3), (1...366).contains(value) else { return nil }
        dayOfYear = value &- 1
        at &+= 3
      case .hour:
        guard let value = short(0...23) else { return nil }
        hour = value
      case .halfDayHour:
        guard let value = short(1...12) else { return nil }
        hour = value % 12
      case .minute:
        guard let value = short(0...59) else { return nil }
        seconds &+= value &* 60
      case .second:
        guard let value = short(0...60) else { return nil }
        seconds &+= value
      case .halfDay:
        guard at &+ 2 <= line.count, line[at &+ 1] | 0x20 == 0x6D else { return nil }
        isAfternoon = line[at] | 0x20 == 0x70
        at &+= 2
      case .zone:
        guard let zone = Self.zone(line, at) else { return nil }
        seconds &-= Int(zone.offset)
        at = zone.end
      case .epoch:
        guard let (value, end) = Digits.prefix(line, at, line.count), value < 1 << 40 else {
          return nil
        }
        seconds = value
        at = end
      case .digits: at = Digits.end(line, at, line.count)
      case .letters: at = Self.lettersEnd(line, at)
      case .text(let byte):
        guard at < line.count, line[at] == byte else { return nil }
        at &+= 1
      }
    }
    if isAfternoon == true { hour &+= 12 }
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    let days = Int64(date.daysSinceEpoch) &+ Int64(dayOfYear)
    return (days &* 86_400 &+ Int64(hour &* 3600 &+ seconds), at)
  }

  private static func lettersEnd(_ line: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < line.count, (0x61...0x7A).contains(line[at] | 0x20) { at &+= 1 }
    return at
  }

  private static func zone(_ line: Span<UInt8>, _ start: Int) -> (offset: Int64, end: Int)? {
    for length in [6, 5, 1] where start &+ length <= line.count {
      if let offset = LogTime.offset(line, start, start &+ length), line[start] != 0x20 {
        return (offset, start &+ length)
      }
    }
    return nil
  }
}
