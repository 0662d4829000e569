/// A pattern of paths, such as `/news/*`: `*` stands for any text, also for none and also for slashes.
public struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  private let bytes: [UInt8]

  /// The pattern with that text, or `nil` where it does not begin with `/`, or holds a query.
  public init?(_ text: String) {
    guard text.hasPrefix("/"), !text.contains("?"), !text.contains("#") else { return nil }
    bytes = Array(text.utf8)
  }

  /// The pattern as it was written.
  public var description: String { String(decoding: bytes, as: UTF8.self) }

  /// What stands before the first star.
  var literalPrefix: ArraySlice<UInt8> { bytes.prefix { $0 != Self.star } }

  /// Whether a path, decoded and without its query, matches as a whole.
  /// - Complexity: O(*n* · *m*) in the path's and the pattern's lengths at worst; allocates nothing.
  func matches(_ path: Span<UInt8>) -> Bool {
    var (place, position) = (0, 0)
    // Where to go on when the text behind the last star does not match: one byte later each time.
    var retry: (place: Int, position: Int)?
    while position < path.count {
      if place < bytes.count, bytes[place] == Self.star {
        place += 1
        retry = (place, position)
      } else if place < bytes.count, bytes[place] == path[position] {
        place += 1
        position += 1
      } else if let last = retry {
        place = last.place
        position = last.position + 1
        retry = (place, position)
      } else {
        return false
      }
    }
    while place < bytes.count, bytes[place] == Self.star { place += 1 }
    return place == bytes.count
  }

  private static let star: UInt8 = 0x2A
}
