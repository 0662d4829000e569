#if ZSTD
  internal import CZstd

  /// Decompresses zstd frames one after another; frames to be skipped are skipped.
  ///
  /// A frame may ask for a window of 128 MiB at most, as with the program `zstd`, so that memory is bounded.
  /// - Source: RFC 8878; zstd manual, `ZSTD_decompressStream`.
  @safe struct ZstdFrames: ~Copyable {
    private let stream: OpaquePointer

    /// - Returns: `nil` where memory is short.
    init?() {
      guard let stream = unsafe ZSTD_createDStream() else { return nil }
      unsafe self.stream = stream
      _ = unsafe ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.largestWindowLog)
    }

    /// The binary logarithm of 128 MiB.
    private static let largestWindowLog: Int32 = 27

    deinit { unsafe ZSTD_freeDStream(stream) }

    /// Decompresses from `input` into `output`.
    /// - Returns: the bytes used and written, and what stopped the call.
    mutating func inflate(
      _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
    ) -> (used: Int, written: Int, stop: Decompressor.Stop) {
      var from = unsafe ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
      var to = unsafe ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
      // zstd reads and writes within the sizes given, and says how far it came.
      let rest = unsafe ZSTD_decompressStream(stream, &to, &from)
      let (used, written) = unsafe (from.pos, to.pos)
      if ZSTD_isError(rest) != 0 {
        let isTooLarge = ZSTD_getErrorCode(rest) == ZSTD_error_frameParameter_windowTooLarge
        return (used, written, isTooLarge ? .tooLarge : .corrupt)
      }
      return (used, written, rest == 0 ? .memberEnd : .pause)
    }

    /// Makes ready for the next frame.
    mutating func reset() { _ = unsafe ZSTD_DCtx_reset(stream, ZSTD_reset_session_only) }
  }
#endif
