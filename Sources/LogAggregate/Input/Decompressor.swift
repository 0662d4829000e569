/// Decompresses the gzip members or zstd frames of one input.
struct Decompressor: ~Copyable {
  /// What stopped one call.
  enum Stop: Equatable {
    /// The output is full, or the input used up.
    case pause
    /// A member or frame ended, its checksum and length agreed.
    case memberEnd
    /// The data contradicts itself.
    case corrupt
    /// The data needs more memory than it is given.
    case tooLarge
  }

  /// What is decompressed.
  let compression: Compression
  private var gzip: FastestInflater?
  /// In its place where damaged input counts: what it writes before the damage is in the log, and does not depend on the size
  /// of reads.
  private var salvaging: Inflater?
  #if ZSTD
    private var zstd: ZstdFrames?
  #endif

  /// - Parameter salvages: whether what comes before damage counts.
  /// - Returns: `nil` where memory is short.
  init?(_ compression: Compression, salvages: Bool) {
    self.compression = compression
    #if ZSTD
      if compression == .zstd {
        zstd = ZstdFrames()
        if zstd == nil { return nil }
        return
      }
    #endif
    if salvages {
      salvaging = Inflater()
      if salvaging == nil { return nil }
    } else {
      gzip = FastestInflater()
      if gzip == nil { return nil }
    }
  }

  /// Decompresses from `input` into `output`.
  /// - Returns: the bytes used and written, and what stopped the call.
  mutating func inflate(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> (used: Int, written: Int, stop: Stop) {
    #if ZSTD
      // Both buffers are the caller's through the call.
      if let step = unsafe zstd?.inflate(input, into: output) { return step }
    #endif
    return unsafe gzip?.inflate(input, into: output) ?? salvaging?.inflate(input, into: output)
      ?? (0, 0, .corrupt)
  }

  /// Makes ready for the next member.
  mutating func reset() {
    #if ZSTD
      zstd?.reset()
    #endif
    gzip?.reset()
    salvaging?.reset()
  }
}
