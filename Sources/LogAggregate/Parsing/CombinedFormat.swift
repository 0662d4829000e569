/// The Combined Log Format: the common one with referrer and user agent.
///
/// What follows the agent (a response time, a forwarded-for list) is passed over.
/// - Source: Apache `mod_log_config`; nginx `log_format combined`.
struct CombinedFormat: LogFormat {
  static let name = "combined"
  static let summary = "Apache and nginx: common, then referrer and user agent"
  static let fields: FieldSet = CommonFormat.fields.union([.referrer, .userAgent])
  static let identifyingFields: FieldSet = CommonFormat.identifyingFields.union([
    .referrer, .userAgent,
  ])
  static let samples = [
    #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326 "-" "Mozilla/4.08""#,
    #"2001:db8::1 - a [b] [10/Oct/2026:00:00:00 +0530] "GET /\"q\" HTTP/2" 200 1 "" "x \"y\" z""#,
    #"203.0.113.9 - - [10/Oct/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "Agent" "-""#,
  ]
  static let counterSamples =
    CommonFormat.counterSamples + [
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326"#,
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326 "-" "Mozilla"#,
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326 - -"#,
    ]

  private var common = CommonFields()

  @inline(__always)
  @_lifetime(copy line)
  mutating func parse(_ line: Span<UInt8>, fields: FieldSet) throws(Malformed) -> Record {
    var record = Record(line: line)
    let bytesEnd = try common.parse(line, fields: fields, into: &record)
    // ` "` opens the referrer, `" "` lies between it and the agent.
    let referrerStart = bytesEnd &+ 2
    guard referrerStart < line.count, line[bytesEnd] == 0x20, line[bytesEnd &+ 1] == 0x22,
      let referrerEnd = Quoted.end(line, referrerStart)
    else { throw .referrer }
    let agentStart = referrerEnd &+ 3
    guard agentStart < line.count, line[referrerEnd &+ 1] == 0x20,
      line[referrerEnd &+ 2] == 0x22, let agentEnd = Quoted.end(line, agentStart),
      agentEnd &+ 1 == line.count || line[agentEnd &+ 1] == 0x20
    else { throw .userAgent }
    if fields.contains(.referrer) { record.set(.referrer, referrerStart, referrerEnd) }
    if fields.contains(.userAgent) { record.set(.userAgent, agentStart, agentEnd) }
    return record
  }
}
