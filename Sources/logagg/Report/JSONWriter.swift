/// A JSON value whose members keep the order in which they are given, and its layout.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// Ten-thousandths, written with four decimals.
  case fixed(Int)
  case string(String)
  /// An array with one element a line.
  case array([JSONValue])
  /// An array of short values on one line.
  case list([JSONValue])
  /// An object with one member a line.
  case object([(String, JSONValue)])
  /// An object on one line.
  case record([(String, JSONValue)])

  /// The string, or null.
  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// The integer, or null.
  static func optional(_ number: Int?) -> JSONValue { number.map(JSONValue.integer) ?? .null }
}

/// Writes JSON, indented by two spaces, as UTF-8.
/// - Source: RFC 8259.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes the value at that depth of nesting.
  mutating func write(_ value: JSONValue, depth: Int = 0) {
    switch value {
    case .null: add("null")
    case .bool(let flag): add(flag ? "true" : "false")
    case .integer(let number): add(String(number))
    case .fixed(let tenThousandths): add(Figures.fixed(tenThousandths))
    case .string(let text): write(quoted: text)
    case .list(let elements):
      add("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { add(", ") }
        write(element, depth: depth)
      }
      add("]")
    case .record(let members):
      add("{")
      for (index, member) in members.enumerated() {
        if index > 0 { add(", ") }
        write(member, depth: depth)
      }
      add("}")
    case .array(let elements):
      guard !elements.isEmpty else { return add("[]") }
      add("[")
      for (index, element) in elements.enumerated() {
        breakLine(after: index, depth: depth + 1)
        write(element, depth: depth + 1)
      }
      breakLine(depth: depth)
      add("]")
    case .object(let members):
      guard !members.isEmpty else { return add("{}") }
      add("{")
      for (index, member) in members.enumerated() {
        breakLine(after: index, depth: depth + 1)
        write(member, depth: depth + 1)
      }
      breakLine(depth: depth)
      add("}")
    }
  }

  /// Writes a line feed.
  mutating func endLine() { add("\n") }

  private mutating func write(_ member: (String, JSONValue), depth: Int) {
    write(quoted: member.0)
    add(": ")
    write(member.1, depth: depth)
  }

  private mutating func breakLine(after index: Int, depth: Int) {
    if index > 0 { add(",") }
    breakLine(depth: depth)
  }

  private mutating func breakLine(depth: Int) {
    add("\n")
    for _ in 0..<depth { add("  ") }
  }

  /// Writes a string; what could hide or turn text on a screen is escaped too, and `<`, so that
  /// the bytes are harmless inside a page.
  private mutating func write(quoted text: String) {
    add("\"")
    defer { add("\"") }
    guard !Self.isPlain(text) else { return add(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": add("\\\"")
      case "\\": add("\\\\")
      case "\n": add("\\n")
      case "\r": add("\\r")
      case "\t": add("\\t")
      case "<": add("\\u003c")
      default:
        if scalar.isASCII, scalar.value >= 0x20, scalar.value != 0x7F {
          bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else if Visible.isHidden(scalar) {
          for unit in String(scalar).utf16 { add("\\u" + Figures.hexadecimal(unit, digits: 4)) }
        } else {
          add(String(scalar))
        }
      }
    }
  }

  /// Whether a text stands in a string as it is, as nearly every one does.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C && byte != 0x3C
    }
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
