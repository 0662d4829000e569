/// A text with named places in braces, such as `{count} more rows`.
struct Phrase: Sendable {
  enum Part: Equatable, Sendable {
    case text(String)
    case place(String)
  }
  let parts: [Part]

  init(_ source: String) {
    var parts: [Part] = []
    var rest = source[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      parts.append(.place(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    self.parts = parts
  }

  /// The names of the places, in their order.
  var places: [String] {
    parts.compactMap { if case .place(let name) = $0 { name } else { nil } }
  }

  /// The text with its places filled; one without a value stays as it is.
  func filled(_ value: (String) -> String?) -> String {
    parts.reduce(into: "") { text, part in
      switch part {
      case .text(let literal): text += literal
      case .place(let name): text += value(name) ?? "{\(name)}"
      }
    }
  }

  /// What stands in the places of a text that was made from this phrase; `nil` where it was not.
  func values(in text: String) -> [String: String]? {
    var values: [String: String] = [:]
    var rest = text[...]
    var open: String?
    for part in parts {
      switch part {
      case .place(let name): open = name
      case .text(let literal):
        guard let found = rest.firstRange(of: literal),
          open != nil || found.lowerBound == rest.startIndex
        else { return nil }
        if let name = open { values[name] = String(rest[..<found.lowerBound]) }
        open = nil
        rest = rest[found.upperBound...]
      }
    }
    if let open {
      guard !rest.isEmpty else { return nil }
      values[open] = String(rest)
    } else if !rest.isEmpty {
      return nil
    }
    return values
  }
}
