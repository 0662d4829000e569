import Foundation

/// A figure as a form of the report shows it, found by table, row and metric.
struct ReadFigure: Hashable, Sendable {
  /// The table's title, or its identifier where the form has that.
  let table: String
  let key: String
  let metric: String
}

/// Strict readers of the forms, each for what its writer promises and for no more.
enum ReportForms {
  struct Malformed: Error { let what: String }

  /// The rows of a CSV file.
  /// - Source: RFC 4180.
  static func csv(_ data: Data) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var bytes = [UInt8](data)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if bytes.first == UInt8(ascii: "\"") {
          field.append(byte)
          bytes.removeFirst()
        } else {
          isQuoted = false
          guard bytes.first == UInt8(ascii: ",") || bytes.first == 0x0D else {
            throw Malformed(what: "text behind a quote")
          }
        }
      case _ where isQuoted: field.append(byte)
      case UInt8(ascii: "\""):
        guard field.isEmpty else { throw Malformed(what: "a quote inside a field") }
        isQuoted = true
      case UInt8(ascii: ","):
        row.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0D:
        guard bytes.popFirst() == 0x0A else { throw Malformed(what: "CR without LF") }
        rows.append(row + [String(decoding: field, as: UTF8.self)])
        (row, field) = ([], [])
      case 0x0A: throw Malformed(what: "LF without CR")
      default: field.append(byte)
      }
    }
    guard row.isEmpty, field.isEmpty, !isQuoted else { throw Malformed(what: "no line end") }
    return rows
  }

  /// The grids of a Markdown file by the heading above them, each with its head row first.
  static func markdown(_ text: String) -> [String: [[String]]] {
    var grids: [String: [[String]]] = [:]
    var heading = ""
    for line in text.components(separatedBy: "\n") {
      if line.hasPrefix("#") { heading = String(line.drop { $0 == "#" || $0 == " " }) }
      guard line.hasPrefix("| "), line.hasSuffix(" |") else { continue }
      let cells = line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
      if !cells.allSatisfy({ $0.allSatisfy { "-: ".contains($0) } }) {
        grids[heading, default: []].append(cells.map(unescaped))
      }
    }
    return grids
  }

  /// Markdown without its escapes and emphasis.
  private static func unescaped(_ text: String) -> String {
    var plain = ""
    var isEscape = false
    for character in text {
      if character == "\\", !isEscape {
        isEscape = true
      } else {
        if isEscape || character != "*" { plain.append(character) }
        isEscape = false
      }
    }
    return entities(plain)
  }

  /// The tables of the HTML page by the number in the text of each cell: element by element, with
  /// a stack that every end tag has to match.
  static func html(_ text: String) throws -> HTMLPage {
    var page = HTMLPage()
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      page.add(text: entities(String(rest[..<open])))
      guard let close = rest[open...].firstIndex(of: ">") else {
        throw Malformed(what: "a tag without end")
      }
      try page.add(tag: String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
      if page.stack.last == "style", let end = rest.firstRange(of: "</style>") {
        page.add(text: String(rest[..<end.lowerBound]))
        rest = rest[end.lowerBound...]
      }
    }
    guard page.stack.isEmpty else { throw Malformed(what: "elements left open") }
    return page
  }

  static func entities(_ text: String) -> String {
    let names = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'"]
    return names.reduce(text) { $0.replacing($1.key, with: $1.value) }
      .replacing("&amp;", with: "&")
  }

  /// Digits without what groups them; `nil` for what is no number.
  static func number(_ text: String) -> Int? {
    let groups: Set<Character> = [",", "\u{202F}", "−", "-", " "]
    return Int(String(text.filter { !groups.contains($0) }))
  }
}

/// An HTML page as its elements, attributes and tables.
struct HTMLPage {
  struct Row {
    var kind = ""
    var name = ""
    var figures: [String] = []
  }
  private(set) var stack: [String] = []
  private(set) var elements: Set<String> = []
  private(set) var attributes: [(element: String, name: String, value: String)] = []
  /// The rows of tables by the identifier of the block they stand in.
  private(set) var rows: [String: [Row]] = [:]
  private(set) var blocks: [String] = []
  private var row: Row?
  private var isSmall = false

  private static let empty: Set<String> = ["meta", "link", "br", "hr", "img", "input"]

  mutating func add(tag: String) throws {
    if tag.hasPrefix("!") { return }
    if tag.hasPrefix("/") { return try end(String(tag.dropFirst())) }
    let isClosed = tag.hasSuffix("/")
    let body = isClosed ? String(tag.dropLast()) : tag
    let name = String(body.prefix { $0 != " " })
    elements.insert(name)
    try addAttributes(String(body.dropFirst(name.count)), of: name)
    if isClosed || Self.empty.contains(name) { return }
    stack.append(name)
    if name == "small" { isSmall = true }
    if name == "tr" { row = Row(kind: value("class", of: name) ?? "") }
    if name == "td" { row?.figures.append("") }
    if name == "section", let label = value("aria-labelledby", of: name) {
      blocks.append(label)
    } else if name == "section" {
      blocks.append("")
    }
  }

  mutating func add(text: String) {
    guard row != nil, !isSmall, let block = stack.last(where: { ["th", "td"].contains($0) }) else {
      return
    }
    if block == "th" { row?.name += text }
    if block == "td", let last = row?.figures.indices.last { row?.figures[last] += text }
  }

  private mutating func end(_ name: String) throws {
    guard stack.popLast() == name else { throw ReportForms.Malformed(what: "</\(name)>") }
    if name == "small" { isSmall = false }
    if name == "section" { blocks.removeLast() }
    if name == "tr", let row {
      rows[blocks.last ?? "", default: []].append(row)
      self.row = nil
    }
  }

  private mutating func addAttributes(_ text: String, of element: String) throws {
    var rest = text[...]
    while let equals = rest.firstIndex(of: "=") {
      let name = rest[..<equals].trimmingCharacters(in: .whitespaces)
      rest = rest[rest.index(after: equals)...]
      guard rest.popFirst() == "\"", let end = rest.firstIndex(of: "\"") else {
        throw ReportForms.Malformed(what: "an attribute without quotes")
      }
      attributes.append((element, name, ReportForms.entities(String(rest[..<end]))))
      rest = rest[rest.index(after: end)...]
    }
  }

  private func value(_ name: String, of element: String) -> String? {
    guard let last = attributes.last(where: { $0.element == element && $0.name == name }) else {
      return nil
    }
    return last.value
  }
}
