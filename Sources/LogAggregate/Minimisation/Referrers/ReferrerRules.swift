/// Finds the channel of a host: by the lists, then by what such hosts are called.
enum ReferrerRules {
  /// - Parameters:
  ///   - host: lower-case ASCII.
  ///   - domain: where its registrable domain begins; `suffix`: where its public suffix does.
  /// - Complexity: O(labels · log lists).
  static func channel(of host: Span<UInt8>, domain: Int, suffix: Int) -> Channel {
    let bare = dropMirror(host, before: domain)
    if let exact = listed(host.extracting(droppingFirst: bare), suffix: suffix - bare, below: false)
    {
      return exact
    }
    if let exact = listed(host, suffix: suffix, below: false) { return exact }
    if isMail(host, domain: domain) { return .mail }
    var start = 0
    while let next = nextLabel(of: host, after: start), next <= domain {
      let parent = host.extracting(droppingFirst: next)
      if let found = listed(parent, suffix: suffix - next, below: true) { return found }
      start = next
    }
    return byName(host, domain: domain, suffix: suffix)
  }

  /// Whether `host`, or a name that it is below, is on the list of referrer spam.
  ///
  /// The list holds a public suffix or two: what others registered below them is no spam.
  static func isSpam(_ host: Span<UInt8>, domain: Int) -> Bool {
    var start = 0
    while true {
      let name = host.extracting(droppingFirst: start)
      if ReferrerHostTable.value(of: name, in: ReferrerSpamData.lines) != nil { return true }
      guard let next = nextLabel(of: host, after: start), next <= domain else { return false }
      start = next
    }
  }

  // MARK: - Lists

  /// The channel of `name` in the lists: as it is, or with `*` for its public suffix.
  /// - Parameter below: asks for what holds for hosts below `name` too.
  private static func listed(_ name: Span<UInt8>, suffix: Int, below: Bool) -> Channel? {
    if let found = entry(name, below: below) { return found }
    guard suffix > 0 else { return nil }
    var starred: [UInt8] = []
    starred.reserveCapacity(suffix + 1)
    for index in 0..<suffix { starred.append(name[index]) }
    starred.append(UInt8(ascii: "*"))
    return entry(starred.span, below: below)
  }

  private static func entry(_ name: Span<UInt8>, below: Bool) -> Channel? {
    let value: Span<UInt8>
    if let own = ReferrerHostTable.value(of: name, in: ReferrerAdditionData.lines) {
      value = own
    } else if let listed = ReferrerHostTable.value(of: name, in: ReferrerListData.lines) {
      value = listed
    } else {
      return nil
    }
    if below && value.count < 2 { return nil }
    switch value[0] {
    case UInt8(ascii: "s"): return .search
    case UInt8(ascii: "o"): return .social
    case UInt8(ascii: "a"): return .aiAssistant
    case UInt8(ascii: "m"): return .mail
    default: return .other
    }
  }

  // MARK: - Names

  /// Where `host` begins without labels that only say “the same, for another device”.
  private static func dropMirror(_ host: Span<UInt8>, before domain: Int) -> Int {
    guard domain > 0, let next = nextLabel(of: host, after: 0) else { return 0 }
    return mirrors.contains { isLabel(host.extracting(0..<next - 1), $0) } ? next : 0
  }

  private static func isMail(_ host: Span<UInt8>, domain: Int) -> Bool {
    anyLabel(of: host, before: domain) { label in mailLabels.contains { isLabel(label, $0) } }
  }

  private static func byName(_ host: Span<UInt8>, domain: Int, suffix: Int) -> Channel {
    if anyLabel(of: host, before: domain, { label in searchLabels.contains { isLabel(label, $0) } })
    {
      return .search
    }
    let top = host.extracting(droppingFirst: suffix)
    let own = host.extracting(domain..<max(domain, suffix - 1))
    let named = fediverse.contains { isLabel(own, $0) }
    if named || top.equalsIgnoringCase("social")
      || anyLabel(of: host, before: domain, { label in fediverse.contains { isLabel(label, $0) } })
    {
      return .social
    }
    return .other
  }

  private static let mirrors: [StaticString] = [
    "www", "ww", "m", "mobile", "wap", "lite", "touch", "amp", "web",
  ]
  private static let mailLabels: [StaticString] = [
    "mail", "webmail", "email", "mails", "mailbox", "roundcube", "squirrelmail", "horde", "zimbra",
    "owa", "outlook", "poczta", "posta", "correo", "courriel", "messagerie", "mailer", "inbox",
  ]
  private static let searchLabels: [StaticString] = [
    "search", "websearch", "isearch", "msearch", "metasearch", "imagesearch", "searx", "searxng",
    "suche", "recherche", "rechercher", "ricerca", "buscador", "busca", "busqueda", "pesquisa",
    "szukaj", "hledani", "hledej", "poisk", "arama", "zoeken", "sok", "haku", "otsing", "cautare",
  ]
  private static let fediverse: [StaticString] = [
    "mastodon", "mstdn", "pixelfed", "lemmy", "misskey",
  ]

  /// Whether `label` is `word`, or `word` and a number (`search2`).
  private static func isLabel(_ label: Span<UInt8>, _ word: StaticString) -> Bool {
    var end = label.count
    while end > 0 && (0x30...0x39).contains(label[end - 1]) { end -= 1 }
    return label.extracting(first: end).equalsIgnoringCase(word)
  }

  private static func anyLabel(
    of host: Span<UInt8>, before domain: Int, _ holds: (Span<UInt8>) -> Bool
  ) -> Bool {
    var start = 0
    while start < domain, let next = nextLabel(of: host, after: start) {
      if holds(host.extracting(start..<next - 1)) { return true }
      start = next
    }
    return false
  }

  private static func nextLabel(of host: Span<UInt8>, after start: Int) -> Int? {
    var index = start
    while index < host.count && host[index] != UInt8(ascii: ".") { index &+= 1 }
    return index < host.count ? index + 1 : nil
  }
}
