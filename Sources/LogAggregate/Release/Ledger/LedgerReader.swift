/// Why a record cannot be read.
struct LedgerFlaw: Error, Equatable {
  /// What was expected, without a byte of the file.
  let expected: String
}

/// A ledger's bytes, read value by value in the order in which ``LedgerJSON`` writes them, without a tree between.
///
/// White space, fractions, other escapes than the writer's, and members in another order are flaws: a ledger's writer makes
/// none.
struct LedgerReader {
  private let bytes: [UInt8]
  /// Where the next value begins.
  private(set) var position: Int

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Passes an object's beginning and the name of its first member.
  mutating func open(_ name: String) throws(LedgerFlaw) {
    try pass("{\"")
    try pass(name)
    try pass("\":")
  }

  /// Passes the name of an object's next member.
  mutating func next(_ name: String) throws(LedgerFlaw) {
    guard hasNext(name) else { throw LedgerFlaw(expected: "the member \(name)") }
  }

  /// Passes the name of an object's next member where it is this one, and else nothing.
  mutating func hasNext(_ name: String) -> Bool {
    let start = position
    if passes(",\""), passes(name), passes("\":") { return true }
    position = start
    return false
  }

  /// Passes an object's end.
  mutating func close() throws(LedgerFlaw) { try pass("}") }

  /// Sees that nothing is left.
  func end() throws(LedgerFlaw) {
    guard position == bytes.count else { throw LedgerFlaw(expected: "the record's end") }
  }

  /// Passes these characters.
  mutating func pass(_ text: String) throws(LedgerFlaw) {
    guard passes(text) else { throw LedgerFlaw(expected: "another character") }
  }

  /// Passes these characters where they stand here; else it may have passed some of them.
  private mutating func passes(_ text: String) -> Bool {
    for byte in text.utf8 {
      guard byte == peek else { return false }
      position &+= 1
    }
    return true
  }

  /// The next byte; zero, which no record holds, at the end.
  var peek: UInt8 { position < bytes.count ? bytes[position] : 0 }

  mutating func number() throws(LedgerFlaw) -> Int {
    let isNegative = peek == UInt8(ascii: "-")
    if isNegative { position &+= 1 }
    let start = position
    var number = 0
    while (0x30...0x39).contains(peek) {
      let (shifted, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let digit = Int(peek & 15)
      let (sum, overflows) = shifted.subtractingReportingOverflow(digit)
      guard !isTooLarge, !overflows else { throw LedgerFlaw(expected: "a number") }
      number = sum
      position &+= 1
    }
    // Gathered below zero, where there is one number more.
    guard position > start, isNegative || number != .min else {
      throw LedgerFlaw(expected: "a number")
    }
    return isNegative ? number : -number
  }

  mutating func flag() throws(LedgerFlaw) -> Bool {
    let isTrue = peek == UInt8(ascii: "t")
    try pass(isTrue ? "true" : "false")
    return isTrue
  }

  mutating func text() throws(LedgerFlaw) -> String {
    try pass("\"")
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\""),
      bytes[position] != UInt8(ascii: "\\")
    {
      position &+= 1
    }
    if peek != UInt8(ascii: "\\") {
      let text = try Self.text(bytes.span.extracting(start..<position))
      try pass("\"")
      return text
    }
    var content = Array(bytes[start..<position])
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      content.append(try byteInText())
    }
    try pass("\"")
    return try Self.text(content.span)
  }

  private static func text(_ bytes: Span<UInt8>) throws(LedgerFlaw) -> String {
    guard let text = try? UTF8Span(validating: bytes) else { throw LedgerFlaw(expected: "UTF-8") }
    return String(copying: text)
  }

  /// A byte of a text, or an escape that the writer makes: of quote, backslash and control characters.
  private mutating func byteInText() throws(LedgerFlaw) -> UInt8 {
    let byte = peek
    position &+= 1
    guard byte == UInt8(ascii: "\\") else { return byte }
    let kind = peek
    if kind == UInt8(ascii: "\"") || kind == UInt8(ascii: "\\") {
      position &+= 1
      return kind
    }
    try pass("u00")
    let digits = bytes[position..<min(position + 2, bytes.count)]
    guard digits.count == 2, let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
      code < 0x80
    else { throw LedgerFlaw(expected: "an escape") }
    position &+= 2
    return code
  }

  /// `nil` for null, and else what `read` makes of the value.
  mutating func optional<Value>(
    _ read: (inout LedgerReader) throws(LedgerFlaw) -> Value
  ) throws(LedgerFlaw) -> Value? {
    guard peek == UInt8(ascii: "n") else { return try read(&self) }
    try pass("null")
    return nil
  }

  /// What `read` makes of each element of a list.
  mutating func list<Value>(
    _ read: (inout LedgerReader) throws(LedgerFlaw) -> Value
  ) throws(LedgerFlaw) -> [Value] {
    try pass("[")
    var values: [Value] = []
    if passes("]") { return values }
    while true {
      values.append(try read(&self))
      if passes("]") { return values }
      try pass(",")
    }
  }

  /// Passes over a list or an object without reading it.
  mutating func skip() throws(LedgerFlaw) {
    var depth = 0
    var isInText = false
    while position < bytes.count {
      let byte = bytes[position]
      position &+= 1
      switch byte {
      case UInt8(ascii: "\\") where isInText: position &+= 1
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "{") where !isInText, UInt8(ascii: "[") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText, UInt8(ascii: "]") where !isInText: depth -= 1
      default: break
      }
      if depth == 0 { return }
    }
    throw LedgerFlaw(expected: "a list's end")
  }
}

extension LedgerReader {
  mutating func optionalText() throws(LedgerFlaw) -> String? {
    try optional { reader throws(LedgerFlaw) in try reader.text() }
  }

  mutating func optionalNumber() throws(LedgerFlaw) -> Int? {
    try optional { reader throws(LedgerFlaw) in try reader.number() }
  }

  mutating func texts() throws(LedgerFlaw) -> [String] {
    try list { reader throws(LedgerFlaw) in try reader.text() }
  }

  /// A calendar day such as `2026-11-19`.
  mutating func date() throws(LedgerFlaw) -> CivilDate {
    guard let date = CivilDate(try text()) else { throw LedgerFlaw(expected: "a date") }
    return date
  }
}
