/// Reads lines by a layout, hopping from delimiter to delimiter.
struct CompiledFormat: LogFormat {
  let layout: Layout
  let fields: FieldSet
  var escape: LineEscape { layout.escape }
  private var time = LogTime()
  private let decoded = DecodedBytes()
  /// Whether the format has targets without methods; they count as read by GET.
  private let isMethodless: Bool

  init(_ layout: Layout) {
    self.layout = layout
    fields = layout.fields
    isMethodless = !layout.fields.contains(.method)
  }

  mutating func takes(directive line: Span<UInt8>) -> Bool {
    let start = layout.directive
    guard !start.isEmpty, line.count >= start.count else { return false }
    for index in start.indices where line[index] != start[index] { return false }
    return true
  }

  var decodedBytes: Span<UInt8> {
    @_lifetime(borrow self)
    get { decoded.bytes }
  }

  mutating func read(
    _ line: Span<UInt8>, quotes: consuming LineQuotes, fields wanted: FieldSet,
    into record: inout FieldPlaces
  ) throws(Malformed) {
    record = FieldPlaces()
    if isMethodless { record.setDecoded(.method, 0, DecodedBytes.methodEnd) }
    guard line.count > 0, !layout.steps.isEmpty else { throw .blank }
    var at = layout.prefix == .none ? 0 : LogPrefix.end(line)
    if at == 0, layout.prefix == .required { throw .layout }
    guard Self.matches(layout.text, line, at, 0, layout.leadCount) else {
      throw layout.steps[0].action.malformed
    }
    at &+= layout.leadCount
    var seconds: Int64 = 0
    if !layout.fields.contains(.status) { record.setStatus(200) }
    var index = 0
    let count = layout.steps.count
    while index < count {
      let step = layout.steps[index]
      index &+= 1
      if step.action == .skip, step.ending == .byte {
        // Most of what is passed over; one more byte stands between it and the next field.
        at = line.end(of: at, before: step.delimiter) &+ 1
        guard at <= line.count else { throw .layout }
        continue
      }
      if step.ending == .form {
        guard let (found, end) = wholeTime(step, line, at) else { throw .time }
        seconds &+= found
        at = end
        continue
      }
      if step.ending == .time {
        guard let (end, found, next) = findTime(step, layout.steps[index], line, at) else {
          throw .time
        }
        if step.action == .user {
          if wanted.contains(.user) { set(.user, line, at, end, into: &record) }
        } else if step.action == .host, wanted.contains(.host) {
          set(.host, line, at, end, into: &record)
        }
        seconds &+= found
        at = next
        index &+= 1
        continue
      }
      guard let end = Self.end(of: step, layout.text, line, at) else {
        throw step.action.malformed
      }
      switch step.action {
      case .skip: break
      case .request:
        guard end > at, line[at] != 0x2D else { throw .request }
        let parts = try RequestLine.split(line, at, end)
        record.set(.method, at, parts.methodEnd)
        record.set(.target, parts.methodEnd &+ 1, parts.targetEnd)
      case .status: record.setStatus(try Self.status(line, at, end))
      case .bytes:
        guard end > at, Digits.end(line, at, end) == end || (end &- at == 1 && line[at] == 0x2D)
        else { throw .byteCount }
        if wanted.contains(.bytes) { record.set(.byteCount, at, end) }
      case .referrer: if wanted.contains(.referrer) { record.set(.referrer, at, end) }
      case .agent: if wanted.contains(.userAgent) { record.set(.userAgent, at, end) }
      case .client, .address, .portedClient, .forwarded:
        let client = try ClientField.range(step.action, line, at, end)
        if wanted.contains(.client) { record.set(.client, client.start, client.end) }
        if step.action == .forwarded, wanted.contains(.forwarded) {
          record.set(.forwarded, at, end)
        }
      case .forwardedList: if wanted.contains(.forwarded) { record.set(.forwarded, at, end) }
      case .user: if wanted.contains(.user) { set(.user, line, at, end, into: &record) }
      case .host: if wanted.contains(.host) { set(.host, line, at, end, into: &record) }
      case .dottedHost:
        guard ClientField.isDottedHost(line, at, end) else { throw .layout }
        if wanted.contains(.host) { record.set(.host, at, end) }
      case .method:
        guard RequestLine.isMethod(line, at, end) else { throw .request }
        record.set(.method, at, end)
      case .target:
        guard RequestLine.isTarget(line, at, end) else { throw .request }
        record.set(.target, at, end)
      case .query: if wanted.contains(.query) { set(.query, line, at, end, into: &record) }
      case .commonTime, .patternTime: break
      case .anyTime:
        guard let found = time.parse(line, at, end) else { throw .time }
        seconds &+= found
      case .date:
        guard let days = LogTime.days(line, at, end) else { throw .time }
        seconds &+= days &* 86_400
      case .clock:
        guard let (found, clockEnd) = LogTime.clockSeconds(line, at, end),
          let offset = LogTime.offset(line, clockEnd, end)
        else { throw .time }
        seconds &+= found &- offset
      }
      at = end
      if step.ending == .spaces {
        while at < line.count, line[at] == 0x20 { at &+= 1 }
      } else {
        at = min(at &+ Int(step.textCount), line.count)
      }
    }
    guard LogTime.range.contains(seconds) else { throw .time }
    record.setTime(seconds)
  }

