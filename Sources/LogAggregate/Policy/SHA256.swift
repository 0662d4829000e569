internal import CShims

/// The SHA-256 digest of bytes that come in pieces: the one of the release; the auditor has its own.
///
/// Where the processor has instructions for it they mix the blocks, at five times the pace.
/// - Source: FIPS 180-4, sections 4.1.2, 5.1.1, 5.3.3, 6.2.
package struct SHA256 {
  private var state: [8 of UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var block = [64 of UInt8](repeating: 0)
  private var blockCount = 0
  private var byteCount: UInt64 = 0
  private let usesInstructions: Bool

  /// A digest of nothing yet.
  /// - Parameter usesInstructions: whether the processor's own instructions are used, where it has them; the digest is the same.
  package init(usesInstructions: Bool = true) { self.usesInstructions = usesInstructions }

  /// The 32 bytes of the digest of a message.
  package static func digest(of message: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(message.span)
    return hash.finish()
  }

  /// Takes in the next bytes.
  /// - Complexity: O(*n*); allocates nothing.
  package mutating func update(_ bytes: Span<UInt8>) {
    byteCount &+= UInt64(bytes.count)
    var start = 0
    if blockCount > 0 {
      start = min(64 - blockCount, bytes.count)
      for index in 0..<start { block[blockCount + index] = bytes[index] }
      blockCount += start
      if blockCount < 64 { return }
      mixBlock()
    }
    let end = start + (bytes.count - start) / 64 * 64
    if start < end { mix(bytes.extracting(start..<end)) }
    for index in end..<bytes.count {
      block[blockCount] = bytes[index]
      blockCount += 1
    }
  }

  /// The 32 bytes of the digest; the value is used up.
  package consuming func finish() -> [UInt8] {
    let bitCount = byteCount &* 8
    append(0x80)
    while blockCount != 56 { append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    var digest: [UInt8] = []
    digest.reserveCapacity(32)
    for index in 0..<8 {
      for shift in stride(from: 24, through: 0, by: -8) {
        digest.append(UInt8(truncatingIfNeeded: state[index] >> UInt32(shift)))
      }
    }
    return digest
  }

  private mutating func append(_ byte: UInt8) {
    block[blockCount] = byte
    blockCount += 1
    if blockCount == 64 { mixBlock() }
  }

  private mutating func mixBlock() {
    blockCount = 0
    let whole = block
    mix(whole.span)
  }

  /// Mixes whole blocks into the state.
  private mutating func mix(_ blocks: Span<UInt8>) {
    if usesInstructions, mixByInstructions(blocks) { return }
    for start in stride(from: 0, to: blocks.count, by: 64) {
      state.mix(blocks.extracting(start..<start + 64))
    }
  }

  /// Mixes whole blocks by the processor's own instructions.
  /// - Returns: whether it has them.
  private mutating func mixByInstructions(_ blocks: Span<UInt8>) -> Bool {
    var words = state.mutableSpan
    // Both stay where they are for the time of the call, which reads whole blocks and writes eight words.
    let isMixed = unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe blocks.withUnsafeBufferPointer { blocks in
        unsafe shim_sha256(words.baseAddress, blocks.baseAddress, blocks.count / 64) != 0
      }
    }
    return isMixed
  }
}
