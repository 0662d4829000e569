internal import CZlib

/// Decompresses gzip members one after another.
/// - Source: RFC 1952; zlib manual, `inflateInit2` with 16 added to the window bits.
@safe struct Inflater: ~Copyable {
  // zlib keeps a pointer to it, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// - Returns: `nil` where memory is short.
  init?() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15 bits of window, and 16 for a gzip header with its checks.
    let status = unsafe inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Decompresses from `input` into `output`.
  /// - Returns: the bytes used and written, and what stopped the call.
  mutating func inflate(
    _ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> (used: Int, written: Int, stop: Decompressor.Stop) {
    // zlib reads `avail_in` bytes and writes at most `avail_out`; it does not change the input.
    unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    unsafe stream.pointee.avail_in = UInt32(clamping: input.count)
    unsafe stream.pointee.next_out = output.baseAddress
    unsafe stream.pointee.avail_out = UInt32(clamping: output.count)
    let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    let used = unsafe input.count - Int(stream.pointee.avail_in)
    let written = unsafe output.count - Int(stream.pointee.avail_out)
    switch status {
    case Z_OK, Z_BUF_ERROR: return (used, written, .pause)
    case Z_STREAM_END: return (used, written, .memberEnd)
    default: return (used, written, .corrupt)
    }
  }

  /// Makes ready for the next member.
  mutating func reset() { _ = unsafe inflateReset(stream) }
}
