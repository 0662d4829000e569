/// Lines of at most 80 columns, in which every character is safe to show on a terminal.
struct TextWriter {
  static let width = 80

  private(set) var bytes: [UInt8] = []

  /// Writes one line, cut in its middle where it is too long.
  mutating func line(_ text: String) {
    var safe = Visible.cut(text, to: Self.width)
    while safe.last == " " { safe.removeLast() }
    bytes.append(contentsOf: safe.utf8)
    bytes.append(0x0A)
  }

  mutating func rule(_ mark: Character) { line(String(repeating: mark, count: Self.width)) }

  /// Writes a heading, with a blank line before it and a rule beneath.
  mutating func heading(_ text: String) {
    line("")
    line(text.uppercased())
    rule("-")
  }

  /// Writes a name and what it stands for.
  mutating func pair(_ name: String, _ text: String) {
    wrap(text, first: Self.left(name, 14), rest: String(repeating: " ", count: 14))
  }

  mutating func paragraph(_ text: String) { wrap(text, first: "", rest: "") }

  mutating func item(_ text: String) { wrap(text, first: "* ", rest: "  ") }

  private mutating func wrap(_ text: String, first: String, rest: String) {
    let spaced = text.replacing(Figures.narrowSpace, with: ",")
    var current = first
    var isEmpty = true
    for word in Visible.text(spaced).split(separator: " ") {
      // A word longer than a line is cut; nothing that has to be read whole is.
      let safe = Visible.cut(String(word), to: Self.width - Visible.columns(rest))
      let columns = Visible.columns(current) + Visible.columns(safe) + (isEmpty ? 0 : 1)
      if !isEmpty, columns > Self.width {
        line(current)
        current = rest + safe
      } else {
        current += (isEmpty ? "" : " ") + safe
      }
      isEmpty = false
    }
    line(current)
  }

  /// The text, cut or filled up on its right to that many columns.
  static func left(_ text: String, _ columns: Int) -> String {
    let safe = Visible.cut(text, to: columns)
    return safe + String(repeating: " ", count: max(0, columns - Visible.columns(safe)))
  }

  /// The text, filled up on its left to that many columns.
  static func right(_ text: String, _ columns: Int) -> String {
    let safe = Visible.text(text)
    return String(repeating: " ", count: max(0, columns - Visible.columns(safe))) + safe
  }
}
