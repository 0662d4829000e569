extension PathTemplate {
  /// What a segment says about the one after it.
  enum Neighbour { case plain, user, secret }

  func neighbour(_ segment: Span<UInt8>, _ word: UInt128) -> Neighbour {
    var word = word
    if let colon = colon(in: segment) {
      // A wiki's `Special:Contributions` or `User:`.
      word = SegmentWords.packed(segment.extracting(droppingFirst: colon + 1))
    }
    if vocabulary.userNamespaces.contains(word) { return .user }
    return vocabulary.secretNamespaces.contains(word) ? .secret : .plain
  }

  /// Writes `segment`, or what must stand for it.
  /// - Parameters:
  ///   - segment: decoded bytes, not empty.
  ///   - before: the segment in front of it.
  func write(_ segment: Span<UInt8>, after before: Neighbour, to page: inout [UInt8]) {
    let start = page.count
    let end = extensionStart(in: segment)
    let stem = segment.extracting(first: end)
    var placeholder: SegmentPlaceholder?
    if PathNormalText.isASCII(stem) {
      placeholder = judge(stem, after: before)
      if placeholder == nil { append(stem, to: &page) }
    } else if PathNormalText.append(stem, to: &page) {
      let text = page.span.extracting(droppingFirst: start)
      placeholder = judge(text, after: before)
    } else {
      placeholder = before == .user ? .user : .token
    }
    if let placeholder {
      page.removeLast(page.count - start)
      append(placeholder.text, to: &page)
    }
    append(segment.extracting(droppingFirst: end), to: &page)
  }

  private func judge(_ stem: Span<UInt8>, after before: Neighbour) -> SegmentPlaceholder? {
    let isPlain = SegmentShape.isPlain(stem)
    if isPlain && before == .plain { return nil }
    let placeholder = isPlain ? nil : SegmentShape(stem).placeholder(for: stem)
    if before != .plain && !vocabulary.actions.contains(SegmentWords.packed(stem)) {
      return before == .user ? .user : placeholder ?? .token
    }
    if stem[0] == UInt8(ascii: "~") { return .user }
    if placeholder == .email && isHandle(stem) { return .user }
    if placeholder == nil, let colon = colon(in: stem) {
      return colonPlaceholder(stem, at: colon)
    }
    return placeholder
  }

  /// Whether `stem` is `@name`.
  private func isHandle(_ stem: Span<UInt8>) -> Bool {
    guard stem[0] == UInt8(ascii: "@") else { return false }
    for index in 1..<stem.count
    where stem[index] == UInt8(ascii: "@") || stem[index] == UInt8(ascii: ".") { return false }
    return true
  }

  private func colon(in stem: Span<UInt8>) -> Int? {
    for index in stem.indices where stem[index] == UInt8(ascii: ":") { return index }
    return nil
  }

  /// A wiki's namespace (`Category:Trees`) may be shown, unless it is that of its users; any other
  /// colon could part a name from a password or a host from a port.
  private func colonPlaceholder(_ stem: Span<UInt8>, at colon: Int) -> SegmentPlaceholder? {
    var end = 0
    while end < colon && stem[end] != UInt8(ascii: "_") && stem[end] != UInt8(ascii: " ") {
      end &+= 1
    }
    if vocabulary.userNamespaces.contains(SegmentWords.packed(stem.extracting(first: end))) {
      return .user
    }
    let isNamespace = colon > 2 && (stem[0] >= 0x80 || (0x41...0x5A).contains(stem[0]))
    return isNamespace ? nil : .token
  }

  /// Where a known file extension begins, with its dot, or the end of `segment`.
  private func extensionStart(in segment: Span<UInt8>) -> Int {
    var dot = segment.count &- 1
    let least = max(0, segment.count &- SegmentWords.longestWord &- 1)
    while dot > least && segment[dot] != UInt8(ascii: ".") { dot &-= 1 }
    guard dot > 0, segment[dot] == UInt8(ascii: ".") else { return segment.count }
    let word = segment.extracting(droppingFirst: dot + 1)
    if vocabulary.pageExtensions.contains(SegmentWords.packed(word))
      || vocabulary.assetExtensions.contains(word)
    {
      return dot
    }
    return segment.count
  }

  func append(_ bytes: Span<UInt8>, to page: inout [UInt8]) {
    for index in bytes.indices { page.append(bytes[index]) }
  }

  func append(_ text: StaticString, to page: inout [UInt8]) {
    append(ReferrerHostTable.bytes(of: text), to: &page)
  }
}
