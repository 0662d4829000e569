/// The line on which each value of a TOML text stands.
///
/// The parser gives positions for syntax errors only, so this scan follows the text's structure and
/// notes where headers, keys and elements begin. It trusts the parser for validity: on a text that the
/// parser refuses it ends, but its answer means nothing.
/// - Source: TOML 1.0.0.
struct TOMLLines {
  private var lines: [TOMLPath: Int] = [:]
  private var elementCounts: [TOMLPath: Int] = [:]
  private let text: [UInt8]
  private var offset = 0
  private var line = 1

  /// Scans a text that the parser has accepted.
  /// - Complexity: O(*n*) in the text's bytes, for a bounded depth of tables.
  init(text: String) {
    self.text = Array(text.utf8)
    scan()
  }

  /// The line of the value at `path`, or of the nearest table around it that has one.
  func line(of path: TOMLPath) -> Int? {
    var place: TOMLPath? = path
    while let known = place {
      if let line = lines[known] { return line }
      place = known.parent
    }
    return nil
  }

  private var byte: UInt8? { offset < text.count ? text[offset] : nil }

  private func looksAt(_ byte: Character) -> Bool { self.byte == byte.asciiValue }

  private mutating func advance() {
    if looksAt("\n") { line += 1 }
    offset += 1
  }

  private mutating func scan() {
    var table = TOMLPath()
    skipBlank(newlines: true)
    while byte != nil {
      let before = offset
      if looksAt("[") {
        table = header()
      } else {
        keyAndValue(in: table)
      }
      skipBlank(newlines: true)
      // Only a text that the parser refuses can stand still.
      if offset == before { advance() }
    }
  }

  /// Skips spaces and comments, and line ends where a value may go on behind them.
  private mutating func skipBlank(newlines: Bool) {
    while let byte {
      switch byte {
      case 0x20, 0x09, 0x0D: advance()
      case 0x0A where newlines: advance()
      case 0x23: while self.byte != nil && !looksAt("\n") { advance() }
      case 0xEF where offset == 0: offset += 3  // a byte order mark
      default: return
      }
    }
  }

  private mutating func note(_ path: TOMLPath, _ line: Int) {
    if lines[path] == nil { lines[path] = line }
  }

  private mutating func header() -> TOMLPath {
    let start = line
    advance()
    let isArray = looksAt("[")
    if isArray { advance() }
    var path = TOMLPath()
    let keys = self.keys()
    for (position, key) in keys.enumerated() {
      path = path.appending(.key(key))
      let isLast = position == keys.count - 1
      if isLast && isArray { elementCounts[path, default: 0] += 1 }
      note(path, start)
      // A header below an array of tables means the last one.
      if let count = elementCounts[path] { path = path.appending(.index(count - 1)) }
      note(path, start)
    }
    while looksAt("]") { advance() }
    return path
  }

  private mutating func keyAndValue(in table: TOMLPath) {
    let start = line
    var path = table
    for key in keys() {
      path = path.appending(.key(key))
      note(path, start)
    }
    skipBlank(newlines: false)
    if looksAt("=") { advance() }
    skipBlank(newlines: false)
    value(at: path)
  }

  private mutating func keys() -> [String] {
    var keys: [String] = []
    while true {
      skipBlank(newlines: false)
      if looksAt("\"") || looksAt("'") {
        keys.append(quotedKey())
      } else {
        let start = offset
        while let byte, Self.isBareKeyByte(byte) { advance() }
        keys.append(String(decoding: text[start..<offset], as: UTF8.self))
      }
      skipBlank(newlines: false)
      guard looksAt(".") else { return keys }
      advance()
    }
  }

  private static func isBareKeyByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x5F: true
    default: false
    }
  }

  /// A quoted key; of escapes only `\"` and `\\` are read, since others only lose a line number.
  private mutating func quotedKey() -> String {
    let isBasic = looksAt("\"")
    let start = offset + 1
    string()
    let inside = text[min(start, text.count)..<max(min(start, text.count), offset - 1)]
    let key = String(decoding: inside, as: UTF8.self)
    guard isBasic else { return key }
    return key.replacing("\\\"", with: "\"").replacing("\\\\", with: "\\")
  }

  private mutating func value(at path: TOMLPath) {
    note(path, line)
    switch byte {
    case 0x22, 0x27: string()
    case 0x5B: array(at: path)
    case 0x7B: inlineTable(at: path)
    default:
      while let byte, !Self.endsScalar(byte) { advance() }
    }
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x5D, 0x7D, 0x0A, 0x23: true
    default: false
    }
  }

  private mutating func array(at path: TOMLPath) {
    advance()
    var index = 0
    while byte != nil {
      skipBlank(newlines: true)
      if looksAt("]") { return advance() }
      let before = offset
      value(at: path.appending(.index(index)))
      index += 1
      skipBlank(newlines: true)
      if looksAt(",") { advance() }
      if offset == before { return }
    }
  }

  private mutating func inlineTable(at path: TOMLPath) {
    advance()
    while byte != nil {
      skipBlank(newlines: true)
      if looksAt("}") { return advance() }
      let before = offset
      keyAndValue(in: path)
      skipBlank(newlines: true)
      if looksAt(",") { advance() }
      if offset == before { return }
    }
  }

  /// Passes a string of any of the four kinds, from its first quote to behind its last.
  private mutating func string() {
    guard let quote = byte else { return }
    let isMultiline = text[offset...].prefix(3).elementsEqual([quote, quote, quote])
    for _ in 0..<(isMultiline ? 3 : 1) { advance() }
    while let byte {
      if byte == 0x5C && quote == 0x22 {
        advance()
        advance()
      } else if byte == quote {
        guard isMultiline else { return advance() }
        var run = 0
        while self.byte == quote {
          advance()
          run += 1
        }
        // Up to two quotes may stand before the closing three.
        if run >= 3 { return }
      } else {
        advance()
      }
    }
  }
}
