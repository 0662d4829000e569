internal import Glibc

/// Standard output behind one reused buffer.
@safe struct Output: ~Copyable {
  private let storage: UnsafeMutableRawBufferPointer
  private var count = 0

  /// The number of the system's error that ended writing, or 0; later bytes are dropped.
  private(set) var failure: Int32 = 0

  init(capacity: Int = 1 << 20) {
    unsafe storage = .allocate(byteCount: capacity, alignment: 64)
  }

  deinit { unsafe storage.deallocate() }

  mutating func append(_ byte: UInt8) {
    if unsafe count == storage.count { flush() }
    unsafe storage[count] = byte
    count &+= 1
  }

  mutating func append(_ bytes: Span<UInt8>) {
    let size = bytes.count
    if unsafe size > storage.count &- count {
      flush()
      if unsafe size > storage.count {
        for index in bytes.indices { append(bytes[index]) }
        return
      }
    }
    unsafe bytes.withUnsafeBytes { source in
      guard let from = source.baseAddress, let to = unsafe storage.baseAddress else { return }
      // `size` bytes fit behind `count`: checked, or made room for, above.
      unsafe memcpy(to + count, from, size)
    }
    count &+= size
  }

  /// Writes what is held; after an error it only forgets it.
  mutating func flush() {
    var done = 0
    while done < count && failure == 0 {
      // `done` to `count` lies in the storage.
      let rest = unsafe UnsafeRawBufferPointer(rebasing: storage[done..<count])
      let written = unsafe write(1, rest.baseAddress, rest.count)
      if written >= 0 { done += written } else if errno != EINTR { failure = errno }
    }
    count = 0
  }
}
