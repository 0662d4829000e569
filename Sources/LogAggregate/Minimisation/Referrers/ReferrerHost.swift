/// Finds the host of a referrer, without looking at what follows it.
enum ReferrerHost {
  /// The bytes that name the referring host or app, or `nil` where no other place is named: an
  /// empty referrer, `-`, and the schemes that hold no host (`about:`, `data:`, `file:`, an
  /// extension's). Such a visit is direct.
  ///
  /// User information, port, brackets and everything after the host are outside the range. A
  /// name without a scheme counts (`google.com/x`, `//google.com/x`). Of an app the range keeps the
  /// scheme (`android-app://com.example`), so that a package is never read as a host. It is empty
  /// where a host should be and is not.
  /// - Complexity: O(length of scheme and authority); allocates nothing.
  /// - Source: RFC 3986, section 3.2; the WHATWG URL standard for backslashes.
  static func range(in referrer: Span<UInt8>) -> Range<Int>? {
    if referrer.isEmpty || (referrer.count == 1 && referrer[0] == UInt8(ascii: "-")) { return nil }
    var start = 0
    if let colon = schemeEnd(in: referrer), isDoubleSlash(referrer, at: colon + 1) {
      let scheme = referrer.extracting(first: colon)
      if isApp(scheme) {
        return 0..<appEnd(in: referrer, from: colon + 3)
      }
      guard isWeb(scheme) else { return nil }
      start = colon + 3
    } else if isDoubleSlash(referrer, at: 0) {
      start = 2
    } else if !isBareHost(referrer) {
      return nil
    }
    return hostRange(in: referrer, from: start)
  }

  /// What ``range(in:)`` would find in nearly every referrer: the bytes between `https://` and the next slash; `nil` where
  /// a colon is among them.
  ///
  /// They may hold what no host does. Then they are none that `range(in:)` ever finds, so that whoever looks for
  /// them among hosts does not find them.
  /// - Complexity: O(length of the host), sixteen bytes a step.
  @inline(__always)
  static func likelyRange(in referrer: Span<UInt8>) -> Range<Int>? {
    guard referrer.count >= 16 else { return nil }
    let opening = referrer.word(at: 0)
    let start: Int
    if opening == 0x2F2F_3A73_7074_7468 {
      start = 8
    } else if opening << 8 == 0x2F2F_3A70_7474_6800 {
      start = 7
    } else {
      return nil
    }
    // A colon before the slash parts user information or a port from the host.
    guard let length = referrer.extracting(droppingFirst: start).shortOffset(of: 0x2F, or: 0x3A),
      referrer[start &+ length] == 0x2F
    else { return nil }
    return start..<start &+ length
  }

  /// Whether a host, as `range(in:)` finds it, is an app's.
  static func isApp(host: Span<UInt8>) -> Bool {
    guard let colon = schemeEnd(in: host) else { return false }
    return isApp(host.extracting(first: colon)) && isDoubleSlash(host, at: colon + 1)
  }

  /// The length of the scheme `android-app://` or `ios-app://`.
  static func appPrefixLength(of host: Span<UInt8>) -> Int {
    (schemeEnd(in: host) ?? -3) + 3
  }

  private static func schemeEnd(in bytes: Span<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count && index < 16 {
      switch bytes[index] {
      case UInt8(ascii: ":"): return index == 0 ? nil : index
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "-"), UInt8(ascii: "+"): break
      default: return nil
      }
      index &+= 1
    }
    return nil
  }

  private static func isDoubleSlash(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    index + 1 < bytes.count && isSlash(bytes[index]) && isSlash(bytes[index + 1])
  }

  private static func isSlash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  private static func isWeb(_ scheme: Span<UInt8>) -> Bool {
    scheme.equalsIgnoringCase("https") || scheme.equalsIgnoringCase("http")
  }

  private static func isApp(_ scheme: Span<UInt8>) -> Bool {
    scheme.equalsIgnoringCase("android-app") || scheme.equalsIgnoringCase("ios-app")
  }

  /// Whether something that has no scheme begins with a name that holds a dot.
  private static func isBareHost(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count && !endsAuthority(bytes[index]) {
      switch bytes[index] {
      case UInt8(ascii: "."): return index > 0
      case UInt8(ascii: ":"): return false
      default: index &+= 1
      }
    }
    return false
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    isSlash(byte) || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") || byte <= 0x20
  }

  private static func appEnd(in bytes: Span<UInt8>, from start: Int) -> Int {
    var end = start
    while end < bytes.count && !endsAuthority(bytes[end]) { end &+= 1 }
    return end
  }

  private static func hostRange(in bytes: Span<UInt8>, from first: Int) -> Range<Int> {
    var start = first
    var end = first
    while end < bytes.count && !endsAuthority(bytes[end]) {
      if bytes[end] == UInt8(ascii: "@") { start = end + 1 }
      end &+= 1
    }
    if start < end && bytes[start] == UInt8(ascii: "[") {
      var close = start + 1
      while close < end && bytes[close] != UInt8(ascii: "]") { close &+= 1 }
      return start + 1..<close
    }
    var port = end
    while port > start && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[port - 1]) {
      port &-= 1
    }
    if port > start && bytes[port - 1] == UInt8(ascii: ":") { end = port - 1 }
    return start..<end
  }
}

extension Span<UInt8> {
  /// Whether these bytes are `word`, letters of either case alike.
  /// - Precondition: `word` is lower-case ASCII.
  func equalsIgnoringCase(_ word: StaticString) -> Bool {
    let word = ReferrerHostTable.bytes(of: word)
    guard count == word.count else { return false }
    for index in indices where self[index].loweredASCII != word[index] { return false }
    return true
  }
}

extension UInt8 {
  /// This byte, as a small letter where it is a capital one of ASCII.
  var loweredASCII: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
