/// Turns the path of a request into a page that may be counted, and its section.
///
/// A page is the path without query, fragment and `;params`, decoded, with `.`, `..`, empty segments
/// and backslashes resolved, index files folded into their directory, and a placeholder for every
/// segment that could name a person or one person's thing. A trailing slash and the case of letters
/// stay as logged. Of a path of more than four segments the first four are kept, as a directory:
/// `/a/b/c/d/e` is `/a/b/c/d/`.
///
/// - `:num` digits, with punctuation or without (`123`, `2024-01-15`, `192.0.2.1`)
/// - `:uuid`, and `:hex` for eight or more hexadecimal digits
/// - `:email` for an `@` in any spelling
/// - `:user` after `~` and `@`, after a segment such as `users`, after `User:` and `user_`
/// - `:id` for what is over 32 characters, mixes letters and digits from 12 characters on, looks like
///   base64, a JSON Web Token or a code (`K7QXQRT`), follows a segment such as `reset`, `verify-email`
///   or `search`, has a digit after one such as `orders`, is still encoded after three rounds, is not
///   valid UTF-8, or holds control, invisible or mixed characters
///
/// What a segment says of the next holds on past a page such as `show`: `/user/show/alice`.
/// A known file extension stays: `123.html` is `:num.html`.
/// - Source: DESIGN 3 and 5.
struct PathTemplate: Sendable {
  /// Segments of a path that are told apart.
  static let depth = 4

  let vocabulary: SegmentVocabulary

  /// - Parameter indexNames: files that a server gives for their directory, at most 16 bytes each.
  init(indexNames: [String] = SegmentVocabulary.commonIndexNames) {
    vocabulary = SegmentVocabulary(indexNames: indexNames)
  }

  /// Writes the page and the section of `target` over what the two hold.
  ///
  /// The section is the page's first segment, or `/` where that is the last and a file.
  /// - Parameter target: as logged: a path, an absolute URI, `*`.
  /// - Complexity: O(length of `target`); allocates nothing once the two have grown.
  func reduce(_ target: Span<UInt8>, page: inout [UInt8], section: inout [UInt8]) {
    page.removeAll(keepingCapacity: true)
    section.removeAll(keepingCapacity: true)
    let range = Self.path(in: target)
    let path = target.extracting(range)
    if PathNormalDecoding.isPlain(path) {
      write(path, encoded: false, to: &page)
    } else {
      // The section's place serves for the decoded path until it is known.
      let encoded = PathNormalDecoding.decode(path, into: &section)
      write(section.span, encoded: encoded, to: &page)
    }
    section.removeAll(keepingCapacity: true)
    Self.writeSection(of: page, to: &section)
  }

  // MARK: - Target

  /// Where the path lies in a request target.
  static func path(in target: Span<UInt8>) -> Range<Int> {
    var start = 0
    if target.count > 0, target[0] != UInt8(ascii: "/"),
      let authority = authorityStart(in: target)
    {
      start = authority
      while start < target.count && !endsAuthority(target[start]) { start &+= 1 }
    }
    var end = target.offset(of: UInt8(ascii: "?"), from: start).map { start &+ $0 } ?? target.count
    if let mark = target.extracting(start..<end).offset(of: UInt8(ascii: "#")) {
      end = start &+ mark
    }
    return start..<end
  }

  /// Where the authority of an absolute URI begins, or `nil` for a mere path.
  /// - Source: RFC 9112, section 3.2; RFC 3986, section 3.1.
  static func authorityStart(in target: Span<UInt8>) -> Int? {
    var index = 0
    while index < target.count {
      switch target[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        index &+= 1
      case UInt8(ascii: ":"):
        guard index > 0, index + 2 < target.count, target[index + 1] == UInt8(ascii: "/"),
          target[index + 2] == UInt8(ascii: "/")
        else { return nil }
        return index + 3
      default: return nil
      }
    }
    return nil
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
      || byte == UInt8(ascii: "\\")
  }

  // MARK: - Segments

  /// - Parameter encoded: some of `path` is still percent-encoded; from there on nothing is told.
  private func write(_ path: Span<UInt8>, encoded: Bool, to page: inout [UInt8]) {
    var segments = InlineArray<4, (start: Int, end: Int)>(repeating: (0, 0))
    var count = 0
    var isDirectory = true
    var start = 0
    let hasParameters = path.offset(of: UInt8(ascii: ";")) != nil
    let hasBackslash = path.offset(of: UInt8(ascii: "\\")) != nil
    while start < path.count {
      var end = path.offset(of: UInt8(ascii: "/"), from: start).map { start &+ $0 } ?? path.count
      if hasBackslash, let slash = path.extracting(start..<end).offset(of: UInt8(ascii: "\\")) {
        end = start &+ slash
      }
      var last = end
      if hasParameters, let mark = path.extracting(start..<end).offset(of: UInt8(ascii: ";")) {
        last = start &+ mark
      }
      isDirectory = true
      if Self.isDots(path, start..<last, 2) {
        count = max(count - 1, 0)
      } else if last > start && !Self.isDots(path, start..<last, 1) {
        if count < Self.depth { segments[count] = (start, last) }
        count &+= 1
        isDirectory = end < path.count
      }
      start = end &+ 1
    }
    if count > Self.depth {
      count = Self.depth
      isDirectory = true
    }
    write(segments, count, of: path, encoded: encoded, isDirectory: isDirectory, to: &page)
  }

  private func write(
    _ segments: InlineArray<4, (start: Int, end: Int)>, _ count: Int, of path: Span<UInt8>,
    encoded: Bool, isDirectory: Bool, to page: inout [UInt8]
  ) {
    var isDirectory = isDirectory
    var before = Neighbour.plain
    for index in 0..<count {
      let segment = path.extracting(segments[index].start..<segments[index].end)
      let word = SegmentWords.packed(segment)
      if index == count - 1 && !isDirectory && vocabulary.indexNames.contains(word) {
        isDirectory = true
        break
      }
      page.append(UInt8(ascii: "/"))
      if encoded && PathNormalDecoding.isEncoded(segment) {
        append(SegmentPlaceholder.token.text, to: &page)
        return
      }
      write(segment, after: before, to: &page)
      if index < count - 1 { before = neighbour(segment, word, after: before) }
    }
    if isDirectory || page.isEmpty { page.append(UInt8(ascii: "/")) }
  }

  static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func isDots(_ path: Span<UInt8>, _ range: Range<Int>, _ count: Int) -> Bool {
    guard range.count == count else { return false }
    for index in range where path[index] != UInt8(ascii: ".") { return false }
    return true
  }

  // MARK: - Section

  private static func writeSection(of page: [UInt8], to section: inout [UInt8]) {
    section.append(UInt8(ascii: "/"))
    var end = 1
    var dot: Int?
    while end < page.count && page[end] != UInt8(ascii: "/") {
      if page[end] == UInt8(ascii: ".") && end > 1 { dot = end }
      end &+= 1
    }
    if let dot, end == page.count, isExtension(page, dot + 1..<end) { return }
    if end > 1 { section.append(page.span.extracting(1..<end)) }
  }

  /// Whether a segment that ends so is a file: up to five letters and digits, a letter first.
  private static func isExtension(_ page: [UInt8], _ range: Range<Int>) -> Bool {
    guard (1...5).contains(range.count), page[range.lowerBound].isASCIILetter else { return false }
    return range.allSatisfy { page[$0].isASCIILetter || (0x30...0x39).contains(page[$0]) }
  }
}

extension UInt8 {
  /// Whether this byte is a letter of ASCII.
  var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
