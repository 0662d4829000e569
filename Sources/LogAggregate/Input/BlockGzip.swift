internal import Synchronization

/// Members of the blocked gzip format (BGZF), each of which tells its own length.
///
/// So the members behind one can be found without inflating it, and several inflated at once. What a member tells of itself is
/// believed only after its data and checksum have proved it. Members that do not tell their length are not looked for: where one
/// begins is certain only when the one before has ended, and until then what was inflated would have to be kept, however much.
/// - Source: SAM/BAM format specification, section 4.1; RFC 1952, section 2.3.1.1.
enum BlockGzip {
  /// The length of a member's header, with the one extra field.
  static let headerLength = 18
  /// The longest member, and the most bytes that one inflates to.
  static let longest = 1 << 16

  /// The length of the member that begins at `offset`, or `nil` where it does not tell, or tells what cannot be.
  static func memberLength(_ bytes: Span<UInt8>, at offset: Int) -> Int? {
    guard bytes.count &- offset >= headerLength else { return nil }
    let header = bytes.extracting(offset..<offset &+ headerLength)
    // Deflate with nothing but an extra field of six bytes: `BC`, two bytes long.
    guard header.halfWord(at: 0) == 0x0408_8B1F, header.halfWord(at: 10) == 0x4342_0006,
      header[14] == 2, header[15] == 0
    else { return nil }
    let length = Int(header[16]) | Int(header[17]) << 8
    // The shortest data are two bytes, and eight of checks follow.
    return length &+ 1 >= headerLength &+ 10 ? length &+ 1 : nil
  }

  /// The number of bytes that a whole member says that it inflates to, or `nil` where it says none or too many.
  static func inflatedLength(_ bytes: Span<UInt8>, at offset: Int, length: Int) -> Int? {
    let told = Int(bytes.halfWord(at: offset &+ length &- 4))
    return told > 0 && told <= longest ? told : nil
  }
}

/// Inflates members of known length side by side.
final class BlockInflater: Sendable {
  /// Where a member lies in the input, and where what it inflates to goes.
  struct Member: Sendable {
    let input: Range<Int>
    let output: Range<Int>
  }

  private let crew: Crew
  private let idle = Mutex<[Worker]>([])

  init(_ crew: Crew) { self.crew = crew }

  /// Inflates each member to its place.
  /// - Precondition: the places lie in `input` and `output`, and those in `output` do not overlap.
  /// - Returns: how many of the first ones are what they told: their data end where they said, with the checks agreeing.
  func inflate(
    _ members: [Member], _ input: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    // Both outlive the call, which returns when every part is done; no two parts write to one place.
    nonisolated(unsafe) let (from, to) = unsafe (input, output)
    let isIntact = Mutex(Array(repeating: false, count: members.count))
    crew.run(members.count) { [self] index in
      let member = members[index]
      let source = unsafe UnsafeBufferPointer(rebasing: from[member.input])
      let target = unsafe UnsafeMutableBufferPointer(rebasing: to[member.output])
      guard let worker = idle.withLock({ $0.popLast() }) ?? Worker() else { return }
      let isWhole = unsafe worker.inflate(source, into: target)
      isIntact.withLock { $0[index] = isWhole }
      idle.withLock { $0.append(worker) }
    }
    return isIntact.withLock { $0.firstIndex(of: false) ?? members.count }
  }

  /// An inflater that passes from one user to the next through the list of the idle, and is never used by two at once.
  ///
  /// Unchecked, since in a `Mutex` of its own the compiler would tie it to the buffers that each user lends it.
  private final class Worker: @unchecked Sendable {
    private var inflater: FastestInflater

    init?() {
      guard let inflater = FastestInflater() else { return nil }
      self.inflater = inflater
    }

    /// Whether `source` is one whole member that fills `target`.
    func inflate(
      _ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
    ) -> Bool {
      inflater.reset()
      // Both are the caller's through the call.
      let step = unsafe inflater.inflate(source, into: target)
      return step.stop == .memberEnd && step.used == source.count && step.written == target.count
    }
  }
}
