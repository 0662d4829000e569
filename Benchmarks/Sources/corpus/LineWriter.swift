/// Writes requests as lines of the common or the combined format.
struct LineWriter: ~Copyable {
  private var output = Output()
  private let texts: Texts
  private let isCombined: Bool
  private let fixed: FixedTexts
  private let dates: [TextID]
  private let offset: TextID
  private let words: [TextID]

  init(texts: consuming Texts, fixed: FixedTexts, days: [CivilDate], offset: String, combined: Bool)
  {
    dates = texts.add(days.map(\.logPrefix))
    self.offset = texts.add(" \(offset)")
    words = texts.add(Words.all)
    self.fixed = fixed
    isCombined = combined
    self.texts = texts
  }

  /// The number of the system's error that ended writing, or 0.
  var failure: Int32 { output.failure }

  mutating func flush() { output.flush() }

  /// Writes one line; `second` counts from the start of the first day.
  mutating func write(_ request: Request, from client: Client, at second: Int) {
    put(addressOf: client)
    put(fixed.noIdentity)
    put(client.user == .empty ? fixed.dash : client.user)
    put(fixed.openTime)
    put(time: second)
    put(fixed.closeTime)
    if request.method != .empty {
      put(request.method)
      put(request.target)
      put(client.protocolName)
    } else {
      put(request.target.path)
    }
    put(fixed.closeQuote)
    put(decimal: request.status)
    output.append(0x20)
    put(decimal: request.byteCount)
    if isCombined {
      put(fixed.openQuote)
      put(request.referrer)
      put(fixed.betweenQuotes)
      put(client.agent)
      if client.agentToken != 0 {
        put(fixed.reader)
        put(decimal: Int(client.agentToken))
      }
      output.append(0x22)
    }
    output.append(0x0A)
  }

  /// Writes a line that is none of the format's.
  mutating func writeBroken(_ text: TextID) {
    put(text)
    output.append(0x0A)
  }

  private mutating func put(_ id: TextID) { texts.write(id, to: &output) }

  private mutating func put(_ referrer: Referrer) {
    switch referrer {
    case .none: put(fixed.dash)
    case .external(let text): put(text)
    case .own(let target):
      put(fixed.origin)
      put(target)
    }
  }

  private mutating func put(_ target: Target) {
    put(target.path)
    put(target.query)
    switch target.tail {
    case .none: break
    case .clickID:
      put(base64: target.token, digits: 10)
      put(base64: mixed(target.token), digits: 10)
    case .slug:
      var rest = target.token
      for place in 0..<5 {
        if place > 0 { output.append(0x2D) }
        put(words[Int(rest % UInt64(words.count))])
        rest /= UInt64(words.count)
      }
    case .filler:
      var state = target.token
      for _ in 0..<Int(target.token & 0xF_FFFF) / 10 {
        state = mixed(state)
        put(base64: state, digits: 10)
      }
    }
  }

  private mutating func put(base64 value: UInt64, digits: Int) {
    let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    var rest = value
    for _ in 0..<digits {
      // Six bits index 64 characters.
      unsafe output.append(alphabet.utf8Start[Int(rest & 63)])
      rest >>= 6
    }
  }

  private mutating func put(decimal value: Int) {
    if value >= 10 { put(decimal: value / 10) }
    output.append(0x30 + UInt8(value % 10))
  }

  private mutating func put(time second: Int) {
    put(dates[second / 86_400])
    put(twoDigits: second / 3600 % 24)
    output.append(0x3A)
    put(twoDigits: second / 60 % 60)
    output.append(0x3A)
    put(twoDigits: second % 60)
    put(offset)
  }

  private mutating func put(twoDigits value: Int) {
    output.append(0x30 + UInt8(value / 10))
    output.append(0x30 + UInt8(value % 10))
  }

  /// Addresses have no two groups of zero side by side, so the short form of RFC 5952 needs no `::`.
  private mutating func put(addressOf client: Client) {
    if client.isIPv6 {
      for place in 0..<8 {
        if place > 0 { output.append(0x3A) }
        let half = place < 4 ? client.network : client.host
        put(hex: Int(half >> UInt64(48 - 16 * (place % 4)) & 0xFFFF))
      }
    } else {
      for place in 0..<4 {
        if place > 0 { output.append(0x2E) }
        put(decimal: Int(client.host >> UInt64(24 - 8 * place) & 0xFF))
      }
    }
  }

  private mutating func put(hex value: Int) {
    if value >= 16 { put(hex: value / 16) }
    let digit = UInt8(value % 16)
    output.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
  }
}

/// The texts that every log has.
struct FixedTexts {
  let dash, noIdentity, openTime, closeTime, openQuote, closeQuote, betweenQuotes, origin,
    reader: TextID
  let get, post, head: TextID

  init(into lexicon: inout Texts) {
    dash = lexicon.add("-")
    noIdentity = lexicon.add(" - ")
    openTime = lexicon.add(" [")
    closeTime = lexicon.add("] \"")
    openQuote = lexicon.add(" \"")
    closeQuote = lexicon.add("\" ")
    betweenQuotes = lexicon.add("\" \"")
    origin = lexicon.add("https://www.example.com")
    reader = lexicon.add(" Reader/1.")
    get = lexicon.add("GET ")
    post = lexicon.add("POST ")
    head = lexicon.add("HEAD ")
  }
}
