/// The digests of an input's first lines, by which two inputs are told to begin alike: a log and its copy under another name,
/// plain and compressed, or a log and a longer state of it.
///
/// Compared are the first lines, at most ``lineCount``, without empty ones and directives, which logs of one server have in
/// common. Where one input holds fewer, all of its lines are compared. The digests are kept until inputs are put in order, and
/// no longer.
struct InputBeginning: Sendable {
  /// As many lines in a row are the same in two logs only where one was copied from the other.
  static let lineCount = 16

  private var lines: [UInt64] = []

  /// - Complexity: O(bytes of the first lines).
  init(_ bytes: Span<UInt8>) {
    var cursor = LineCursor(bytes)
    while lines.count < Self.lineCount, let line = cursor.next() {
      if line.count == 0 || line[0] == 0x23 { continue }
      lines.append(SipHash.tag(of: line, key: (0, 0)))
    }
  }

  /// For each input that begins with the same lines as another the two numbers, from 0, the smaller one first; of several that
  /// are alike each with the next.
  /// - Complexity: O(*n* log *n*).
  static func pairs(_ beginnings: [InputBeginning]) -> [(Int, Int)] {
    let order = beginnings.indices.filter { !beginnings[$0].lines.isEmpty }.sorted {
      let (one, other) = (beginnings[$0].lines, beginnings[$1].lines)
      return one == other ? $0 < $1 : one.lexicographicallyPrecedes(other)
    }
    // What begins with another stands behind it, and so does all that stands between them.
    return zip(order, order.dropFirst()).filter { one, other in
      beginnings[other].lines.starts(with: beginnings[one].lines)
    }.map { (min($0, $1), max($0, $1)) }.sorted { $0 < $1 }
  }
}
