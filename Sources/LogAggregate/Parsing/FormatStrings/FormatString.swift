/// A log format as it stands in a server's configuration, taken apart.
///
/// The bare string or the whole directive line: nginx's `log_format main '…' '…';`, Apache's `LogFormat "…" combined`,
/// GoAccess' `log-format …`.
struct FormatString {
  let pieces: [FormatPiece]
  /// Whether it describes JSON to GoAccess, which finds the members in any order.
  let isUnorderedJSON: Bool

  /// - Throws: where it is none, or has a directive that is not known.
  init(_ text: String) throws(FormatStringError) {
    let format = Self.unwrap(Array(text.utf8))
    let language = Self.language(of: format)
    isUnorderedJSON = language == .goAccess && format.first == 0x7B
    switch language {
    case .nginx: pieces = try NginxFormat.pieces(of: format)
    case .apache: pieces = try ApacheFormat.pieces(of: format)
    case .goAccess: pieces = try GoAccessFormat.pieces(of: format)
    case nil:
      throw FormatStringError(
        problem: "the format has no directives; paste an nginx log_format ($remote_addr …), an "
          + "Apache LogFormat (%h …) or a GoAccess log-format")
    }
  }

  /// Whether the text may be a format string and is no name.
  static func isPlausible(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x24 || $0 == 0x25 || $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }
  }

  private enum Language { case nginx, apache, goAccess }

  private static func language(of format: [UInt8]) -> Language? {
    let hasVariable = zip(format, format.dropFirst()).contains {
      $0 == 0x24 && ((0x61...0x7A).contains($1 | 0x20) || $1 == 0x7B || $1 == 0x5F)
    }
    let letters = directiveLetters(of: format)
    if letters.bare.isEmpty { return hasVariable ? .nginx : letters.hasArguments ? .apache : nil }
    if hasVariable, letters.bare.allSatisfy({ !(0x41...0x7A).contains($0) }) { return .nginx }
    // GoAccess tells the time by `%d` or `%x`, which Apache does not have bare.
    return letters.bare.contains { $0 == 0x64 || $0 == 0x78 || $0 == 0x7E } ? .goAccess : .apache
  }

  /// The letters behind percent signs, apart from those of directives with an argument in braces.
  private static func directiveLetters(
    of format: [UInt8]
  ) -> (bare: [UInt8], hasArguments: Bool) {
    var bare: [UInt8] = []
    var hasArguments = false
    var index = 0
    while index < format.count {
      index += 1
      guard format[index - 1] == 0x25 else { continue }
      while index < format.count, "0123456789,!<>".utf8.contains(format[index]) { index += 1 }
      guard index < format.count else { break }
      if format[index] == 0x7B {
        hasArguments = true
        index = format[index...].firstIndex(of: 0x7D) ?? format.count
      } else if format[index] != 0x25 {
        bare.append(format[index])
      }
      index += 1
    }
    return (bare, hasArguments)
  }

  /// The format itself, without the directive, the name and the quotes around it.
  private static func unwrap(_ text: [UInt8]) -> [UInt8] {
    var rest = trim(text[...])
    var isDirective = false
    for keyword in [
      "log_format", "LogFormat", "CustomLog", "--log-format=", "--log-format", "log-format",
    ] {
      if rest.count > keyword.utf8.count,
        zip(rest, keyword.utf8).allSatisfy({ $0 | 0x20 == $1 | 0x20 }),
        keyword.hasSuffix("=") || isSpace(rest[rest.startIndex + keyword.utf8.count])
      {
        rest = trim(rest.dropFirst(keyword.utf8.count))
        isDirective = true
        break
      }
    }
    guard let pieces = quotedPieces(rest, isDirective: isDirective) else {
      return unescape(rest.last == 0x3B && isDirective ? rest.dropLast() : rest, in: nil)
    }
    return pieces
  }

  /// The quoted pieces behind a name and options, joined; `nil` where the text is a bare format.
  private static func quotedPieces(_ text: ArraySlice<UInt8>, isDirective: Bool) -> [UInt8]? {
    var rest = text
    var isNamed = isDirective
    while let first = rest.first, first != 0x22, first != 0x27 {
      // Words before the first quote: a name, a path, `escape=json`.
      guard let end = rest.firstIndex(where: isSpace), isWord(rest[..<end]) else { return nil }
      rest = trim(rest[end...])
      isNamed = true
    }
    var joined: [UInt8] = []
    var count = 0
    while let quote = rest.first, quote == 0x22 || quote == 0x27 {
      var end = rest.startIndex + 1
      while end < rest.endIndex, rest[end] != quote { end += rest[end] == 0x5C ? 2 : 1 }
      guard end < rest.endIndex else { return nil }
      joined += unescape(rest[(rest.startIndex + 1)..<end], in: quote)
      rest = rest[(end + 1)...]
      // A bare format may begin with a quoted field; then what follows is no further piece.
      if let next = rest.first, !isSpace(next), next != 0x3B { return nil }
      rest = trim(rest)
      count += 1
      if !isNamed, quote == 0x22, !rest.isEmpty, rest.first != 0x3B, !isWord(rest) { return nil }
    }
    // A nickname or a semicolon may follow.
    guard count > 0, rest.isEmpty || rest.first == 0x3B || isWord(rest) || isNamed else {
      return nil
    }
    return joined
  }

  private static func isWord(_ text: ArraySlice<UInt8>) -> Bool {
    !text.isEmpty
      && text.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20)
          || [0x5F, 0x2D, 0x2E, 0x2F, 0x3D, 0x3B].contains($0)
      }
  }

  /// Resolves `\"`, `\'`, `\\` and `\t`.
  private static func unescape(_ text: ArraySlice<UInt8>, in quote: UInt8?) -> [UInt8] {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == 0x5C, index + 1 < text.endIndex else {
        result.append(text[index])
        index += 1
        continue
      }
      switch text[index + 1] {
      case 0x22, 0x27, 0x5C: result.append(text[index + 1])
      case 0x74: result.append(0x09)
      case 0x6E, 0x72: break
      default: result += [0x5C, text[index + 1]]
      }
      index += 2
    }
    return result
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func trim(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let front = text.drop(while: isSpace)
    guard let last = front.lastIndex(where: { !isSpace($0) }) else { return front.prefix(0) }
    return front[...last]
  }
}
