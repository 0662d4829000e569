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
  mutating func pair(_ name: String, _ text: String) { pairs([(name, text)], least: 14) }

  /// Writes names and what they stand for, one beneath the other.
  mutating func pairs(_ pairs: [(name: String, text: String)], least: Int = 14) {
    let longest = pairs.map { Visible.columns($0.name) + 2 }.max() ?? 0
    let width = min(max(longest, least), 32)
    for (name, text) in pairs {
      wrap(
        text, first: Self.left(name, width - 1) + " ", rest: String(repeating: " ", count: width))
    }
  }

  mutating func paragraph(_ text: String) { wrap(text, first: "", rest: "") }

  mutating func item(_ text: String) { wrap(text, first: "* ", rest: "  ") }

  private mutating func wrap(_ text: String, first: String, rest: String) {
    var current = first
    var isEmpty = true
    for (piece, spaced) in Self.pieces(of: Visible.text(text)) {
      // A word longer than a line is cut; nothing that has to be read whole is.
      let safe = Visible.cut(piece, to: Self.width - Visible.columns(rest))
      let isSpaced = spaced && !isEmpty
      let columns = Visible.columns(current) + Visible.columns(safe) + (isSpaced ? 1 : 0)
      if !isEmpty, columns > Self.width {
        line(current)
        current = rest + safe
      } else {
        current += (isSpaced ? " " : "") + safe
      }
      isEmpty = false
    }
    line(current)
  }

  /// What a line may be broken between, and whether a space stood before it: words, and in scripts
  /// that write no spaces single characters with the marks that follow them.
  /// - Source: UAX #14, classes ID and CL, in short.
  private static func pieces(of text: String) -> [(String, Bool)] {
    var pieces: [(String, Bool)] = []
    for word in text.split(separator: " ") {
      var isFirst = true
      for character in word {
        let isWide = Visible.columns(String(character)) == 2
        let joins = isFirst ? false : !isWide && !(pieces.last?.0.last.map(isWideLetter) ?? false)
        if joins || (!isFirst && closing.contains(character)) {
          pieces[pieces.count - 1].0.append(character)
        } else {
          pieces.append((String(character), isFirst))
        }
        isFirst = false
      }
    }
    return pieces
  }

  private static let closing: Set<Character> = [
    "。", "，", "、", "；", "：", "）", "」", "”", "》", "！", "？",
  ]

  private static func isWideLetter(_ character: Character) -> Bool {
    Visible.columns(String(character)) == 2
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
