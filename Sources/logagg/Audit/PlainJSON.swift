/// A JSON text read into a tree, by rules of its own.
///
/// The auditor shares no code with what wrote the text, and takes nothing that RFC 8259 does not allow.
/// - Source: RFC 8259.
enum PlainJSON: Equatable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([PlainJSON])
  case object([String: PlainJSON])

  /// Why a text is not JSON, and at which byte.
  struct Problem: Error {
    let what: String
    let byte: Int
  }

  /// Reads a whole text.
  /// - Throws: ``Problem`` where it is not one JSON value, nests deeper than 64, or names a member twice.
  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8]) throws(Problem) {
    var reader = Reader(bytes: bytes)
    self = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.problem("something follows the value") }
  }

  subscript(_ name: String) -> PlainJSON? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  var array: [PlainJSON]? {
    guard case .array(let values) = self else { return nil }
    return values
  }
}

extension PlainJSON {
  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    func problem(_ what: String) -> Problem { Problem(what: what, byte: place) }

    mutating func skipSpace() {
      while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      guard place < bytes.count, bytes[place] == byte else { return false }
      place += 1
      return true
    }

    mutating func value(depth: Int) throws(Problem) -> PlainJSON {
      skipSpace()
      guard depth < 64 else { throw problem("it nests too deeply") }
      guard place < bytes.count else { throw problem("it ends too early") }
      switch bytes[place] {
      case UInt8(ascii: "{"): return try object(depth: depth)
      case UInt8(ascii: "["): return try array(depth: depth)
      case UInt8(ascii: "\""): return .string(try text())
      case UInt8(ascii: "t"): return try word("true", .bool(true))
      case UInt8(ascii: "f"): return try word("false", .bool(false))
      case UInt8(ascii: "n"): return try word("null", .null)
      default: return try number()
      }
    }

    private mutating func word(_ word: String, _ value: PlainJSON) throws(Problem) -> PlainJSON {
      for byte in word.utf8 {
        guard take(byte) else { throw problem("a value is none that JSON knows") }
      }
      return value
    }

    private mutating func object(depth: Int) throws(Problem) -> PlainJSON {
      place += 1
      var members: [String: PlainJSON] = [:]
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      while true {
        skipSpace()
        let name = try text()
        skipSpace()
        guard take(UInt8(ascii: ":")) else { throw problem("a member has no value") }
        guard members[name] == nil else { throw problem("a member is named twice") }
        members[name] = try value(depth: depth + 1)
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        guard take(UInt8(ascii: ",")) else { throw problem("an object is not closed") }
      }
    }

    private mutating func array(depth: Int) throws(Problem) -> PlainJSON {
      place += 1
      var values: [PlainJSON] = []
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(values) }
      while true {
        values.append(try value(depth: depth + 1))
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(values) }
        guard take(UInt8(ascii: ",")) else { throw problem("an array is not closed") }
      }
    }

    private mutating func number() throws(Problem) -> PlainJSON {
      let start = place
      let signs = Array("+-.eE0123456789".utf8)
      while place < bytes.count, signs.contains(bytes[place]) { place += 1 }
      let text = String(decoding: bytes[start..<place], as: UTF8.self)
      let digits = text.first == "-" ? text.dropFirst() : Substring(text)
      let hasLeadingZero =
        digits.count > 1 && digits.first == "0" && digits.dropFirst().first?.isNumber == true
      guard let first = digits.first, first.isNumber, !hasLeadingZero, let number = Double(text),
        number.isFinite
      else {
        throw problem("a number is none that JSON knows")
      }
      return .number(number)
    }

    private mutating func text() throws(Problem) -> String {
      guard take(UInt8(ascii: "\"")) else { throw problem("a text is missing") }
      var unescaped: [UInt8] = []
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""):
          guard let text = String(validating: unescaped, as: UTF8.self) else {
            throw problem("a text is not UTF-8")
          }
          return text
        case UInt8(ascii: "\\"): unescaped += try escape()
        case 0..<0x20: throw problem("a text holds a control character")
        default: unescaped.append(byte)
        }
      }
      throw problem("a text is not closed")
    }

    private mutating func escape() throws(Problem) -> [UInt8] {
      guard place < bytes.count else { throw problem("a text is not closed") }
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
      case UInt8(ascii: "b"): return [8]
      case UInt8(ascii: "f"): return [12]
      case UInt8(ascii: "n"): return [10]
      case UInt8(ascii: "r"): return [13]
      case UInt8(ascii: "t"): return [9]
      case UInt8(ascii: "u"):
        var code = try hexadecimal()
        if (0xD800..<0xDC00).contains(code) {
          guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw problem("half of a character is missing")
          }
          let low = try hexadecimal()
          guard (0xDC00..<0xE000).contains(low) else {
            throw problem("half of a character is missing")
          }
          code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw problem("a character is none") }
        return Array(String(scalar).utf8)
      default: throw problem("an escape is none that JSON knows")
      }
    }

    private mutating func hexadecimal() throws(Problem) -> UInt32 {
      var code: UInt32 = 0
      for _ in 0..<4 {
        guard place < bytes.count, let digit = Character(Unicode.Scalar(bytes[place])).hexDigitValue
        else { throw problem("an escape is cut off") }
        code = code << 4 | UInt32(digit)
        place += 1
      }
      return code
    }
  }
}
