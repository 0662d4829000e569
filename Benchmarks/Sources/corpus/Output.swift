internal import Glibc

/// Standard output behind one reused buffer.
@safe struct Output: ~Copyable {
  private let storage: UnsafeMutableRawBufferPointer
  private var count = 0

  /// The number of the system's error that ended writing, or 0; later bytes are dropped.
  private(set) var failure: Int32 = 0

  init(capacity: Int = 1 << 20) {
    // Owned by this value alone, and freed by it.
    unsafe storage = .allocate(byteCount: capacity, alignment: 64)
  }

  // Nothing else holds the storage.
  deinit { unsafe storage.deallocate() }

  // Reads the size only.
  private var room: Int { unsafe storage.count - count }

  mutating func append(_ byte: UInt8) {
    if room == 0 { flush() }
    // There is room for one byte: seen to above.
    unsafe storage[count] = byte
    count &+= 1
  }

  mutating func append(_ bytes: Span<UInt8>) {
    let size = bytes.count
    if size > room {
      flush()
      if size > room {
        for index in bytes.indices { append(bytes[index]) }
        return
      }
    }
    // `size` bytes fit behind `count`: seen to above.
    unsafe bytes.withUnsafeBytes { source in
      guard let from = source.baseAddress, let to = unsafe storage.baseAddress else { return }
      unsafe memcpy(to + count, from, size)
    }
    count &+= size
  }

  /// Writes what is held; after an error it only forgets it.
  mutating func flush() {
    var done = 0
    while done < count && failure == 0 {
      // The range lies in the storage: `done` never passes `count`.
      let rest = unsafe UnsafeRawBufferPointer(rebasing: storage[done..<count])
      let written = unsafe write(1, rest.baseAddress, rest.count)
      if written >= 0 { done += written } else if errno != EINTR { failure = errno }
    }
    count = 0
  }
}
