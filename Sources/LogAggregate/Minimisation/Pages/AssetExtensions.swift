/// File name extensions that make a request an asset and not a page view.
struct AssetExtensions: Sendable {
  private var words: SegmentWords

  /// - Parameters:
  ///   - added: extensions that are assets too, and `removed`: ones that are pages here; with or
  ///     without a dot, the case of letters means nothing.
  init(adding added: [String] = [], removing removed: [String] = []) {
    words = SegmentWords(Self.standard)
    words.formUnion(added.map(Self.bare))
    words.subtract(removed.map(Self.bare))
  }

  /// Whether `word`, without its dot, is one of them.
  func contains(_ word: Span<UInt8>) -> Bool {
    words.contains(SegmentWords.packed(word))
  }

  private static func bare(_ word: String) -> String {
    String(word.drop { $0 == "." || $0 == "*" })
  }

  /// - Source: DESIGN 3, *Page view*.
  private static let standard = """
    css js mjs map json xml rss atom txt ico gif jpg jpeg png svg webp avif bmp tif tiff woff woff2 ttf \
    otf eot mp3 mp4 m4a m4v webm ogg ogv wav flac mov avi mkv mpg mpeg swf class jar zip gz tgz bz2 xz \
    zst 7z rar tar iso dmg exe msi deb rpm apk ipa bin pdf doc docx xls xlsx ppt pptx odt ods csv
    """
}

extension PathTemplate {
  /// Whether a request is for an asset, by the extension of its last path segment.
  /// - Parameter target: the request target as logged; query, fragment and `;params` do not count.
  /// - Complexity: O(length of the path); allocates nothing.
  static func isAsset(_ target: Span<UInt8>, _ extensions: borrowing AssetExtensions) -> Bool {
    let path = target.extracting(PathTemplate.beforeQuery(target))
    let slash = path.offset(ofLast: UInt8(ascii: "/"))
    let backslash = path.offset(ofLast: UInt8(ascii: "\\"))
    let start = slash.map { max($0, backslash ?? 0) } ?? backslash
    var segment = path.extracting(droppingFirst: start.map { $0 &+ 1 } ?? 0)
    if let end = segment.offset(of: UInt8(ascii: ";")) { segment = segment.extracting(first: end) }
    guard let dot = segment.offset(ofLast: UInt8(ascii: ".")), isPath(target, slash: start) else {
      return false
    }
    return extensions.contains(segment.extracting(droppingFirst: dot &+ 1))
  }

  /// What comes before the query and the fragment.
  private static func beforeQuery(_ target: Span<UInt8>) -> Range<Int> {
    let end = target.offset(of: UInt8(ascii: "?")) ?? target.count
    return 0..<(target.extracting(first: end).offset(of: UInt8(ascii: "#")) ?? end)
  }

  /// Whether the last slash is one of a path and not the second one of `http://example.com`.
  private static func isPath(_ target: Span<UInt8>, slash: Int?) -> Bool {
    guard let slash, slash > 1 else { return true }
    return authorityStart(in: target) != slash + 1
  }
}
