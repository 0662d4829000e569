/// The decompressed bytes of one input: plain, gzip of any number of members, or plain text with gzip behind it.
struct ByteStream: ~Copyable {
  private enum Phase {
    case unopened, plain, inMember, betweenMembers, padding, ended
    /// Damage was found behind bytes that were handed out first.
    case failed(InputError)
  }

  private var descriptor: Descriptor
  /// Bytes read and not yet used: compressed ones, or the first ones of a plain input.
  private var buffer = Chunk(capacity: 256 << 10)
  private var used = 0
  private var inflater: Decompressor?
  private var phase = Phase.unopened
  /// Whether nothing of the member at hand was inflated yet.
  private var isAtMemberStart = false
  private let blocks: BlockInflater
  private let salvages: Bool
  /// What a member inflated to that did not fit where it was read into, and how much of it is handed out.
  private var spill = Chunk(capacity: 0)
  private var spillUsed = 0
  /// Whether the plain bytes handed out so far end at a line end, or there are none.
  private var isAtLineStart = true
  /// The number of bytes read from the descriptor.
  private(set) var byteCount = 0

  /// - Parameters:
  ///   - salvages: whether what comes out before damage counts.
  ///   - crew: who may help to inflate members that tell their length.
  init(_ descriptor: consuming Descriptor, salvages: Bool, crew: Crew = Crew()) {
    self.descriptor = descriptor
    self.salvages = salvages
    blocks = BlockInflater(crew)
  }

  var path: String { descriptor.path }

  /// Where the bytes that were used so far end, in the input as it is stored.
  private var offset: Int { byteCount - buffer.count + used }

  /// Writes bytes into `output`.
  /// - Returns: their number; 0 at the end of the input.
  /// - Throws: `truncated`, `corrupt` or `trailingGarbage` where compressed data is damaged.
  mutating func read(into output: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    guard !output.isEmpty else { return 0 }
    if spillUsed < spill.count { return unsafe handOutSpill(into: output) }
    while true {
      switch phase {
      case .unopened: try open()
      case .plain:
        let count = try unsafe readPlain(into: output)
        if count > 0 { return count }
      case .inMember:
        if isAtMemberStart {
          isAtMemberStart = false
          let written = try unsafe inflateBlocks(into: output)
          if written > 0 { return written }
        }
        let written = try unsafe inflate(into: output)
        if written > 0 { return written }
      case .betweenMembers, .padding: try findMember()
      case .ended: return 0
      case .failed(let error): throw error
      }
    }
  }

  private mutating func open() throws(InputError) {
    // A pipe may deliver its first bytes one by one.
    while buffer.count < Compression.signatureLength, try refill(keeping: true) {}
    let compression = Self.compression(of: buffer, from: 0)
    switch compression {
    case .none: phase = .plain
    case .gzip, .zstd: beginMember(compression)
    case .foreign(let kind, let command):
      throw .unsupportedCompression(path: path, kind: kind, command: command)
    }
  }

  private mutating func beginMember(_ compression: Compression) {
    inflater = Decompressor(compression, salvages: salvages)
    isAtMemberStart = true
    phase = .inMember
  }

  /// Hands out plain bytes up to where a gzip member begins at a line's start, as `cat a.log b.log.gz` has it.
  /// - Returns: their number; 0 also where the phase has changed.
  private mutating func readPlain(
    into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    var isChecked = false
    if isAtLineStart, buffer.count > used, buffer.bytes[used] == Compression.gzipFirstByte {
      while buffer.count - used < Compression.memberStartLength, try refill(keeping: true) {}
      if Compression.memberStart(buffer.bytes.extracting(droppingFirst: used), at: 0) == .yes {
        beginMember(.gzip)
        return 0
      }
      isChecked = true
    }
    let held = buffer.count - used
    var count = min(held, output.count)
    if held > 0 {
      unsafe Self.copy(buffer, from: used, count: count, to: output)
    } else {
      // What turns out to be gzip must fit into the buffer.
      let room = min(output.count, buffer.capacity)
      count = try unsafe descriptor.read(into: .init(rebasing: output[..<room]))
      byteCount += count
      if count == 0 { phase = .ended }
    }
    // The first `count` bytes of `output` were written.
    let bytes = unsafe Span(_unsafeElements: UnsafeBufferPointer(rebasing: output[..<count]))
    let end = Compression.memberStart(
      in: bytes, from: isChecked ? 1 : 0, isAtLineStart: isAtLineStart)
    if let end {
      if held == 0 {
        buffer.removeAll()
        used = 0
        buffer.append(bytes.extracting(droppingFirst: end))
      }
      count = end
    }
    if held > 0 { used += count }
    if count > 0 { isAtLineStart = bytes[count - 1] == 0x0A }
    return count
  }

  private mutating func inflate(
    into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    var written = 0
    while written < output.count {
      let hasEnded = used == buffer.count ? try !refill() : false
      // The free part of `output` begins after what was written.
      let free = unsafe UnsafeMutableBufferPointer(rebasing: output[written...])
      guard let step = unsafe Self.step(&inflater, buffer, from: used, into: free) else {
        throw .readFailed(path: path, problem: "no memory to decompress")
      }
      used += step.used
      written += step.written
      switch step.stop {
      case .pause:
        // What was decompressed and did not fit comes out before the end is told.
        guard hasEnded, step.written == 0 else { continue }
        return try fail(.truncated(path: path, offset: byteCount), behind: written)
      case .corrupt: return try fail(.corrupt(path: path, offset: offset), behind: written)
      case .tooLarge:
        let error = InputError.unsupportedCompression(
          path: path, kind: "zstd in a window of more than 128 MiB", command: "zstd -dc --long=31")
        return try fail(error, behind: written)
      case .memberEnd:
        phase = .betweenMembers
        return written
      }
    }
    return written
  }

