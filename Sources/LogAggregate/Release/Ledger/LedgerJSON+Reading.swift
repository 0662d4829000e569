/// Why a record cannot be read.
struct LedgerFlaw: Error, Equatable {
  /// What was expected, without a byte of the file.
  let expected: String
}

extension LedgerJSON {
  /// Reads one value from bytes, from `position` on, and leaves `position` behind it.
  ///
  /// White space, fractions and unpaired escapes are flaws: a ledger's writer makes none.
  /// - Parameter skipped: the name of members that are passed over, and are empty lists then.
  /// - Throws: ``LedgerFlaw`` where the bytes are not such a value.
  /// - Complexity: O(bytes of the value).
  init(
    _ bytes: [UInt8], at position: inout Int, depth: Int = 0, skipping skipped: String? = nil
  ) throws(LedgerFlaw) {
    guard position < bytes.count, depth < 16 else { throw LedgerFlaw(expected: "a value") }
    switch bytes[position] {
    case UInt8(ascii: "{"):
      var members: [Member] = []
      var isMore = try Self.begin(bytes, at: &position, end: UInt8(ascii: "}"))
      while isMore {
        let name = try Self.readString(bytes, at: &position)
        try Self.pass(UInt8(ascii: ":"), bytes, at: &position)
        if name == skipped {
          try Self.skip(bytes, at: &position)
          members.append(Member(name: name, value: .array([])))
        } else {
          let value = try LedgerJSON(
            bytes, at: &position, depth: depth + 1, skipping: skipped)
          members.append(Member(name: name, value: value))
        }
        isMore = try Self.goOn(bytes, at: &position, end: UInt8(ascii: "}"))
      }
      self = .object(members)
    case UInt8(ascii: "["):
      var elements: [LedgerJSON] = []
      var isMore = try Self.begin(bytes, at: &position, end: UInt8(ascii: "]"))
      while isMore {
        elements.append(
          try LedgerJSON(bytes, at: &position, depth: depth + 1, skipping: skipped))
        isMore = try Self.goOn(bytes, at: &position, end: UInt8(ascii: "]"))
      }
      self = .array(elements)
    case UInt8(ascii: "\""): self = .string(try Self.readString(bytes, at: &position))
    case UInt8(ascii: "n"):
      try Self.pass("null", bytes, at: &position)
      self = .null
    case UInt8(ascii: "t"):
      try Self.pass("true", bytes, at: &position)
      self = .bool(true)
    case UInt8(ascii: "f"):
      try Self.pass("false", bytes, at: &position)
      self = .bool(false)
    default: self = .integer(try Self.readInteger(bytes, at: &position))
    }
  }

  /// The one value that all of `bytes` are.
  init(_ bytes: [UInt8], skipping skipped: String? = nil) throws(LedgerFlaw) {
    var position = 0
    try self.init(bytes, at: &position, skipping: skipped)
    guard position == bytes.count else { throw LedgerFlaw(expected: "the record's end") }
  }

  /// Passes the beginning of a list.
  /// - Returns: whether an element follows.
  private static func begin(
    _ bytes: [UInt8], at position: inout Int, end: UInt8
  ) throws(LedgerFlaw) -> Bool {
    position += 1
    guard position < bytes.count else { throw LedgerFlaw(expected: "a list's end") }
    guard bytes[position] == end else { return true }
    position += 1
    return false
  }

  /// Passes what stands behind an element.
  /// - Returns: whether a further one follows.
  private static func goOn(
    _ bytes: [UInt8], at position: inout Int, end: UInt8
  ) throws(LedgerFlaw) -> Bool {
    guard position < bytes.count else { throw LedgerFlaw(expected: "a list's end") }
    let next = bytes[position]
    position += 1
    if next == end { return false }
    guard next == UInt8(ascii: ",") else { throw LedgerFlaw(expected: "a comma") }
    return true
  }

