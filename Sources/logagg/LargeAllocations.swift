internal import CShims

/// Blocks of memory that are given back to the system as soon as they are free.
enum LargeAllocations {
  /// From this size on, in bytes, a block is mapped by itself.
  private static let least: Int32 = 128 << 10
  /// How many free bytes of smaller blocks are kept: what a chunk needs is not given back and fetched again with every chunk.
  private static let kept: Int32 = 4 << 20

  /// Keeps that bound for the whole run.
  ///
  /// The allocator raises it to the size of every larger block that is freed, up to 32 MiB; from then on what a run has freed
  /// stays part of the process, and a release needs half as much memory again.
  static func areReturned() { shim_map_blocks_from(least, kept) }

  /// Keeps what is freed from now on for what is allocated next.
  ///
  /// When a log has been read, the most memory is behind a run; tables are then counted one after the other in blocks of the same
  /// sizes.
  static func areKept() { shim_map_blocks_from(largest, largest) }

  /// More than a table's columns take.
  private static let largest: Int32 = 32 << 20
}
