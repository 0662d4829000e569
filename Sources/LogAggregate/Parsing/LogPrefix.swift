/// Finds what syslog or a container puts before a line.
///
///     Jul  8 11:07:07 host nginx[2869]: …
///     <190>1 2026-11-19T10:05:03Z host nginx 2869 - - …
///     2026-11-19T10:05:03.493035218+01:00 stdout F …
///     caddy  | …
/// - Source: RFC 3164, section 4; RFC 5424, section 6; the Kubernetes container runtime's log format.
enum LogPrefix {
  /// Where the line itself begins: 0 where no prefix is told.
  static func end(_ line: Span<UInt8>) -> Int {
    var at = 0
    if line.count > 3, line[0] == 0x3C, let close = line.offset(of: 0x3E), close <= 4 {
      at = close &+ 1
      if at &+ 2 < line.count, line[at] == 0x31, line[at &+ 1] == 0x20 {
        return newSyslogEnd(line, at &+ 2)
      }
    }
    if MonthName.number(line, at) != nil, at &+ 15 < line.count, line[at &+ 3] == 0x20,
      line[at &+ 9] == 0x3A, line[at &+ 12] == 0x3A, line[at &+ 15] == 0x20
    {
      return tagEnd(line, at &+ 16)
    }
    if at &+ 20 < line.count, line[at &+ 4] == 0x2D, line[at &+ 7] == 0x2D, line[at &+ 10] == 0x54,
      line[at] &- 0x30 <= 9
    {
      return datedEnd(line, at)
    }
    if at &+ 20 < line.count, line[at &+ 4] == 0x2F, line[at &+ 7] == 0x2F, line[at &+ 10] == 0x20,
      line[at &+ 19] == 0x20, line[at] &- 0x30 <= 9
    {
      // `2026/11/19 10:05:03 `, as Go's logger writes it.
      return at &+ 20
    }
    return at > 0 ? tagEnd(line, at) : pipeEnd(line)
  }

  /// Behind `host tag[pid]: `.
  private static func tagEnd(_ line: Span<UInt8>, _ start: Int) -> Int {
    var from = start
    while let distance = line.offset(of: 0x3A, from: from), from &+ distance &- start < 320 {
      let colon = from &+ distance
      if colon &+ 1 < line.count, line[colon &+ 1] == 0x20 { return colon &+ 2 }
      from = colon &+ 1
    }
    return start
  }

  /// Behind `TIMESTAMP HOST APP PROCID MSGID -`.
  private static func newSyslogEnd(_ line: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    for _ in 0..<5 {
      guard let space = line.offset(of: 0x20, from: at) else { return start }
      at &+= space &+ 1
    }
    if at < line.count, line[at] == 0x5B {
      guard let close = line.offset(of: 0x5D, from: at) else { return start }
      at &+= close &+ 1
    } else if at < line.count, line[at] == 0x2D {
      at &+= 1
    }
    while at < line.count, line[at] == 0x20 { at &+= 1 }
    return at
  }

  /// Behind `TIMESTAMP stdout F ` of a container, or `TIMESTAMP host tag: ` of syslog.
  private static func datedEnd(_ line: Span<UInt8>, _ start: Int) -> Int {
    guard let space = line.offset(of: 0x20, from: start) else { return 0 }
    let word = start &+ space &+ 1
    if word &+ 9 <= line.count, line[word &+ 6] == 0x20, line[word &+ 8] == 0x20,
      line.extracting(word..<word &+ 3).equals("std")
    {
      return word &+ 9
    }
    return tagEnd(line, word)
  }

  /// Behind `name  | `.
  private static func pipeEnd(_ line: Span<UInt8>) -> Int {
    guard let bar = line.extracting(first: 64).offset(of: 0x7C), bar > 1, line[bar &- 1] == 0x20,
      bar &+ 2 < line.count, line[bar &+ 1] == 0x20
    else { return 0 }
    return bar &+ 2
  }
}
