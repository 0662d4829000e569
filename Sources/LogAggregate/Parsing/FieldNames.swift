/// The names under which a format has its values, nested or not, in any case.
///
/// A name is compared as two words of eight bytes, and byte by byte only where it is longer than both.
struct FieldNames: Sendable {
  struct Entry: Sendable {
    fileprivate var head: UInt64 = 0
    fileprivate var tail: UInt64 = 0
    fileprivate var length: UInt8 = 0
    fileprivate var node: UInt8 = 0
    /// The node of the names within, or 0 where the value is none that holds others.
    fileprivate(set) var child: UInt8 = 0
    fileprivate(set) var field: NamedField?
    fileprivate var start: UInt16 = 0
  }
  private var slots: [Entry] = Array(repeating: Entry(), count: 1024)
  private var text: [UInt8] = []
  private var nodeCount: UInt8 = 1
  private static let fold: UInt64 = 0x2020_2020_2020_2020

  /// - Parameter names: for each kind the names of its values, the one that counts first; a slash leads into an object.
  init(_ names: [(NamedField.Kind, [String])]) {
    for (kind, list) in names { add(kind, list) }
  }

  /// The same names, but for the list of addresses that proxies append to, which has those of the site's rule.
  func naming(_ rule: ForwardedRule?) -> FieldNames {
    guard let rule else { return self }
    var names = self
    for place in slots.indices where slots[place].field?.kind == .forwarded {
      names.slots[place].field = nil
    }
    names.add(.forwarded, rule.valueNames)
    return names
  }

  private mutating func add(_ kind: NamedField.Kind, _ list: [String]) {
    for (rank, path) in list.enumerated() {
      let field = NamedField(kind: kind, rank: UInt8(truncatingIfNeeded: rank))
      let parts = path.split(separator: "/").map { Array($0.utf8) }
      var node: UInt8 = 0
      for part in parts.dropLast() { node = child(part, of: node) }
      if let last = parts.last { slots[slot(last, node)].field = field }
      // The same path in one name, as flattened logs have it.
      if parts.count > 1 { slots[slot(Array(parts.joined(separator: [0x2E])), 0)].field = field }
    }
  }

  /// The node of the names within `name`, made where there is none.
  private mutating func child(_ name: [UInt8], of node: UInt8) -> UInt8 {
    let place = slot(name, node)
    if slots[place].child == 0 {
      slots[place].child = nodeCount
      nodeCount += 1
    }
    return slots[place].child
  }

  /// The place of `name` below `node`, taken for it where it was free.
  private mutating func slot(_ name: [UInt8], _ node: UInt8) -> Int {
    let folded = name.map { $0 | 0x20 }
    let (head, tail) = Self.words(name.span, 0, name.count)
    var place = Self.place(head, tail, name.count, node)
    while slots[place].length > 0 {
      let start = Int(slots[place].start)
      if slots[place].node == node, Int(slots[place].length) == name.count,
        Array(text[start..<start + name.count]) == folded
      {
        return place
      }
      place = (place + 1) & 1023
    }
    slots[place] = Entry(
      head: head, tail: tail, length: UInt8(name.count), node: node, start: UInt16(text.count))
    text += folded
    return place
  }

  /// What the name in `start..<end` means below `node`, or `nil`.
  /// - Complexity: O(1) expected; allocates nothing.
  @inline(__always)
  func entry(_ line: Span<UInt8>, _ start: Int, _ end: Int, node: UInt8) -> Entry? {
    let length = end &- start
    guard length > 0, length < 64 else { return nil }
    let (head, tail) = Self.words(line, start, end)
    var place = Self.place(head, tail, length, node)
    while slots[place].length > 0 {
      let entry = slots[place]
      if entry.head == head, entry.tail == tail, Int(entry.length) == length, entry.node == node,
        length <= 16 || matches(line, start, Int(entry.start), length)
      {
        return entry
      }
      place = (place &+ 1) & 1023
    }
    return nil
  }

  private func matches(_ line: Span<UInt8>, _ start: Int, _ text: Int, _ length: Int) -> Bool {
    for index in 8..<length &- 8 where line[start &+ index] | 0x20 != self.text[text &+ index] {
      return false
    }
    return true
  }

  /// The first and the last eight bytes in lower case; of a shorter name all, and none.
  @inline(__always)
  private static func words(
    _ line: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (head: UInt64, tail: UInt64) {
    let length = end &- start
    if length >= 8 { return (line.word(at: start) | fold, line.word(at: end &- 8) | fold) }
    if start &+ 8 <= line.count {
      let mask = (UInt64(1) << UInt64(8 &* length)) &- 1
      return ((line.word(at: start) | fold) & mask, 0)
    }
    var head: UInt64 = 0
    for index in 0..<length {
      head |= UInt64(line[start &+ index] | 0x20) << UInt64(8 &* index)
    }
    return (head, 0)
  }

  @inline(__always)
  private static func place(_ head: UInt64, _ tail: UInt64, _ length: Int, _ node: UInt8) -> Int {
    let mixed =
      (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: length) << 8
        ^ UInt64(node)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) >> 22) & 1023
  }
}
