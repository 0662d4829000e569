internal import CShims

/// An array that grows page by page, so that it never holds its elements twice while it grows.
struct PagedArray<Element> {
  private var pages: [[Element]] = []
  private(set) var count = 0

  /// Elements on a page, as a power of two.
  private static var shift: Int { 12 }
  private static var mask: Int { 1 << shift - 1 }

  var isEmpty: Bool { count == 0 }

  var indices: Range<Int> { 0..<count }

  /// - Complexity: O(1); a page is allocated every 4,096 elements, and none is ever moved.
  mutating func append(_ element: Element) {
    if count & Self.mask == 0 {
      pages.append([])
      pages[pages.count - 1].reserveCapacity(1 << Self.shift)
    }
    pages[pages.count - 1].append(element)
    count += 1
  }

  /// Calls `body` with the elements in turn, some pages of them at a time, and lets go of these behind it.
  mutating func drain(_ body: ([[Element]]) -> Void) {
    let step = 8
    for first in stride(from: 0, to: pages.count, by: step) {
      let part = first..<min(first + step, pages.count)
      body(Array(pages[part]))
      for page in part { pages[page] = [] }
    }
    pages = []
    count = 0
  }

  /// Has the memory of an element fetched, before it is read or changed; nothing happens where there is none.
  @inline(__always)
  func prefetch(_ index: Int) {
    guard index < count else { return }
    let stride = MemoryLayout<Element>.stride
    // The page's own address, read as a number so that the page need not be retained. Behind it stand the elements, beginning
    // at its 32nd byte; were it another one, other memory would be fetched for nothing, and nothing is read.
    let page = unsafe pages.withUnsafeBytes {
      unsafe $0.load(
        fromByteOffset: (index >> Self.shift) &* MemoryLayout<UInt>.stride, as: UInt.self)
    }
    let element = page &+ 32 &+ UInt(index & Self.mask) &* UInt(stride)
    unsafe shim_prefetch(UnsafeRawPointer(bitPattern: element))
    if stride > 64 { unsafe shim_prefetch(UnsafeRawPointer(bitPattern: element &+ 64)) }
    if stride > 16 {
      unsafe shim_prefetch(UnsafeRawPointer(bitPattern: element &+ UInt(stride) &- 1))
    }
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { pages[index >> Self.shift][index & Self.mask] }
    _modify { yield &pages[index >> Self.shift][index & Self.mask] }
  }
}

extension PagedArray: Sendable where Element: Sendable {}
