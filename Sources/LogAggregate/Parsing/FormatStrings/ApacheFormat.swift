/// Takes an Apache `LogFormat` string apart.
/// - Source: Apache HTTP Server 2.4, `mod_log_config`, `mod_logio`.
enum ApacheFormat {
  /// - Throws: where a directive is unknown, or a time is written in a way that cannot be read back.
  static func pieces(of format: [UInt8]) throws(FormatStringError) -> [FormatPiece] {
    var pieces: [FormatPiece] = []
    var text: [UInt8] = []
    var index = 0
    while index < format.count {
      guard format[index] == 0x25 else {
        text.append(format[index])
        index += 1
        continue
      }
      let start = index
      index += 1
      if index < format.count, format[index] == 0x25 {
        text.append(0x25)
        index += 1
        continue
      }
      let directive = try Directive(format, &index, from: start)
      if directive.letter == "t", directive.argument == nil {
        pieces.append(.text(text + [0x5B]))
        pieces.append(.field(.time(.common), directive: directive.text))
        text = [0x5D]
        continue
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = []
      pieces.append(.field(try kind(of: directive), directive: directive.text))
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  /// `%>s`, `%{User-Agent}i`, `%!200,304b`, `%^FB`.
  private struct Directive {
    let text: String
    let argument: [UInt8]?
    let letter: Character

    init(_ format: [UInt8], _ index: inout Int, from start: Int) throws(FormatStringError) {
      let modifiers: Set<UInt8> = Set("0123456789,!<>".utf8)
      while index < format.count, modifiers.contains(format[index]) { index += 1 }
      var argument: [UInt8]?
      if index < format.count, format[index] == 0x7B {
        guard let end = format[index...].firstIndex(of: 0x7D) else {
          throw FormatStringError(problem: "a directive '%{' has no closing brace")
        }
        argument = Array(format[(index + 1)..<end])
        index = end + 1
        while index < format.count, modifiers.contains(format[index]) { index += 1 }
      }
      guard index < format.count else {
        throw FormatStringError(
          problem: "'\(String(decoding: format[start...], as: UTF8.self))' at the end is no "
            + "directive; write %% for a percent sign")
      }
      if format[index] == 0x5E {
        // `%^FB`, `%^ti` and `%^to` have two letters.
        letter = "^"
        index = min(index + 3, format.count)
      } else {
        letter = Character(Unicode.Scalar(format[index]))
        index += 1
      }
      self.argument = argument
      text = String(decoding: format[start..<index], as: UTF8.self)
    }
  }

  private static func kind(of directive: Directive) throws(FormatStringError) -> FieldKind {
    switch directive.letter {
    case "a", "h":
      // An argument of our own, for HAProxy.
      return directive.argument == Array("logagg-port".utf8) ? .portedClient : .client
    case "u": return .user
    case "r": return .request
    case "m": return .method
    case "U": return .path
    case "q": return .query
    case "H": return .httpProtocol
    case "s": return .status
    case "b", "B": return .bodyBytes
    case "O": return .sentBytes
    case "v", "V": return .host
    case "i": return header(directive.argument)
    case "t": return try time(directive)
    case "A", "C", "D", "e", "f", "F", "I", "k", "l", "L", "n", "o", "p", "P", "R", "S", "T", "X",
      "x", "c", "g", "^":
      return .skip
    default:
      throw FormatStringError(
        problem: "'\(directive.text)' is no directive of Apache's LogFormat that is known")
    }
  }

  private static func header(_ name: [UInt8]?) -> FieldKind {
    switch String(decoding: name ?? [], as: UTF8.self).lowercased() {
    case "referer": .referrer
    case "user-agent": .agent
    case "host": .host
    case "x-forwarded-for": .forwarded
    case "x-real-ip", "cf-connecting-ip", "true-client-ip", "x-client-ip", "fastly-client-ip",
      "x-cluster-client-ip", "client-ip":
      .proxiedClient
    default: .skip
    }
  }

  private static func time(_ directive: Directive) throws(FormatStringError) -> FieldKind {
    var pattern = directive.argument ?? []
    for prefix in ["begin:", "end:"] where pattern.starts(with: prefix.utf8) {
      pattern.removeFirst(prefix.utf8.count)
    }
    switch String(decoding: pattern, as: UTF8.self) {
    case "sec", "msec", "usec": return .time(.any)
    case "msec_frac", "usec_frac": return .skip
    case "": return .time(.common)
    default: break
    }
    guard let compiled = TimePattern(pattern) else {
      throw FormatStringError(
        problem: "the time '\(directive.text)' cannot be read back; use %t, "
          + "%{%Y-%m-%dT%H:%M:%S%z}t, %{sec}t or other conversions for date, clock and offset")
    }
    guard compiled.hasDate || compiled.hasClock else { return .skip }
    return .time(.pattern(compiled))
  }
}