  /// Sets a field whose hyphen means that it is absent.
  @inline(__always)
  private func set(
    _ field: Field, _ line: Span<UInt8>, _ start: Int, _ end: Int, into record: inout FieldPlaces
  ) {
    if end &- start == 1, line[start] == 0x2D { return }
    record.set(field, start, end)
  }

  // What follows is static, so that no call needs a copy of the whole format.

  /// Where the field that begins at `start` ends; the text behind it follows there.
  @inline(__always)
  private static func end(
    of step: Layout.Step, _ text: [UInt8], _ line: Span<UInt8>, _ start: Int
  ) -> Int? {
    switch step.ending {
    case .line: return line.count
    case .byte, .spaces:
      let end = line.end(of: start, before: step.delimiter)
      return end < line.count ? end : nil
    case .lastByte: return line.end(of: start, before: step.delimiter)
    case .quote, .text, .list: return textEnd(of: step, text, line, start)
    case .time, .form: return nil
    }
  }

  /// Where the field ends that more than one byte ends.
  private static func textEnd(
    of step: Layout.Step, _ text: [UInt8], _ line: Span<UInt8>, _ start: Int
  ) -> Int? {
    let (textStart, textCount) = (Int(step.textStart), Int(step.textCount))
    var from = start
    if step.ending == .quote {
      while let quote = Quoted.end(line, from, of: start) {
        if textCount == 1 || matches(text, line, quote, textStart, textCount) { return quote }
        from = quote &+ 1
      }
      return nil
    }
    while let distance = line.offset(of: step.delimiter, from: from) {
      let end = from &+ distance
      let isListed = step.ending == .list && end > start && line[end &- 1] == 0x2C
      if !isListed, matches(text, line, end, textStart, textCount) { return end }
      from = end &+ 1
    }
    return nil
  }

  /// Whether the layout's text from `start` on stands at `at`.
  @inline(__always)
  private static func matches(
    _ text: [UInt8], _ line: Span<UInt8>, _ at: Int, _ start: Int, _ count: Int
  ) -> Bool {
    guard at &+ count <= line.count else { return false }
    for index in 0..<count where line[at &+ index] != text[start &+ index] { return false }
    return true
  }

  /// The time that begins at `start`, and where the text behind it ends.
  @inline(__always)
  private mutating func wholeTime(
    _ step: Layout.Step, _ line: Span<UInt8>, _ start: Int
  ) -> (seconds: Int64, end: Int)? {
    var seconds: Int64
    var end: Int
    switch step.action {
    case .commonTime:
      guard let found = time.parseCommon(line, at: start) else { return nil }
      seconds = found
      end = start &+ CommonLogTime.length
    case .patternTime:
      guard let found = layout.patterns[Int(step.pattern)].parse(line, at: start) else {
        return nil
      }
      (seconds, end) = found
    default:
      guard let found = Self.end(of: step, layout.text, line, start),
        let parsed = time.parse(line, start, found)
      else { return nil }
      seconds = parsed
      end = found
    }
    guard Self.matches(layout.text, line, end, Int(step.textStart), Int(step.textCount)) else {
      return nil
    }
    return (seconds, end &+ Int(step.textCount))
  }

  /// The end of a field that may hold anything, found by the time behind it.
  @inline(__always)
  private mutating func findTime(
    _ step: Layout.Step, _ timeStep: Layout.Step, _ line: Span<UInt8>, _ start: Int
  ) -> (end: Int, seconds: Int64, next: Int)? {
    var from = start
    while let distance = line.offset(of: step.delimiter, from: from) {
      let end = from &+ distance
      if Self.matches(layout.text, line, end, Int(step.textStart), Int(step.textCount)),
        let (seconds, next) = wholeTime(timeStep, line, end &+ Int(step.textCount))
      {
        return (end, seconds, next)
      }
      from = end &+ 1
    }
    return nil
  }

  /// Three digits.
  @inline(__always)
  private static func status(
    _ line: Span<UInt8>, _ start: Int, _ end: Int
  ) throws(Malformed) -> UInt16 {
    guard end &- start == 3, let code = Digits.number(line, start, 3) else { throw .status }
    return UInt16(truncatingIfNeeded: code)
  }
}
