/// The place of one text in `Texts`.
struct TextID: Equatable {
  fileprivate let index: Int32

  /// The place as a number, the same in every run.
  var number: Int32 { index }

  /// The text of no bytes.
  static let empty = TextID(index: 0)
}

/// Every text that lines are made of, kept as bytes side by side.
struct Texts {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  mutating func add(_ text: String) -> TextID {
    bytes.append(contentsOf: text.utf8)
    ends.append(bytes.count)
    return TextID(index: Int32(ends.count - 1))
  }

  mutating func add(_ texts: [String]) -> [TextID] { texts.map { add($0) } }

  func write(_ id: TextID, to output: inout Output) {
    let index = Int(id.index)
    if index > 0 { output.append(bytes.span.extracting(ends[index - 1]..<ends[index])) }
  }
}
