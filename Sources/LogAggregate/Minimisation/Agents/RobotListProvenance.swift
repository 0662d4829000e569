/// Which state of which published list the product carries.
struct RobotListProvenance: Sendable {
  let name: String
  /// The list's commit.
  let version: String
  let date: String
  let licence: String
  let origin: String
}

extension RobotList {
  /// The list as bytes.
  private static var bytes: Span<UInt8> {
    @_lifetime(immortal)
    get {
      // The literal lives as long as the program.
      unsafe _overrideLifetime(
        Span(_unsafeStart: text.utf8Start, count: text.utf8CodeUnitCount), borrowing: ())
    }
  }

  /// Calls `body` with the text and the category of each line.
  static func forEach(_ body: (Span<UInt8>, RobotCategory) -> Void) {
    var rest = bytes
    var category = RobotCategory.declared
    var word = rest
    while !rest.isEmpty {
      var colon = 0
      while colon < rest.count, rest[colon] != UInt8(ascii: ":") { colon &+= 1 }
      var end = colon
      while end < rest.count, rest[end] != UInt8(ascii: "\n") { end &+= 1 }
      if end == colon { return }
      // The lines are sorted by category, so its name is looked up a dozen times in all.
      let name = rest.extracting(first: colon)
      if !same(name, word) {
        word = name
        category = RobotCategory.allCases.first { same(name, $0.reason) } ?? .declared
      }
      body(rest.extracting((colon &+ 1)..<end), category)
      rest = rest.extracting(droppingFirst: min(end &+ 1, rest.count))
    }
  }

  private static func same(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where a[index] != b[index] { return false }
    return true
  }

  private static func same(_ a: Span<UInt8>, _ text: String) -> Bool { same(a, text.utf8.span) }
}
