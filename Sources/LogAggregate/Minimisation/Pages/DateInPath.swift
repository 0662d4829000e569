/// The first date in a path: `/2026/11/19/`, `/2026/11/` or `/2026-11-19`.
///
/// A site whose articles lie under their dates has a page of its own for each day otherwise, or, with a placeholder for each
/// number, none that tells the article.
struct DateInPath {
  /// The path without the date.
  let rest: [UInt8]
  /// How many parts stand before the date.
  let place: Int
  /// Whether the path is nothing but the date.
  private let isAll: Bool

  /// What stands in the date's place in the page.
  static let placeholder = ":date"

  /// Finds the date in a decoded path, or returns `nil` where there is none.
  /// - Complexity: O(length of the path).
  init?(_ path: [UInt8]) {
    let parts = path.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (place, part) in parts.enumerated() {
      let length = Self.isDate(part) ? 1 : Self.count(parts[place...])
      guard length > 0 else { continue }
      let others = parts[..<place] + parts[(place + length)...]
      rest = others.isEmpty ? [UInt8(ascii: "/")] : others.flatMap { [UInt8(ascii: "/")] + $0 }
      isAll = others.isEmpty
      self.place = place
      return
    }
    return nil
  }

  /// Puts the placeholder into the page that the rest has become.
  func insert(into page: inout [UInt8], section: inout [UInt8]) {
    let mark = Array("/\(Self.placeholder)".utf8)
    if place == 0 { section = mark }
    if isAll {
      page = mark
      return
    }
    var position = 0
    for _ in 0..<place {
      guard position < page.count else { return }
      position = page[(position + 1)...].firstIndex(of: UInt8(ascii: "/")) ?? page.count
    }
    page.insert(contentsOf: mark, at: min(position, page.count))
  }

  /// How many parts are year and month, and maybe day.
  private static func count(_ parts: ArraySlice<ArraySlice<UInt8>>) -> Int {
    let numbers = parts.prefix(3).map(number)
    guard numbers.count >= 2, isYear(parts, numbers[0]),
      isMonth(numbers[1], parts.dropFirst().first)
    else { return 0 }
    guard numbers.count == 3, let day = numbers[2], (1...31).contains(day),
      parts.dropFirst(2).first?.count ?? 3 <= 2
    else { return 2 }
    return 3
  }

  private static func isYear(_ parts: ArraySlice<ArraySlice<UInt8>>, _ year: Int?) -> Bool {
    parts.first?.count == 4 && (1990...2100).contains(year ?? 0)
  }

  private static func isMonth(_ month: Int?, _ part: ArraySlice<UInt8>?) -> Bool {
    (1...12).contains(month ?? 0) && part?.count ?? 3 <= 2
  }

  /// `2026-11-19`, `2026_11_19` and `20261119`.
  private static func isDate(_ part: ArraySlice<UInt8>) -> Bool {
    let separators = part.filter { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }.count
    let digits = part.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    guard digits.count == 8, separators == part.count - 8, separators == 0 || separators == 2,
      let value = number(digits[...])
    else { return false }
    return (1990...2100).contains(value / 10_000) && (1...12).contains(value / 100 % 100)
      && (1...31).contains(value % 100)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...8).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
