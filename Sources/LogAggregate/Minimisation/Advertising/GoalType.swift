/// Finds the type of a goal in a request: one of a list, or none of it.
enum GoalType {
  /// The place of the type in the goal's list; `nil` where it is not listed.
  /// - Complexity: O(length of the target + listed types).
  static func number(in target: Span<UInt8>, of goal: Site.Goal) -> Int? {
    let text: [UInt8]
    switch goal.typePlace {
    case nil: return nil
    case .part(let part):
      let parts = PathTemplate.decodedPath(of: target).split(separator: UInt8(ascii: "/"))
      guard part <= parts.count else { return nil }
      text = Array(parts[part - 1])
    case .parameter(let name):
      guard let query = target.offset(of: UInt8(ascii: "?")),
        let value = QueryParameter.range(of: name.utf8.span, in: target, query: query + 1)
      else { return nil }
      text = QueryParameter.decoded(target.extracting(value))
    }
    guard let word = String(validating: text, as: UTF8.self)?.lowercased() else { return nil }
    return goal.types.firstIndex(of: word)
  }
}

extension QueryParameter {
  /// A value with its encoding undone: `%40`, and `+` for a space.
  /// - Source: WHATWG URL standard, application/x-www-form-urlencoded.
  static func decoded(_ value: Span<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(value.count)
    var index = 0
    while index < value.count {
      if value[index] == UInt8(ascii: "%"), index + 2 < value.count,
        let high = hex(value[index + 1]), let low = hex(value[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(value[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : value[index])
        index += 1
      }
    }
    return bytes
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
      (byte & 0xF) + 9
    default: nil
    }
  }
}
