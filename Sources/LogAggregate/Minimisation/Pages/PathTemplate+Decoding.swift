extension PathTemplate {
  /// The path that a target names: decoded, without query and `;params`, dot segments resolved.
  ///
  /// Patterns of the site file are matched against it.
  /// - Complexity: O(length of `target`).
  static func decodedPath(of target: Span<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    _ = PathNormalDecoding.decode(target.extracting(path(in: target)), into: &decoded)
    var path: [UInt8] = []
    path.reserveCapacity(decoded.count + 1)
    var isDirectory = true
    let segments = decoded.split(omittingEmptySubsequences: false) { isSlash($0) }
    for (index, whole) in segments.enumerated() {
      let segment = whole.prefix { $0 != UInt8(ascii: ";") }
      if segment.elementsEqual("..".utf8) {
        path.removeLast(path.count - (path.lastIndex(of: UInt8(ascii: "/")) ?? 0))
        isDirectory = true
      } else if segment.isEmpty || segment.elementsEqual(".".utf8) {
        isDirectory = true
      } else {
        path.append(UInt8(ascii: "/"))
        path.append(contentsOf: segment)
        isDirectory = index < segments.count - 1
      }
    }
    if isDirectory { path.append(UInt8(ascii: "/")) }
    return path
  }
}
