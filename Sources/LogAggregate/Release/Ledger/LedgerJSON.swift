/// A value of a ledger's record, whose members keep their order.
///
/// Figures are integers: a record holds no fraction and no float.
/// - Source: RFC 8259.
enum LedgerJSON: Hashable, Sendable {
  /// A member of an object.
  struct Member: Hashable, Sendable {
    let name: String
    let value: LedgerJSON
  }
  case null
  case bool(Bool)
  case integer(Int)
  case string(String)
  case array([LedgerJSON])
  case object([Member])

  /// An object of these members, in their order.
  static func record(_ members: KeyValuePairs<String, LedgerJSON>) -> LedgerJSON {
    .object(members.map { Member(name: $0.key, value: $0.value) })
  }

  static func optional(_ text: String?) -> LedgerJSON { text.map(LedgerJSON.string) ?? .null }

  static func optional(_ number: Int?) -> LedgerJSON { number.map(LedgerJSON.integer) ?? .null }

  /// Appends the value as text without white space; the same value is always the same bytes.
  /// - Complexity: O(bytes written).
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let flag): bytes += (flag ? "true" : "false").utf8
    case .integer(let number): bytes += String(number).utf8
    case .string(let text): Self.write(quoted: text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(quoted: member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func write(quoted text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20, 0x7F:
        bytes += "\\u00".utf8
        bytes += [byte].hexadecimal.utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
