/// A MaxMind DB held in memory: a search tree over address bits whose leaves point into a section of
/// typed values, and metadata at the end.
///
/// Opening checks all that a look-up can reach, so a look-up cannot meet damage.
/// - Source: MaxMind DB File Format Specification 2.0.
struct MMDB: Sendable {
  let metadata: MMDBMetadata
  /// The values that the leaves point to.
  let values: MMDBSection
  /// The offsets in `values` that leaves point to, each once.
  private(set) var entries: [Int] = []
  /// Where the search for an IPv4 address begins, as a tree record.
  private let firstIPv4Record: Int

  /// Opens a database, all of whose bytes these are.
  /// - Throws: the first flaw found.
  /// - Complexity: O(*n*) in the bytes; beyond them it allocates a byte per node and a bit per byte
  ///   of the data section, and lets go of both.
  init(_ bytes: [UInt8]) throws(MMDBFlaw) {
    try self.init(unverified: bytes)
    entries = try leafOffsets()
    var check = MMDBValueCheck(values)
    for entry in entries { try check.check(entry) }
  }

  /// The database before its tree and values are checked.
  private init(unverified bytes: [UInt8]) throws(MMDBFlaw) {
    let marker = try MMDBMetadata.markerOffset(in: bytes)
    metadata = try MMDBMetadata(
      MMDBSection(bytes, marker + MMDBMetadata.marker.count..<bytes.count))
    let treeEnd = metadata.treeByteCount
    let dataStart = treeEnd + MMDBMetadata.separatorByteCount
    guard dataStart <= marker else { throw .treeTooLong }
    guard bytes[treeEnd..<dataStart].allSatisfy({ $0 == 0 }) else { throw .noSeparator }
    values = MMDBSection(bytes, dataStart..<marker)

    guard metadata.isIPv6 else {
      firstIPv4Record = 0
      return
    }
    let nodes = MMDBNodes(metadata)
    // IPv4 lies in ::/96; files that keep it in ::ffff:0:0/96 alone have nothing there.
    let compatible = nodes.record(from: 0, high: 0, low: 0, bits: 0..<96, in: bytes)
    firstIPv4Record =
      compatible != metadata.nodeCount
      ? compatible
      : nodes.record(from: 0, high: 0, low: 0xFFFF_0000_0000, bits: 0..<96, in: bytes)
  }

  /// The offset, in `values`, of what the database holds about an address, or `nil`.
  /// - Parameters:
  ///   - high: the first 64 bits; not looked at for IPv4.
  ///   - low: the last 64 bits; for IPv4 the 32 bits of the address.
  ///   - isIPv4: whether it is an IPv4 address; one mapped into IPv6 (`::ffff:0:0/96`) is as well.
  /// - Complexity: O(*b*) in the address bits; allocates nothing.
  func find(high: UInt64, low: UInt64, isIPv4: Bool) -> Int? {
    let nodes = MMDBNodes(metadata)
    let record: Int
    if isIPv4 || (high == 0 && low >> 32 == 0xFFFF) {
      record = nodes.record(
        from: firstIPv4Record, high: 0, low: low, bits: 96..<128, in: values.bytes)
    } else {
      guard metadata.isIPv6 else { return nil }
      record = nodes.record(from: 0, high: high, low: low, bits: 0..<128, in: values.bytes)
    }
    return record > metadata.nodeCount ? values.offset(ofRecord: record, metadata) : nil
  }
}

/// How the nodes of a search tree lie in the file.
/// - Precondition: the tree lies within the bytes that its functions are given.
struct MMDBNodes {
  private let count: Int
  private let recordBitCount: Int

  init(_ metadata: MMDBMetadata) {
    count = metadata.nodeCount
    recordBitCount = metadata.recordBitCount
  }

  /// The record at which these bits of an address lead from another record: a node where the bits
  /// end within the tree, else a leaf.
  @inline(__always)
  func record(
    from start: Int, high: UInt64, low: UInt64, bits: Range<Int>, in bytes: [UInt8]
  ) -> Int {
    var record = start
    for bit in bits {
      guard record < count else { break }
      let isOne = (bit < 64 ? high >> UInt64(63 - bit) : low >> UInt64(127 - bit)) & 1 == 1
      record = self.record(ofNode: record, right: isOne, in: bytes)
    }
    return record
  }

  /// One of the two records of a node.
  @inline(__always)
  func record(ofNode node: Int, right: Bool, in bytes: [UInt8]) -> Int {
    switch recordBitCount {
    case 24:
      let at = node * 6 + (right ? 3 : 0)
      return Int(bytes[at]) << 16 | Int(bytes[at + 1]) << 8 | Int(bytes[at + 2])
    case 28:
      let at = node * 7
      let top = right ? Int(bytes[at + 3] & 0x0F) : Int(bytes[at + 3] >> 4)
      let low = right ? at + 4 : at
      return top << 24 | Int(bytes[low]) << 16 | Int(bytes[low + 1]) << 8 | Int(bytes[low + 2])
    default:
      let at = node * 8 + (right ? 4 : 0)
      return Int(bytes[at]) << 24 | Int(bytes[at + 1]) << 16 | Int(bytes[at + 2]) << 8
        | Int(bytes[at + 3])
    }
  }
}

extension MMDBSection {
  /// Where a leaf points to; not checked to lie within the section.
  func offset(ofRecord record: Int, _ metadata: MMDBMetadata) -> Int {
    range.lowerBound + record - metadata.nodeCount - MMDBMetadata.separatorByteCount
  }
}
