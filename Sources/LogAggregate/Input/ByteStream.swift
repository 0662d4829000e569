/// The decompressed bytes of one input, whether it is plain or gzip of any number of members.
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
  private var inflater: Inflater?
  private var phase = Phase.unopened
  /// The number of bytes read from the descriptor.
  private(set) var byteCount = 0

  init(_ descriptor: consuming Descriptor) { self.descriptor = descriptor }

  var path: String { descriptor.path }

  /// Where the bytes that were used so far end, in the input as it is stored.
  private var offset: Int { byteCount - buffer.count + used }

  /// Writes bytes into `output`.
  /// - Returns: their number; 0 at the end of the input.
  /// - Throws: `truncated`, `corrupt` or `trailingGarbage` where compressed data is damaged.
  mutating func read(into output: UnsafeMutableBufferPointer<UInt8>) throws(InputError) -> Int {
    guard !output.isEmpty else { return 0 }
    while true {
      switch phase {
      case .unopened: try open()
      case .plain: return try unsafe readPlain(into: output)
      case .inMember:
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
    switch Self.compression(of: buffer, from: 0) {
    case .none: phase = .plain
    case .gzip:
      inflater = Inflater()
      phase = .inMember
    case .foreign(let kind, let command):
      throw .unsupportedCompression(path: path, kind: kind, command: command)
    }
  }

  private mutating func readPlain(
    into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    let held = buffer.count - used
    guard held > 0 else {
      let count = try unsafe descriptor.read(into: output)
      byteCount += count
      if count == 0 { phase = .ended }
      return count
    }
    let count = min(held, output.count)
    unsafe Self.copy(buffer, from: used, count: count, to: output)
    used += count
    return count
  }

  private mutating func inflate(
    into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(InputError) -> Int {
    var written = 0
    while written < output.count {
      if used == buffer.count {
        guard try refill() else {
          return try fail(.truncated(path: path, offset: byteCount), behind: written)
        }
      }
      // The free part of `output` begins after what was written.
      let free = unsafe UnsafeMutableBufferPointer(rebasing: output[written...])
      guard let step = unsafe Self.step(&inflater, buffer, from: used, into: free) else {
        throw .readFailed(path: path, problem: "no memory to decompress")
      }
      used += step.used
      written += step.written
      switch step.stop {
      case .pause: continue
      case .corrupt: return try fail(.corrupt(path: path, offset: offset), behind: written)
      case .memberEnd:
        phase = .betweenMembers
        return written
      }
    }
    return written
  }

  private static func step(
    _ inflater: inout Inflater?, _ buffer: borrowing Chunk, from used: Int,
    into free: UnsafeMutableBufferPointer<UInt8>
  ) -> (used: Int, written: Int, stop: Inflater.Stop)? {
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
    if buffer.count - used == 1 { _ = try refill(keeping: true) }
    guard Self.compression(of: buffer, from: used) == .gzip else {
      throw .trailingGarbage(path: path, offset: offset)
    }
    inflater?.reset()
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
