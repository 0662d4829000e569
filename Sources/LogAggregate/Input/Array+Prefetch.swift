internal import CShims

extension Array {
  /// Has the memory of an element fetched, before it is read or changed.
  ///
  /// Asked for many elements in turn, later looks do not wait for memory one after the other.
  /// - Complexity: O(1); nothing is read, so that any place will do.
  @inline(__always)
  func prefetch(_ place: Int) {
    unsafe withUnsafeBytes { bytes in
      let address = UInt(bitPattern: bytes.baseAddress)
      unsafe shim_prefetch(
        UnsafeRawPointer(
          bitPattern: address &+ UInt(bitPattern: place &* MemoryLayout<Element>.stride)))
    }
  }
}
