/// Decompresses the gzip members or zstd frames of one input.
struct Decompressor: ~Copyable {
  /// What is decompressed.
  let compression: Compression
  private var gzip: Inflater?
  #if ZSTD
    private var zstd: ZstdFrames?
  #endif

  /// - Returns: `nil` where memory is short.
  init?(_ compression: Compression) {
    self.compression = compression
    #if ZSTD
      if compression == .zstd {
        zstd = ZstdFrames()
        if zstd == nil { return nil }
        return
      }
    #endif
    gzip = Inflater()
    if gzip == nil { return nil }
  }

  /// Decompresses from `input` into `output`.
  /// - Returns: the bytes used and written, and what stopped the call.
  mutating func inflate(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> (used: Int, written: Int, stop: Inflater.Stop) {
    #if ZSTD
      // Both buffers are the caller's through the call.
      if let step = unsafe zstd?.inflate(input, into: output) { return step }
    #endif
    return unsafe gzip?.inflate(input, into: output) ?? (0, 0, .corrupt)
  }

  /// Makes ready for the next member.
  mutating func reset() {
    #if ZSTD
      zstd?.reset()
    #endif
    gzip?.reset()
  }
}
