/// Writes requests as lines of one of the formats.
struct LineWriter: ~Copyable {
  private var output = Output()
  private let texts: Texts
  private let format: LineFormat
  private let fixed: FixedTexts
  private let dates: [TextID]
  private let offset: TextID
  private let words: [TextID]

  init(
    texts: consuming Texts, fixed: FixedTexts, days: [CivilDate], offset: String, format: LineFormat
  ) {
    dates = texts.add(days.map(\.logPrefix))
    self.offset = texts.add(" \(offset)")
    words = texts.add(Words.all)
    self.fixed = fixed
    self.format = format
    self.texts = texts
  }

  /// The number of the system's error that ended writing, or 0.
  var failure: Int32 { output.failure }

  mutating func flush() { output.flush() }

  /// Writes one line; `second` counts from the start of the first day.
  mutating func write(_ request: Request, from client: Client, at second: Int) {
    if format == .json {
      writeObject(request, from: client, at: second)
      return
    }
    put(addressOf: client)
    put(fixed.noIdentity)
    put(client.user == .empty ? fixed.dash : client.user)
    put(fixed.openTime)
    put(time: second)
    put(fixed.closeTime)
    put(requestOf: request, client)
    put(fixed.closeQuote)
    put(decimal: request.status)
    output.append(0x20)
    put(decimal: request.byteCount)
    if format == .combined {
      put(fixed.openQuote)
      put(request.referrer)
      put(fixed.betweenQuotes)
      put(agentOf: client)
      output.append(0x22)
    }
    output.append(0x0A)
  }

  private mutating func writeObject(_ request: Request, from client: Client, at second: Int) {
    put(fixed.object.address)
    put(addressOf: client)
    put(fixed.object.user)
    if client.user != .empty { put(client.user) }
    put(fixed.object.time)
    put(time: second)
    put(fixed.object.request)
    put(requestOf: request, client)
    put(fixed.object.status)
    put(decimal: request.status)
    put(fixed.object.byteCount)
    put(decimal: request.byteCount)
    put(fixed.object.referrer)
    put(request.referrer)
    put(fixed.object.agent)
    put(agentOf: client)
    put(fixed.object.end)
  }

  private mutating func put(requestOf request: Request, _ client: Client) {
    if request.method == .empty {
      put(request.target.path)
    } else {
      put(request.method)
      put(request.target)
      put(client.protocolName)
    }
  }

  private mutating func put(agentOf client: Client) {
    put(client.agent)
    if client.agentToken != 0 {
      put(fixed.reader)
      put(decimal: Int(client.agentToken))
    }
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
  let object: ObjectTexts

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
    object = ObjectTexts(into: &lexicon)
  }
}

/// The members of a line that is an object, as `log_format … escape=json` of nginx would name them.
struct ObjectTexts {
  let address, user, time, request, status, byteCount, referrer, agent, end: TextID

  init(into lexicon: inout Texts) {
    address = lexicon.add(#"{"remote_addr":""#)
    user = lexicon.add(#"","remote_user":""#)
    time = lexicon.add(#"","time_local":""#)
    request = lexicon.add(#"","request":""#)
    status = lexicon.add(#"","status":"#)
    byteCount = lexicon.add(#","body_bytes_sent":"#)
    referrer = lexicon.add(#","http_referer":""#)
    agent = lexicon.add(#"","http_user_agent":""#)
    end = lexicon.add("\"}\n")
  }
}
