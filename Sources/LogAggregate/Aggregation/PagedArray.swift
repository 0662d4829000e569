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

  /// Calls `body` with every element in turn, and lets go of each page behind it.
  mutating func drain(_ body: (Element) -> Void) {
    for page in pages.indices {
      for element in pages[page] { body(element) }
      pages[page] = []
    }
    pages = []
    count = 0
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get { pages[index >> Self.shift][index & Self.mask] }
    _modify { yield &pages[index >> Self.shift][index & Self.mask] }
  }
}

extension PagedArray: Sendable where Element: Sendable {}
