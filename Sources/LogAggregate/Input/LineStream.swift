/// One input as chunks of whole lines, in order.
struct LineStream: ~Copyable {
  private var bytes: ByteStream
  /// The beginning of a line whose end was not in the chunk before.
  private var carry: [UInt8] = []
  private var isPassingOversizedLine = false
  private var hasEnded = false
  private var nextOrdinal = 0
  /// The last directives of each kind so far, of formats that have them.
  private var header = DirectiveHeader()
  /// What stopped a salvaged input before its end.
  private(set) var damage: InputError?
  /// Whether damage ends the input quietly, so that what came before it counts.
  private let salvages: Bool

  init(_ bytes: consuming ByteStream, salvages: Bool) {
    self.bytes = bytes
    self.salvages = salvages
  }

  var path: String { bytes.path }

  /// Fills `chunk` with whole lines; the last line of an input needs no line end.
  ///
  /// A line longer than the chunk is passed over and counted in `oversizedLines`.
  /// - Returns: whether the chunk holds anything; `false` at the end.
  /// - Complexity: O(chunk), one copy of at most a line beside reading.
  mutating func fill(_ chunk: inout Chunk) throws(InputError) -> Bool {
    chunk.removeAll()
    guard !hasEnded else { return false }
    chunk.append(carry.span)
    carry.removeAll(keepingCapacity: true)
    while true {
      let count = try readMore(into: &chunk)
      if count == 0 {
        hasEnded = true
        if isPassingOversizedLine {
          chunk.oversizedLines += 1
          chunk.truncate(to: 0)
        }
        break
      }
      if isPassingOversizedLine {
        passOver(&chunk)
        if isPassingOversizedLine { continue }
      }
      guard chunk.count == chunk.capacity else { continue }
      let length = chunk.wholeLinesByteCount
      if length > 0 {
        carry = chunk.copy(droppingFirst: length)
        chunk.truncate(to: length)
        break
      }
      isPassingOversizedLine = true
      chunk.truncate(to: 0)
    }
    if nextOrdinal == 0 { dropByteOrderMark(&chunk) }
    header.pass(&chunk, isFirst: nextOrdinal == 0)
    chunk.ordinal = nextOrdinal
    nextOrdinal += 1
    return chunk.count > 0 || chunk.oversizedLines > 0
  }

  private mutating func readMore(into chunk: inout Chunk) throws(InputError) -> Int {
    do throws(InputError) {
      return try unsafe chunk.append { free throws(InputError) in
        try unsafe bytes.read(into: free)
      }
    } catch {
      switch error {
      case .truncated, .corrupt, .trailingGarbage:
        guard salvages else { throw error }
        damage = error
        return 0
      default: throw error
      }
    }
  }

  /// Some programs write the mark of UTF-8 before the first line, to which it does not belong.
  private func dropByteOrderMark(_ chunk: inout Chunk) {
    let hasMark =
      chunk.count >= 3 && chunk.bytes[0] == 0xEF && chunk.bytes[1] == 0xBB && chunk.bytes[2] == 0xBF
    guard hasMark else { return }
    let rest = chunk.copy(droppingFirst: 3)
    let passed = chunk.oversizedLines
    chunk.removeAll()
    chunk.oversizedLines = passed
    chunk.append(rest.span)
  }

  /// Drops the rest of an oversized line from the front of the chunk.
  private mutating func passOver(_ chunk: inout Chunk) {
    guard let end = chunk.firstLineByteCount else {
      chunk.truncate(to: 0)
      return
    }
    let kept = chunk.copy(droppingFirst: end)
    let passed = chunk.oversizedLines + 1
    chunk.removeAll()
    chunk.oversizedLines = passed
    chunk.append(kept.span)
    isPassingOversizedLine = false
  }
}

/// The directives in force, which every chunk brings along, since several workers parse the chunks of one input.
private struct DirectiveHeader {
  private var fields: [UInt8] = []
  private var date: [UInt8] = []
  private var isKept = false

  /// Gives the chunk the directives before it, and takes the last ones within.
  ///
  /// Only an input that begins with a comment is looked through, so that others cost nothing.
  mutating func pass(_ chunk: inout Chunk, isFirst: Bool) {
    if isFirst { isKept = Directive.begins(chunk.bytes) }
    chunk.header = isKept ? date + (date.isEmpty ? [] : [0x0A]) + fields : []
    guard isKept else { return }
    if let last = Directive.last(in: chunk.bytes, isDate: false) { fields = last }
    if let last = Directive.last(in: chunk.bytes, isDate: true) { date = last }
  }
}
