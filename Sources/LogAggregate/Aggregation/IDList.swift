/// A set of small numbers of one visitor, such as the pages seen: the first few in place, the rest in a shared pool.
struct IDList<let inlineCount: Int>: Sendable {
  private var head: UInt32 = 0
  private(set) var count: UInt32 = 0
  private var first = InlineArray<inlineCount, UInt32>(repeating: 0)

  /// Adds `number` where it is not in the set.
  /// - Returns: whether it was new.
  /// - Complexity: O(*n*).
  @inline(__always)
  mutating func insert(_ number: UInt32, pool: inout IDPool) -> Bool {
    let held = min(Int(count), inlineCount)
    for index in 0..<held where first[index] == number { return false }
    if held < inlineCount {
      first[held] = number
    } else {
      guard pool.insert(number, head: &head, count: Int(count) &- inlineCount) else { return false }
    }
    count &+= 1
    return true
  }

  /// Has the memory fetched that ``insert(_:pool:)`` looks at beyond the list itself.
  @inline(__always)
  func prefetch(_ pool: borrowing IDPool) {
    if Int(count) > inlineCount { pool.prefetch(head) }
  }

  /// Has the memory fetched to which that of ``prefetch(_:)`` leads on, once it is there.
  @inline(__always)
  func prefetchNext(_ pool: borrowing IDPool) {
    if Int(count) > inlineCount &+ IDPool.perBlock { pool.prefetchNext(head) }
  }

  /// Calls `body` with every number, in no particular order.
  func forEach(pool: borrowing IDPool, _ body: (UInt32) -> Void) {
    for index in 0..<min(Int(count), inlineCount) { body(first[index]) }
    pool.forEach(head: head, count: Int(count) - inlineCount, body)
  }
}

/// The blocks in which longer ``IDList``s go on: chains of eight words, the first of which leads to the next block.
struct IDPool: Sendable {
  private var blocks = PagedArray<SIMD8<UInt32>>()
  fileprivate static let perBlock = 7
  /// What stands where no number does.
  private static let nothing = UInt32.max

  /// No more numbers are kept than these.
  var capacity: Int { blocks.count * Self.perBlock }

  @inline(__always)
  fileprivate func prefetch(_ head: UInt32) { blocks.prefetch(Int(head)) }

  @inline(__always)
  fileprivate func prefetchNext(_ head: UInt32) { blocks.prefetch(Int(blocks[Int(head)][0])) }

  /// - Precondition: the number is not the greatest of its type.
  @inline(never)
  fileprivate mutating func insert(_ number: UInt32, head: inout UInt32, count: Int) -> Bool {
    let wanted = SIMD8(repeating: number)
    var block = Int(head)
    while block != 0 {
      var words = blocks[block]
      block = Int(words[0])
      words[0] = Self.nothing
      if any(words .== wanted) { return false }
    }
    let filled = count % Self.perBlock
    if filled == 0 {
      // The first block is never used, since 0 ends a chain.
      if blocks.isEmpty { blocks.append(SIMD8(repeating: Self.nothing)) }
      var words = SIMD8(repeating: Self.nothing)
      words[0] = head
      head = UInt32(truncatingIfNeeded: blocks.count)
      blocks.append(words)
    }
    blocks[Int(head)][1 &+ filled] = number
    return true
  }

  fileprivate func forEach(head: UInt32, count: Int, _ body: (UInt32) -> Void) {
    var block = Int(head)
    var held = count <= 0 ? 0 : (count &- 1) % Self.perBlock &+ 1
    while block != 0 {
      let words = blocks[block]
      for index in 1..<held &+ 1 { body(words[index]) }
      block = Int(words[0])
      held = Self.perBlock
    }
  }
}