  /// Inflates members that tell their length, as many as the buffer holds and `output` has room for, side by side.
  ///
  /// The last one may go beyond the room: the rest is handed out by the next reads.
  /// - Returns: how many bytes of `output` are filled; 0 where the member at hand does not tell its length, or not the truth.
  private mutating func inflateBlocks(
    into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    guard inflater?.compression == .gzip else { return 0 }
    while buffer.count - used < BlockGzip.headerLength, try refill(keeping: true) {}
    guard let length = BlockGzip.memberLength(buffer.bytes, at: used) else { return 0 }
    while buffer.count - used < length, try refill(keeping: true) {}
    var members: [BlockInflater.Member] = []
    var end = used
    var room = 0
    while room < output.count, let length = BlockGzip.memberLength(buffer.bytes, at: end),
      buffer.count - end >= length,
      let count = BlockGzip.inflatedLength(buffer.bytes, at: end, length: length)
    {
      members.append(.init(input: end..<end + length, output: room..<room + count))
      end += length
      room += count
    }
    guard let last = members.last else { return 0 }
    let fits = last.output.upperBound <= output.count
    let whole = fits ? members : Array(members.dropLast())
    var intact = unsafe Self.inflate(whole, buffer, by: blocks, into: output)
    var written = intact > 0 ? members[intact - 1].output.upperBound : 0
    if intact == whole.count, !fits, fillSpill(last) {
      intact += 1
      written += unsafe handOutSpill(into: .init(rebasing: output[written...]))
    }
    guard intact > 0 else { return 0 }
    used = members[intact - 1].input.upperBound
    phase = .betweenMembers
    return written
  }

  /// Inflates a member that is longer than the room left for it.
  private mutating func fillSpill(_ member: BlockInflater.Member) -> Bool {
    if spill.capacity == 0 { spill = Chunk(capacity: BlockGzip.longest) }
    spill.removeAll()
    spillUsed = 0
    let place = BlockInflater.Member(input: member.input, output: 0..<member.output.count)
    let count = unsafe spill.append { [blocks] free in
      unsafe Self.inflate([place], buffer, by: blocks, into: free) == 1 ? place.output.count : 0
    }
    return count > 0
  }

  private mutating func handOutSpill(into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = min(spill.count - spillUsed, output.count)
    unsafe Self.copy(spill, from: spillUsed, count: count, to: output)
    spillUsed += count
    return count
  }

  private static func inflate(
    _ members: [BlockInflater.Member], _ buffer: borrowing Chunk, by blocks: BlockInflater,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    // The buffer lives through the call.
    unsafe buffer.bytes.withUnsafeBufferPointer {
      unsafe blocks.inflate(members, $0, into: output)
    }
  }

  private static func step(
    _ inflater: inout Decompressor?, _ buffer: borrowing Chunk, from used: Int,
    into free: UnsafeMutableBufferPointer<UInt8>
  ) -> (used: Int, written: Int, stop: Decompressor.Stop)? {
    let input = buffer.bytes.extracting(droppingFirst: used)
    // The input lives through the call.
    return unsafe input.withUnsafeBufferPointer { unsafe inflater?.inflate($0, into: free) }
  }

  private static func copy(
    _ buffer: borrowing Chunk, from start: Int, count: Int,
    to output: UnsafeMutableBufferPointer<UInt8>
  ) {
    let part = buffer.bytes.extracting(start..<start + count)
    // The caller bounded `count` by the room in `output`.
    unsafe part.withUnsafeBufferPointer { _ = unsafe output.update(fromContentsOf: $0) }
  }

  /// Throws `error`, but hands out the bytes written before it first.
  private mutating func fail(
    _ error: InputError, behind written: Int
  ) throws(InputError) -> Int {
    guard written > 0 else { throw error }
    phase = .failed(error)
    return written
  }

  /// Looks for a further member behind the one that ended; zeros may pad the end.
  private mutating func findMember() throws(InputError) {
    if used == buffer.count, try !refill() {
      phase = .ended
      return
    }
    if buffer.bytes[used] == 0 {
      phase = .padding
      used += 1
      return
    }
    while buffer.count - used < Compression.signatureLength, try refill(keeping: true) {}
    guard Self.compression(of: buffer, from: used) == inflater?.compression else {
      throw .trailingGarbage(path: path, offset: offset)
    }
    inflater?.reset()
    isAtMemberStart = true
    phase = .inMember
  }

  private static func compression(of buffer: borrowing Chunk, from used: Int) -> Compression {
    Compression(signature: buffer.bytes.extracting(droppingFirst: used))
  }

  /// Reads more bytes into the buffer, behind those not yet used where they are kept.
  /// - Returns: whether any came.
  private mutating func refill(keeping: Bool = false) throws(InputError) -> Bool {
    if keeping {
      if used > 0 {
        let rest = buffer.copy(droppingFirst: used)
        buffer.removeAll()
        buffer.append(rest.span)
        used = 0
      }
    } else {
      buffer.removeAll()
      used = 0
    }
    let count = try unsafe buffer.append { free throws(InputError) in
      try unsafe descriptor.read(into: free)
    }
    byteCount += count
    return count > 0
  }
}
