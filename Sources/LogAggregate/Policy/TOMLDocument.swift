private import TOMLKit

/// A TOML text as values, each of which knows its line.
///
/// This is the only file that names the parser.
struct TOMLDocument: Sendable {
  /// A value and where it stands.
  struct Node: Sendable {
    let value: Value
    let path: TOMLPath
    let line: Int?
  }
  /// What a TOML text can hold.
  indirect enum Value: Sendable {
    case string(String)
    case integer(Int)
    case decimal(Double)
    case boolean(Bool)
    case array([Node])
    /// The entries in the order of the text.
    case table([(key: String, node: Node)])
    /// A kind of value that no key of ours takes, by its name.
    case other(String)
  }

  let file: String
  let root: Node

  /// Parses a text.
  /// - Throws: ``PolicyError`` with line and column, when the text is not TOML.
  init(text: String, file: String) throws(PolicyError) {
    if let line = Self.firstLineWithNul(text) {
      // The parser hands texts around as C strings and would silently stop here.
      throw PolicyError(
        file: file, line: line, problem: "a NUL byte", remedy: "save the file as plain UTF-8 text")
    }
    do {
      let table = try TOMLTable(string: text)
      self.root = Self.node(table.tomlValue, at: TOMLPath(), TOMLLines(text: text))
      self.file = file
    } catch let error as TOMLParseError {
      throw PolicyError(
        file: file, line: error.source.begin.line, column: error.source.begin.column,
        problem: "not valid TOML" + Self.place(error.description),
        remedy: "correct the syntax (toml.io/en/v1.0.0)")
    } catch {
      throw PolicyError(
        file: file, line: nil, problem: "not valid TOML",
        remedy: "correct the syntax (toml.io/en/v1.0.0)")
    }
  }

  /// What was being read, as far as the parser's message says it in words of its own.
  ///
  /// The rest of the message quotes the text, which may be a log that was given by mistake.
  private static func place(_ message: String) -> String {
    let start = "Error while parsing "
    guard message.hasPrefix(start) else { return "" }
    let scopes = [
      "key-value pair", "key", "table header", "array", "inline table", "string", "literal string",
      "value", "date", "time", "date-time", "integer", "boolean", "floating-point", "comment",
    ]
    let said = message.dropFirst(start.count).prefix { $0 != ":" }
    return scopes.first { said == $0 }.map { ": the \($0) is malformed" } ?? ""
  }

  /// The line of a NUL byte, or of the escape for one.
  private static func firstLineWithNul(_ text: String) -> Int? {
    // Nearly no text has a byte that any of the three begins with.
    guard text.utf8.contains(where: { $0 == 0 || $0 == 0x5C }) else { return nil }
    for nul in ["\0", #"\u0000"#, #"\U00000000"#] {
      guard let found = text.firstRange(of: nul) else { continue }
      return 1 + text.utf8[..<found.lowerBound].count { $0 == 0x0A }
    }
    return nil
  }

  private static func node(_ value: TOMLValue, at path: TOMLPath, _ lines: TOMLLines) -> Node {
    Node(value: read(value, at: path, lines), path: path, line: lines.line(of: path))
  }

  private static func read(_ value: TOMLValue, at path: TOMLPath, _ lines: TOMLLines) -> Value {
    if let string = value.string { return .string(string) }
    if let integer = value.int { return .integer(integer) }
    if let decimal = value.double { return .decimal(decimal) }
    if let boolean = value.bool { return .boolean(boolean) }
    if let array = value.array {
      return .array(
        (0..<array.count).map { node(array[$0].tomlValue, at: path.appending(.index($0)), lines) })
    }
    if let table = value.table {
      var entries: [(key: String, node: Node)] = []
      for key in table.keys {
        guard let below = table[key] else { continue }
        entries.append((key, node(below.tomlValue, at: path.appending(.key(key)), lines)))
      }
      // The parser sorts by key; people expect the order in which they wrote.
      entries.sort { ($0.node.line ?? 0, $0.key) < ($1.node.line ?? 0, $1.key) }
      return .table(entries)
    }
    return .other(value.type.description)
  }
}

extension TOMLDocument.Value {
  /// The kind of value, as a message names it.
  var kind: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .decimal: "a decimal number"
    case .boolean: "a boolean"
    case .array: "an array"
    case .table: "a table"
    case .other(let name): "a \(name)"
    }
  }
}
