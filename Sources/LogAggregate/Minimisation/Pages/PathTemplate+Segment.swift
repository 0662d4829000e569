extension PathTemplate {
  /// What a segment says about the one after it.
  enum Neighbour {
    case plain
    /// A person's name or number follows.
    case user
    /// A secret, or words of a visitor's own.
    case secret
    /// The number of a customer's thing, or a word.
    case record
  }

  /// What `segment` says about the next one.
  /// - Parameter before: what was said about `segment` itself; it holds on past a page such as `show`.
  func neighbour(_ segment: Span<UInt8>, _ word: UInt128, after before: Neighbour) -> Neighbour {
    var word = word
    if let colon = colon(in: segment) {
      // A wiki's `Special:Contributions` or `User:`.
      word = SegmentWords.packed(segment.extracting(droppingFirst: colon + 1))
    }
    if vocabulary.userNamespaces.contains(word) { return .user }
    if vocabulary.secretNamespaces.contains(word) || vocabulary.searchNamespaces.contains(word)
      || hasSecretPart(segment)
    {
      return .secret
    }
    if vocabulary.recordNamespaces.contains(word) { return .record }
    return vocabulary.actions.contains(word) ? before : .plain
  }

  /// Whether a compound of up to three words has one such as `verify`.
  private func hasSecretPart(_ segment: Span<UInt8>) -> Bool {
    guard segment.count <= SegmentShape.longestShown else { return false }
    var parts = 0
    var isSecret = false
    var start = 0
    for index in 0...segment.count
    where index == segment.count || segment[index] == UInt8(ascii: "-")
      || segment[index] == UInt8(ascii: "_")
    {
      parts &+= 1
      if parts > 3 { return false }
      let word = SegmentWords.packed(segment.extracting(start..<index))
      isSecret = isSecret || vocabulary.secretParts.contains(word)
      start = index &+ 1
    }
    return isSecret
  }

  /// Whether `stem` is a word for people, a hyphen or underscore, and what is no ordinary word: `user_alice`.
  private func namesUser(_ stem: Span<UInt8>) -> Bool {
    var index = 0
    while index < stem.count && stem[index] != UInt8(ascii: "-") && stem[index] != UInt8(ascii: "_")
    { index &+= 1 }
    guard index + 1 < stem.count,
      vocabulary.userPrefixes.contains(SegmentWords.packed(stem.extracting(first: index)))
    else { return false }
    let rest = stem.extracting(droppingFirst: index + 1)
    // More words are a phrase.
    for place in rest.indices
    where rest[place] == UInt8(ascii: "-") || rest[place] == UInt8(ascii: "_") { return false }
    let word = SegmentWords.packed(rest)
    return !vocabulary.ordinarySuffixes.contains(word) && !vocabulary.actions.contains(word)
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
    let isPlain = SegmentShape.isPlain(stem)
    if isPlain || PathNormalText.isASCII(stem) {
      placeholder = judge(stem, isPlain: isPlain, after: before)
      if placeholder == nil { page.append(stem) }
    } else if PathNormalText.append(stem, to: &page) {
      let text = page.span.extracting(droppingFirst: start)
      placeholder = judge(text, isPlain: SegmentShape.isPlain(text), after: before)
    } else {
      placeholder = before == .user ? .user : .token
    }
    if let placeholder {
      page.removeLast(page.count - start)
      append(placeholder.text, to: &page)
    }
    if end < segment.count { page.append(segment.extracting(droppingFirst: end)) }
  }

  /// - Parameter isPlain: what ``SegmentShape/isPlain(_:)`` says of the stem.
  private func judge(
    _ stem: Span<UInt8>, isPlain: Bool, after before: Neighbour
  ) -> SegmentPlaceholder? {
    if isPlain && (before == .plain || before == .record) { return namesUser(stem) ? .user : nil }
    let placeholder = isPlain ? nil : SegmentShape(stem).placeholder(for: stem)
    switch before {
    case .plain: break
    case .user, .secret:
      if vocabulary.actions.contains(SegmentWords.packed(stem)) { break }
      return before == .user ? .user : placeholder ?? .token
    case .record:
      // Of a code even the short and tidy ones are one customer's.
      if placeholder == nil && isNumbered(stem) { return .token }
    }
    if namesUser(stem) { return .user }
    if stem[0] == UInt8(ascii: "~") { return .user }
    if placeholder == .email && isHandle(stem) { return .user }
    if placeholder == nil, let colon = colon(in: stem) {
      return colonPlaceholder(stem, at: colon)
    }
    return placeholder
  }

  /// Whether `stem` holds a digit, or no small letter.
  private func isNumbered(_ stem: Span<UInt8>) -> Bool {
    var hasSmall = false
    for index in stem.indices {
      if (0x30...0x39).contains(stem[index]) { return true }
      hasSmall = hasSmall || (0x61...0x7A).contains(stem[index]) || stem[index] >= 0x80
    }
    return !hasSmall
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

  func append(_ text: StaticString, to page: inout [UInt8]) {
    page.append(ReferrerHostTable.bytes(of: text))
  }
}
