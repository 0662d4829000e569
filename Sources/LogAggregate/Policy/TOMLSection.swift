/// A table of a configuration file, read strictly: what it does not expect is an error.
package struct TOMLSection {
  /// A value of the file and the line that it stands on.
  package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let line: Int?
  }

  let file: String
  let path: TOMLPath
  let line: Int?
  private let entries: [(key: String, node: TOMLDocument.Node)]

  /// Parses a text and takes the whole of it as a section.
  package init(text: String, file: String) throws(PolicyError) {
    try self.init(TOMLDocument(text: text, file: file))
  }

  /// The whole text as a section.
  init(_ document: TOMLDocument) throws(PolicyError) {
    try self.init(document.root, file: document.file, what: "the file")
  }

  private init(_ node: TOMLDocument.Node, file: String, what: String) throws(PolicyError) {
    guard case .table(let entries) = node.value else {
      throw PolicyError(
        file: file, line: node.line, problem: "\(what) is \(node.value.kind)",
        remedy: "make it a table")
    }
    self.file = file
    self.path = node.path
    self.line = node.line
    self.entries = entries
  }

  /// The keys in the order of the text.
  package var keys: [Located<String>] { entries.map { Located(value: $0.key, line: $0.node.line) } }

  /// Refuses every key but these.
  package func allow(_ known: [String]) throws(PolicyError) {
    for (key, node) in entries where !known.contains(key) {
      throw PolicyError(
        file: file, line: node.line,
        problem: "unknown key \(key.quoted) \(place)",
        remedy: "allowed: " + known.joined(separator: ", "))
    }
  }

  /// An error at this section.
  func error(_ problem: String, remedy: String) -> PolicyError {
    PolicyError(file: file, line: line, problem: problem, remedy: remedy)
  }

  /// An error at a key of this section, or at the section where the key is missing.
  func error(at key: String, _ problem: String, remedy: String) -> PolicyError {
    PolicyError(file: file, line: node(key)?.line ?? line, problem: problem, remedy: remedy)
  }

  /// An error at a line of this file.
  package func error(line: Int?, _ problem: String, remedy: String) -> PolicyError {
    PolicyError(file: file, line: line, problem: problem, remedy: remedy)
  }

  package func string(_ key: String) throws(PolicyError) -> Located<String>? {
    guard let node = node(key) else { return nil }
    return try Located(value: text(node), line: node.line)
  }

  package func requiredString(_ key: String) throws(PolicyError) -> Located<String> {
    guard let value = try string(key) else { throw missing(key, "a string") }
    return value
  }

  /// Whether the key stands, with a string.
  func isString(_ key: String) -> Bool {
    if case .string = node(key)?.value { true } else { false }
  }

  func integer(_ key: String) throws(PolicyError) -> Located<Int>? {
    guard let node = node(key) else { return nil }
    guard case .integer(let value) = node.value else { throw wrong(node, "an integer") }
    return Located(value: value, line: node.line)
  }

  /// A share such as `0.9` in percent; its value is `nil` where it has more than two decimals, or is far out of range.
  func percent(_ key: String) throws(PolicyError) -> Located<Int?>? {
    guard let node = node(key) else { return nil }
    let share: Double
    switch node.value {
    case .decimal(let value): share = value
    case .integer(let value): share = Double(value)
    default: throw wrong(node, "a decimal number such as 0.9")
    }
    let percent = (share * 100).rounded()
    let isExact = abs(share) <= 1 && abs(percent - share * 100) < 1e-9
    return Located(value: isExact ? Int(percent) : nil, line: node.line)
  }

  func boolean(_ key: String) throws(PolicyError) -> Located<Bool>? {
    guard let node = node(key) else { return nil }
    guard case .boolean(let value) = node.value else { throw wrong(node, "true or false") }
    return Located(value: value, line: node.line)
  }

  package func integers(_ key: String) throws(PolicyError) -> [Located<Int>]? {
    guard let node = node(key) else { return nil }
    guard case .array(let nodes) = node.value else { throw wrong(node, "an array of integers") }
    var values: [Located<Int>] = []
    for node in nodes {
      guard case .integer(let value) = node.value else { throw wrong(node, "an integer") }
      values.append(Located(value: value, line: node.line))
    }
    return values
  }

  package func strings(_ key: String) throws(PolicyError) -> [Located<String>]? {
    guard let node = node(key) else { return nil }
    guard case .array(let nodes) = node.value else { throw wrong(node, "an array of strings") }
    var values: [Located<String>] = []
    for node in nodes { values.append(try Located(value: text(node), line: node.line)) }
    return values
  }

  func requiredStrings(_ key: String) throws(PolicyError) -> [Located<String>] {
    guard let values = try strings(key) else { throw missing(key, "an array of strings") }
    guard !values.isEmpty else {
      throw error(at: key, "\(key.quoted) \(place) is empty", remedy: "name at least one")
    }
    return values
  }

  package func section(_ key: String) throws(PolicyError) -> TOMLSection? {
    guard let node = node(key) else { return nil }
    return try TOMLSection(node, file: file, what: node.path.description.quoted)
  }

  func requiredSection(_ key: String) throws(PolicyError) -> TOMLSection {
    guard let section = try section(key) else { throw missing(key, "a table") }
    return section
  }

  /// The tables of an array of tables; none where the key is missing.
  func sections(_ key: String) throws(PolicyError) -> [TOMLSection] {
    guard let node = node(key) else { return [] }
    guard case .array(let nodes) = node.value else { throw wrong(node, "an array of tables") }
    var sections: [TOMLSection] = []
    for node in nodes {
      sections.append(try TOMLSection(node, file: file, what: node.path.description.quoted))
    }
    return sections
  }

  private func node(_ key: String) -> TOMLDocument.Node? {
    entries.first { $0.key == key }?.node
  }

  /// The words that say where this section is.
  private var place: String {
    path.steps.isEmpty ? "at the top of the file" : "in \(path.description.quoted)"
  }

  private func text(_ node: TOMLDocument.Node) throws(PolicyError) -> String {
    guard case .string(let value) = node.value else { throw wrong(node, "a string") }
    if value.isEmpty {
      throw error(
        line: node.line, "\(node.path.description.quoted) is empty",
        remedy: "give it a value, or leave the key out")
    }
    if value.unicodeScalars.contains(where: \.isControl) {
      throw error(
        line: node.line, "\(node.path.description.quoted) holds a control character",
        remedy: "write it as one line of plain text")
    }
    return value
  }

  private func wrong(_ node: TOMLDocument.Node, _ wanted: String) -> PolicyError {
    error(
      line: node.line, "\(node.path.description.quoted) is \(node.value.kind)",
      remedy: "it must be \(wanted)")
  }

  private func missing(_ key: String, _ wanted: String) -> PolicyError {
    error("\(key.quoted) is missing \(place)", remedy: "add it as \(wanted)")
  }
}
