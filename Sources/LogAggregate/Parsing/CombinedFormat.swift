/// The Combined Log Format: the common one with referrer and user agent.
///
/// What follows the agent (a response time, a forwarded-for list) is passed over.
/// - Source: Apache `mod_log_config`; nginx `log_format combined`.
struct CombinedFormat: LogFormat {
  let fields: FieldSet = KnownFormat.combined.fields
  let escape = LineEscape.backslash
  private var common = CommonFields()

  mutating func read(
    _ line: Span<UInt8>, fields: FieldSet, into places: inout FieldPlaces
  ) throws(Malformed) {
    places = FieldPlaces()
    let bytesEnd = try common.parse(line, fields: fields, into: &places)
    // ` "` opens the referrer, `" "` lies between it and the agent.
    let referrerStart = bytesEnd &+ 2
    guard referrerStart < line.count, line[bytesEnd] == 0x20, line[bytesEnd &+ 1] == 0x22,
      let referrerEnd = Self.referrerEnd(line, referrerStart)
    else { throw .referrer }
    let agentStart = referrerEnd &+ 3
    guard agentStart < line.count, line[referrerEnd &+ 1] == 0x20,
      line[referrerEnd &+ 2] == 0x22, let agentEnd = Quoted.end(line, agentStart),
      agentEnd &+ 1 == line.count || line[agentEnd &+ 1] == 0x20
    else { throw .userAgent }
    if fields.contains(.referrer) { places.set(.referrer, referrerStart, referrerEnd) }
    if fields.contains(.userAgent) { places.set(.userAgent, agentStart, agentEnd) }
    if fields.contains(.forwarded) { setForwarded(line, agentEnd &+ 1, into: &places) }
  }

  @inline(__always)
  private static func referrerEnd(_ line: Span<UInt8>, _ start: Int) -> Int? {
    // `-" "`: about half of all lines name no referrer.
    if start &+ 4 <= line.count, line.halfWord(at: start) == 0x2220_222D { return start &+ 1 }
    return Quoted.end(line, start)
  }

  /// The list that proxies append to is the first quoted field behind the agent, as the package of nginx writes it.
  private func setForwarded(
    _ line: Span<UInt8>, _ start: Int, into places: inout FieldPlaces
  ) {
    guard start &+ 1 < line.count, line[start &+ 1] == 0x22,
      let end = Quoted.end(line, start &+ 2)
    else { return }
    places.set(.forwarded, start &+ 2, end)
  }
}
