internal import CZlib

/// Decompresses gzip members one after another.
///
/// zlib checks the header, and ``GzipCheck`` the data.
/// - Source: RFC 1952; zlib manual, `inflateInit2` with 16 added to the window bits, `inflateValidate`.
@safe struct Inflater: ~Copyable {
  // zlib keeps a pointer to it, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private var check = GzipCheck()
  /// Whether the member's header may not be over, so that zlib still checks.
  private var isInHeader = true

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
    if isInHeader {
      // Without room zlib goes no further than to the first byte of data.
      unsafe stream.pointee.avail_out = 0
      let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      let used = unsafe input.count - Int(stream.pointee.avail_in)
      check.add(stored: unsafe input.span.extracting(..<used))
      switch status {
      case Z_OK, Z_BUF_ERROR: if used < input.count { endHeader() }
      // A member of nothing, which zlib has checked.
      case Z_STREAM_END: return (used, 0, .memberEnd)
      default: return (used, 0, .corrupt)
      }
    }
    unsafe stream.pointee.avail_out = UInt32(clamping: output.count)
    let start = unsafe input.count - Int(stream.pointee.avail_in)
    let status = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
    let used = unsafe input.count - Int(stream.pointee.avail_in)
    let written = unsafe output.count - Int(stream.pointee.avail_out)
    check.add(stored: unsafe input.span.extracting(start..<used))
    check.add(inflated: unsafe output.span.extracting(..<written))
    if isInHeader, written > 0 { endHeader() }
    switch status {
    case Z_OK, Z_BUF_ERROR: return (used, written, .pause)
    case Z_STREAM_END:
      switch check.verdict {
      case .intact: return (used, written, .memberEnd)
      // As far as zlib would have come: the length stands behind the checksum.
      case .wrongChecksum: return (used - 4, written, .corrupt)
      case .wrongLength: return (used, written, .corrupt)
      }
    default: return (used, written, .corrupt)
    }
  }

  /// From here on zlib need not check what ``GzipCheck`` does.
  private mutating func endHeader() {
    isInHeader = false
    _ = unsafe inflateValidate(stream, 0)
  }

  /// Makes ready for the next member.
  mutating func reset() {
    _ = unsafe inflateReset(stream)
    _ = unsafe inflateValidate(stream, 1)
    check = GzipCheck()
    isInHeader = true
  }
}
