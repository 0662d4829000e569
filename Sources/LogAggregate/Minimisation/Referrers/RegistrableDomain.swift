/// What a host, as somebody wrote it, names.
enum RegistrableDomain: Equatable, Sendable {
  /// A public host name: lower-case ASCII, and where its registrable domain and public suffix begin.
  case name([UInt8], domain: Int, suffix: Int)
  /// An address of the public Internet.
  case address
  /// A name or address that means something in one network only.
  case intranet
  /// No host name, or a public suffix itself.
  case invalid

  /// Longest name that the domain name system allows.
  /// - Source: RFC 1035, section 2.3.4.
  static let longestName = 253

  /// Reads `host`: a name in ASCII or UTF-8, or an address without brackets and port.
  /// - Complexity: O(length of `host` + log rules); allocates the name.
  init(_ host: Span<UInt8>) {
    guard var name = Self.ascii(host) else {
      self = .invalid
      return
    }
    if name.last == UInt8(ascii: ".") { name.removeLast() }
    if let address = Self.address(name.span) {
      self = address
    } else if !Self.isHostName(name.span) {
      self = .invalid
    } else if Self.isLocal(name.span) {
      self = .intranet
    } else {
      let split = PublicSuffix.split(name.span)
      guard let domain = split.domain, Self.isRegistrable(name.span, from: domain) else {
        self = .invalid
        return
      }
      self = .name(name, domain: domain, suffix: split.suffix)
    }
  }

  static func isPunycode(_ label: Span<UInt8>) -> Bool {
    label.count > 4 && label.extracting(first: 4).equalsIgnoringCase("xn--")
  }

  // MARK: - Letters

  /// `host` in lower-case ASCII, or `nil` where a character cannot be in a name.
  private static func ascii(_ host: Span<UInt8>) -> [UInt8]? {
    // A character of UTF-8 takes at most four bytes.
    guard !host.isEmpty, host.count <= longestName * 4 else { return nil }
    var name: [UInt8] = []
    name.reserveCapacity(host.count)
    for index in host.indices {
      if host[index] >= 0x80 { return international(host) }
      name.append(host[index].loweredASCII)
    }
    return name
  }

  /// The same for UTF-8: small letters, joined marks, plain forms of full-width ones, then Punycode.
  /// - Source: UTS 46, section 4, without its table of mappings: what that would map is refused here.
  private static func international(_ host: Span<UInt8>) -> [UInt8]? {
    let bytes = (0..<host.count).map { host[$0] }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var labels: [[Unicode.Scalar]] = [[]]
    for scalar in text.unicodeScalars {
      guard let plain = plainForm(of: scalar) else { return nil }
      if plain == "." {
        labels.append([])
        continue
      }
      for lower in plain.properties.lowercaseMapping.unicodeScalars {
        if let base = labels[labels.count - 1].last,
          let joined = PathNormalForm.compose(base.value, lower.value).flatMap(Unicode.Scalar.init)
        {
          labels[labels.count - 1][labels[labels.count - 1].count - 1] = joined
        } else {
          labels[labels.count - 1].append(lower)
        }
      }
    }
    var name: [UInt8] = []
    for (index, label) in labels.enumerated() {
      if index > 0 { name.append(UInt8(ascii: ".")) }
      if label.allSatisfy(\.isASCII) {
        name.append(contentsOf: label.map { UInt8(truncatingIfNeeded: $0.value) })
      } else {
        guard let coded = Punycode.encode(label) else { return nil }
        name.append(contentsOf: "xn--".utf8)
        name.append(contentsOf: coded)
      }
    }
    return name
  }