  /// Passes over a list or an object without reading it.
  private static func skip(_ bytes: [UInt8], at position: inout Int) throws(LedgerFlaw) {
    var depth = 0
    var isInText = false
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      switch byte {
      case UInt8(ascii: "\\") where isInText: position += 1
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "{") where !isInText, UInt8(ascii: "[") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText, UInt8(ascii: "]") where !isInText: depth -= 1
      default: break
      }
      if depth == 0 { return }
    }
    throw LedgerFlaw(expected: "a list's end")
  }

  static func pass(_ text: String, _ bytes: [UInt8], at position: inout Int) throws(LedgerFlaw) {
    for byte in text.utf8 { try pass(byte, bytes, at: &position) }
  }

  private static func pass(_ byte: UInt8, _ bytes: [UInt8], at position: inout Int)
    throws(LedgerFlaw)
  {
    guard position < bytes.count, bytes[position] == byte else {
      throw LedgerFlaw(expected: "another character")
    }
    position += 1
  }

  private static func readInteger(_ bytes: [UInt8], at position: inout Int) throws(LedgerFlaw)
    -> Int
  {
    let start = position
    while position < bytes.count,
      (0x30...0x39).contains(bytes[position]) || bytes[position] == UInt8(ascii: "-")
    {
      position += 1
    }
    guard let number = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw LedgerFlaw(expected: "a number")
    }
    return number
  }

  private static func readString(_ bytes: [UInt8], at position: inout Int) throws(LedgerFlaw)
    -> String
  {
    try pass(UInt8(ascii: "\""), bytes, at: &position)
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != UInt8(ascii: "\\")
    {
      position += 1
    }
    var content = bytes[start..<min(position, bytes.count)]
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\") {
        content.append(try readEscape(bytes, at: &position))
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    try pass(UInt8(ascii: "\""), bytes, at: &position)
    guard let text = String(validating: content, as: UTF8.self) else {
      throw LedgerFlaw(expected: "UTF-8")
    }
    return text
  }

  /// The escapes that the writer makes: of quote, backslash and control characters.
  private static func readEscape(_ bytes: [UInt8], at position: inout Int) throws(LedgerFlaw)
    -> UInt8
  {
    position += 1
    guard position < bytes.count else { throw LedgerFlaw(expected: "an escape") }
    let kind = bytes[position]
    if kind == UInt8(ascii: "\"") || kind == UInt8(ascii: "\\") {
      position += 1
      return kind
    }
    try pass("u00", bytes, at: &position)
    let digits = bytes[position..<min(position + 2, bytes.count)]
    guard digits.count == 2, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
      code < 0x80
    else { throw LedgerFlaw(expected: "an escape") }
    position += 2
    return code
  }
}

extension LedgerJSON {
  /// The member of that name.
  subscript(name: String) -> LedgerJSON {
    get throws(LedgerFlaw) {
      if case .object(let members) = self,
        let member = members.first(where: { $0.name == name })
      {
        return member.value
      }
      throw LedgerFlaw(expected: "the member \(name)")
    }
  }

  var text: String {
    get throws(LedgerFlaw) {
      if case .string(let text) = self { return text }
      throw LedgerFlaw(expected: "a text")
    }
  }

  var number: Int {
    get throws(LedgerFlaw) {
      if case .integer(let number) = self { return number }
      throw LedgerFlaw(expected: "a number")
    }
  }

  var flag: Bool {
    get throws(LedgerFlaw) {
      if case .bool(let flag) = self { return flag }
      throw LedgerFlaw(expected: "true or false")
    }
  }

  var elements: [LedgerJSON] {
    get throws(LedgerFlaw) {
      if case .array(let elements) = self { return elements }
      throw LedgerFlaw(expected: "a list")
    }
  }

  /// `nil` for null, and else what `read` makes of the value.
  func optional<Value>(
    _ read: (LedgerJSON) throws(LedgerFlaw) -> Value
  ) throws(LedgerFlaw) -> Value? {
    self == .null ? nil : try read(self)
  }

  /// A calendar day such as `2026-11-19`.
  var date: CivilDate {
    get throws(LedgerFlaw) {
      guard let date = CivilDate(try text) else { throw LedgerFlaw(expected: "a date") }
      return date
    }
  }
}
