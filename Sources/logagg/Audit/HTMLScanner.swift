/// Walks a page's tags and texts; enough of HTML for pages that are well formed, and no more.
/// - Source: WHATWG HTML, section 13.2.5, without its error recovery.
struct HTMLScanner {
  /// One step of the walk.
  enum Event: Equatable {
    case open(name: String, attributes: [String: String])
    case close(name: String)
    /// Text with its entities decoded.
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0
  /// The element whose content is no markup, such as `style`.
  private var rawElement: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag or text; `nil` at the end.
  mutating func next() -> Event? {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<"), let event = tag() { return event }
      let start = place
      if bytes[place] == UInt8(ascii: "<") { place += 1 }
      while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      let decoded = rawElement == nil ? Self.decoded(text) : text
      if decoded.contains(where: { !$0.isWhitespace }) { return .text(decoded) }
    }
    return nil
  }

  private mutating func tag() -> Event? {
    var cursor = place + 1
    guard cursor < bytes.count else { return nil }
    let isClosing = bytes[cursor] == UInt8(ascii: "/")
    if isClosing { cursor += 1 }
    let isDeclaration = cursor < bytes.count && bytes[cursor] == UInt8(ascii: "!")
    let start = cursor
    while cursor < bytes.count, Self.isOfName(bytes[cursor]) { cursor += 1 }
    let name = String(decoding: bytes[start..<cursor], as: UTF8.self).lowercased()
    if let rawElement, !(isClosing && name == rawElement) { return nil }
    guard !name.isEmpty || isDeclaration else { return nil }
    var attributes: [String: String] = [:]
    while cursor < bytes.count, bytes[cursor] != UInt8(ascii: ">") {
      cursor = attribute(at: cursor, into: &attributes)
    }
    place = min(cursor + 1, bytes.count)
    if isDeclaration { return next() }
    if isClosing {
      rawElement = nil
      return .close(name: name)
    }
    if name == "style" || name == "script" { rawElement = name }
    return .open(name: name, attributes: attributes)
  }

  /// Reads one attribute, or steps over a byte that begins none.
  private func attribute(at start: Int, into attributes: inout [String: String]) -> Int {
    var cursor = start
    while cursor < bytes.count, Self.isOfName(bytes[cursor]) { cursor += 1 }
    guard cursor > start else { return start + 1 }
    let name = String(decoding: bytes[start..<cursor], as: UTF8.self).lowercased()
    guard cursor + 1 < bytes.count, bytes[cursor] == UInt8(ascii: "=") else {
      attributes[name] = ""
      return cursor
    }
    cursor += 1
    let quote = bytes[cursor]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { cursor += 1 }
    let valueStart = cursor
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if isQuoted ? byte == quote : (byte <= 0x20 || byte == UInt8(ascii: ">")) { break }
      cursor += 1
    }
    attributes[name] = Self.decoded(String(decoding: bytes[valueStart..<cursor], as: UTF8.self))
    return isQuoted ? cursor + 1 : cursor
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    IdentifierScan.isLetter(byte) || IdentifierScan.isDigit(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
  }

  /// Text with the entities that pages use for markup, and numeric ones.
  private static func decoded(_ text: String) -> String {
    guard text.contains("&") else { return text }
    var decoded = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "&") {
      decoded += rest[..<start]
      rest = rest[start...]
      guard let end = rest.prefix(12).firstIndex(of: ";") else {
        decoded.append("&")
        rest = rest.dropFirst()
        continue
      }
      let name = rest[rest.index(after: start)..<end]
      decoded += entity(name) ?? String(rest[...end])
      rest = rest[rest.index(after: end)...]
    }
    return decoded + rest
  }

  private static func entity(_ name: Substring) -> String? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
      guard name.hasPrefix("#") else { return nil }
      let digits = name.dropFirst()
      let code =
        digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      return code.flatMap(Unicode.Scalar.init).map { String($0) }
    }
  }
}