  private static func plainForm(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x3002, 0xFF0E, 0xFF61: return "."
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0)
    case 0..<0x80: return scalar
    default:
      switch scalar.properties.generalCategory {
      case .lowercaseLetter, .uppercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
        .nonspacingMark, .spacingMark, .decimalNumber:
        return SegmentScript(scalar.value) != nil || (0x300..<0x370).contains(scalar.value)
          ? scalar : nil
      default: return nil
      }
    }
  }

  // MARK: - Addresses

  private static func address(_ name: Span<UInt8>) -> RegistrableDomain? {
    var colons = 0
    for index in name.indices where name[index] == UInt8(ascii: ":") { colons += 1 }
    if colons > 0 { return colons > 1 ? ipv6(name) : .invalid }
    guard name.count <= 15, let parts = quad(name) else { return nil }
    return isPrivate(parts) ? .intranet : .address
  }

  private static func quad(_ name: Span<UInt8>) -> [UInt8]? {
    var parts: [UInt8] = []
    var value = 0
    var digits = 0
    for index in 0...name.count {
      if index == name.count || name[index] == UInt8(ascii: ".") {
        guard digits > 0, value < 256 else { return nil }
        parts.append(UInt8(value))
        value = 0
        digits = 0
      } else {
        guard (0x30...0x39).contains(name[index]), digits < 3 else { return nil }
        value = value * 10 + Int(name[index] - 0x30)
        digits += 1
      }
    }
    return parts.count == 4 ? parts : nil
  }

  /// - Source: RFC 6890 (special-purpose addresses), RFC 6598 (100.64.0.0/10).
  private static func isPrivate(_ parts: [UInt8]) -> Bool {
    switch (parts[0], parts[1]) {
    case (0, _), (10, _), (127, _), (169, 254), (172, 16...31), (192, 168), (100, 64...127): true
    default: false
    }
  }

  /// - Source: RFC 4291, RFC 4193 (`fc00::/7`); a zone after `%` is left unread.
  private static func ipv6(_ name: Span<UInt8>) -> RegistrableDomain {
    var end = 0
    var lastColon = 0
    while end < name.count && name[end] != UInt8(ascii: "%") {
      switch name[end] {
      case UInt8(ascii: ":"): lastColon = end
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): break
      case UInt8(ascii: "."): break
      default: return .invalid
      }
      end += 1
    }
    guard end <= 45 else { return .invalid }
    if let parts = quad(name.extracting(lastColon + 1..<end)) {
      return isPrivate(parts) ? .intranet : .address
    }
    let text = name.extracting(first: end)
    if text.equalsIgnoringCase("::1") || text.equalsIgnoringCase("::") { return .intranet }
    guard text.count >= 4 else { return .address }
    switch (text[0], text[1], text[2]) {
    case (0x66, 0x63...0x64, _) where text[2] != UInt8(ascii: ":"): return .intranet
    case (0x66, 0x65, 0x38...0x39), (0x66, 0x65, 0x61...0x62): return .intranet
    default: return .address
    }
  }

  // MARK: - Names

  /// Whether every label is one that hosts have; an underscore is let through, as resolvers do.
  private static func isHostName(_ name: Span<UInt8>) -> Bool {
    guard !name.isEmpty, name.count <= longestName else { return false }
    var length = 0
    for index in name.indices {
      switch name[index] {
      case UInt8(ascii: "."):
        if length == 0 { return false }
        length = 0
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        length += 1
        if length > 63 { return false }
      default: return false
      }
    }
    return length > 0
  }

  /// Whether a domain could be registered: no underscore, no hyphen at an end, no number for a top.
  private static func isRegistrable(_ name: Span<UInt8>, from start: Int) -> Bool {
    var previous = UInt8(ascii: ".")
    var onlyDigits = true
    for index in start..<name.count {
      let byte = name[index]
      if byte == UInt8(ascii: "_") { return false }
      if byte == UInt8(ascii: "-") && previous == UInt8(ascii: ".") { return false }
      if byte == UInt8(ascii: ".") {
        if previous == UInt8(ascii: "-") { return false }
        onlyDigits = true
      } else if !(0x30...0x39).contains(byte) {
        onlyDigits = false
      }
      previous = byte
    }
    return !onlyDigits && previous != UInt8(ascii: "-")
  }

  /// - Source: RFC 6761, RFC 6762 appendix G, RFC 8375; ICANN reserved `internal` in 2024.
  private static func isLocal(_ name: Span<UInt8>) -> Bool {
    var start = name.count
    while start > 0 && name[start - 1] != UInt8(ascii: ".") { start -= 1 }
    if start == 0 { return true }
    let top = name.extracting(droppingFirst: start)
    let local: [StaticString] = [
      "local", "localhost", "localdomain", "lan", "home", "corp", "internal", "intranet", "intra",
      "private", "arpa",
    ]
    return local.contains { top.equalsIgnoringCase($0) }
  }
}
