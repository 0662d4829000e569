internal import Glibc

/// A block of log bytes that ends at a line boundary, owned by exactly one holder.
@safe struct Chunk: ~Copyable {
  private let storage: UnsafeMutableBufferPointer<UInt8>
  /// The number of bytes that are filled.
  private(set) var count = 0
  /// Lines that did not fit and were passed over while this chunk was filled.
  var oversizedLines = 0
  /// The chunk's place in its source, from 0.
  var ordinal = 0

  /// - Complexity: O(1); allocates `capacity` bytes once, reused for every block.
  init(capacity: Int) { unsafe storage = .allocate(capacity: capacity) }

  deinit { unsafe storage.deallocate() }

  var capacity: Int { unsafe storage.count }

  /// The filled bytes; the view cannot outlive the chunk, nor its next filling.
  var bytes: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      // `count` bytes of the storage are initialized, and the view borrows their owner.
      let view = unsafe Span(
        _unsafeElements: UnsafeBufferPointer(rebasing: storage[..<count]))
      return unsafe _overrideLifetime(view, borrowing: self)
    }
  }

  /// Forgets the bytes, so that the block can be filled anew.
  mutating func removeAll() {
    count = 0
    oversizedLines = 0
  }

  /// Keeps the first `length` bytes.
  /// - Precondition: `length` is within `0...count`.
  mutating func truncate(to length: Int) {
    precondition(length >= 0 && length <= count)
    count = length
  }

  /// Appends what `fill` writes into the free part of the block.
  /// - Returns: what `fill` said it wrote, in bytes.
  mutating func append<Failure: Error>(
    _ fill: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    // The free part lies between the filled bytes and the end of the storage.
    let free = unsafe UnsafeMutableBufferPointer(rebasing: storage[count...])
    let written = try unsafe fill(free)
    precondition(written >= 0 && written <= capacity - count)
    count += written
    return written
  }

  /// Appends a copy of `bytes`.
  /// - Precondition: they fit.
  mutating func append(_ bytes: Span<UInt8>) {
    precondition(bytes.count <= capacity - count)
    // Source and destination are distinct, and the destination has room.
    unsafe bytes.withUnsafeBytes { source in
      guard let from = source.baseAddress, let base = storage.baseAddress else { return }
      unsafe memcpy(base + count, from, source.count)
    }
    count += bytes.count
  }
}
