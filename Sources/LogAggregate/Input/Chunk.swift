internal import Glibc

/// A block of log bytes that ends at a line boundary, owned by exactly one holder.
///
/// It may cross to another task, since its storage has no other owner.
@safe struct Chunk: ~Copyable, @unchecked Sendable {
  private let storage: UnsafeMutableBufferPointer<UInt8>
  /// The number of bytes that are filled.
  private(set) var count = 0
  /// Lines that did not fit and were passed over while this chunk was filled.
  var oversizedLines = 0
  /// The chunk's place in its source, from 0.
  var ordinal = 0
  /// The directives in force where the chunk begins, line by line; empty in formats that have none.
  var header: [UInt8] = []

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

  /// The number of bytes up to and with the last line end; 0 where there is none.
  var wholeLinesByteCount: Int { (bytes.offset(ofLast: 0x0A) ?? -1) + 1 }

  /// The number of bytes up to and with the first line end, or `nil` where there is none.
  var firstLineByteCount: Int? { bytes.offset(of: 0x0A).map { $0 + 1 } }

  /// A copy of the bytes behind the first `length`.
  func copy(droppingFirst length: Int) -> [UInt8] {
    let rest = bytes.extracting(droppingFirst: length)
    return unsafe Array(unsafeUninitializedCapacity: rest.count) { target, count in
      // Both hold `rest.count` bytes.
      count = unsafe rest.withUnsafeBufferPointer { unsafe target.update(fromContentsOf: $0) }
    }
  }

  /// Appends a copy of `bytes`.
  /// - Precondition: they fit.
  mutating func append(_ bytes: Span<UInt8>) {
    precondition(bytes.count <= capacity - count)
    // Source and destination are distinct, and the destination has room.
    unsafe bytes.withUnsafeBytes { source in
      guard let from = source.baseAddress, let base = unsafe storage.baseAddress else { return }
      unsafe memcpy(base + count, from, source.count)
    }
    count += bytes.count
  }
}
