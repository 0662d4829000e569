/// The Combined Log Format: the common one with referrer and user agent.
///
/// What follows the agent (a response time, a forwarded-for list) is passed over.
/// - Source: Apache `mod_log_config`; nginx `log_format combined`.
struct CombinedFormat: LogFormat {
  let fields: FieldSet = KnownFormat.combined.fields
  let escape = LineEscape.backslash
  let usesQuotes = true
  private var common = CommonFields()

  mutating func read(
    _ line: Span<UInt8>, quotes: consuming LineQuotes, fields: FieldSet,
    into places: inout FieldPlaces
  ) throws(Malformed) {
    places = FieldPlaces()
    let bytesEnd = try common.parse(line, quotes: &quotes, fields: fields, into: &places)
    // ` "` opens the referrer, `" "` lies between it and the agent.
    let referrerStart = bytesEnd &+ 2
    guard referrerStart < line.count, line[bytesEnd] == 0x20, line[bytesEnd &+ 1] == 0x22,
      let referrerEnd = quotes.end(line, referrerStart)
    else { throw .referrer }
    let agentStart = referrerEnd &+ 3
    guard agentStart < line.count, line[referrerEnd &+ 1] == 0x20,
      line[referrerEnd &+ 2] == 0x22, let agentEnd = quotes.end(line, agentStart),
      agentEnd &+ 1 == line.count || line[agentEnd &+ 1] == 0x20
    else { throw .userAgent }
    if fields.contains(.referrer) { places.set(.referrer, referrerStart, referrerEnd) }
    if fields.contains(.userAgent) { places.set(.userAgent, agentStart, agentEnd) }
    if fields.contains(.forwarded) { setForwarded(line, agentEnd &+ 1, into: &places) }
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
