extension MMDB {
  /// The offsets in `values` that leaves of the tree point to, each once.
  /// - Throws: where a path of the tree does not end, within an address's length, at nothing or in
  ///   the data.
  /// - Complexity: O(*n*) in the nodes; allocates a byte for each.
  func leafOffsets() throws(MMDBFlaw) -> [Int] {
    let count = metadata.nodeCount
    guard count > 0 else { return [] }
    let nodes = MMDBNodes(metadata)
    let bytes = values.bytes
    var leaves: [Int] = []
    var isKnown = MMDBOffsetSet(values.range)

    // A node may be reached by several paths (aliases of the IPv4 tree), so it is looked at again
    // only where it lies deeper than before. Depth is bounded, so cycles end in `treeTooDeep`.
    var levels = [UInt8](repeating: 0, count: count)
    levels[0] = 1
    var waiting = [0]
    while let node = waiting.popLast() {
      let level = levels[node]
      for right in [true, false] {
        let record = nodes.record(ofNode: node, right: right, in: bytes)
        if record < count {
          guard level < metadata.addressBitCount else { throw .treeTooDeep }
          if levels[record] <= level {
            levels[record] = level + 1
            waiting.append(record)
          }
        } else if record > count {
          let offset = values.offset(ofRecord: record, metadata)
          guard values.range.contains(offset) else { throw .recordOutOfRange }
          if isKnown.insert(offset) { leaves.append(offset) }
        }
      }
    }
    return leaves
  }
}

/// Checks that values, and those that their pointers lead to, are whole; each once.
struct MMDBValueCheck {
  private let section: MMDBSection
  private var isKnown: MMDBOffsetSet
  private var waiting: [Int] = []
  /// How many values may still be looked at. Values may lie within one another's bytes, and a
  /// hostile file could make the walk quadratic; in databases that are in use, each byte is passed
  /// a few times at most.
  private var budget: Int

  init(_ section: MMDBSection) {
    self.section = section
    isKnown = MMDBOffsetSet(section.range)
    budget = 1024 + section.range.count * 32
  }

  mutating func check(_ offset: Int) throws(MMDBFlaw) {
    if isKnown.insert(offset) { waiting.append(offset) }
    while let start = waiting.popLast() { try checkOne(start) }
  }

  private mutating func checkOne(_ start: Int) throws(MMDBFlaw) {
    var next = start
    var missing = 1
    while missing > 0 {
      guard budget > 0 else { throw .tangledValues }
      budget -= 1
      let field = try section.field(at: next)
      next = field.payload.upperBound
      missing -= 1
      switch field.kind {
      case .map(let count): missing += 2 * count
      case .array(let count): missing += count
      case .pointer(let target):
        if case .pointer = try section.field(at: target).kind { throw .badPointer }
        if isKnown.insert(target) { waiting.append(target) }
      case .text, .unsigned, .other: break
      }
    }
  }
}

/// A set of offsets within a section, a bit each.
private struct MMDBOffsetSet {
  private let start: Int
  private var words: [UInt64]

  init(_ range: Range<Int>) {
    start = range.lowerBound
    words = Array(repeating: 0, count: range.count / 64 + 1)
  }

  /// Adds an offset of the range; whether it is new.
  mutating func insert(_ offset: Int) -> Bool {
    let index = offset - start
    let bit: UInt64 = 1 << UInt64(index % 64)
    guard words[index / 64] & bit == 0 else { return false }
    words[index / 64] |= bit
    return true
  }
}
