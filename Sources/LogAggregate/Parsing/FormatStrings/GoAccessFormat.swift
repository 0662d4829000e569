/// Takes a GoAccess `log-format` apart.
///
/// `%d`, `%t` and `%x` are read in the forms that ``LogTime`` knows, since their own formats are options apart.
/// - Source: goaccess(1), “Custom log/date format”.
enum GoAccessFormat {
  /// - Throws: where a specifier is unknown.
  static func pieces(of format: [UInt8]) throws(FormatStringError) -> [FormatPiece] {
    var pieces: [FormatPiece] = []
    var text: [UInt8] = []
    var index = 0
    func add(_ kind: FieldKind, _ start: Int) {
      if !text.isEmpty { pieces.append(.text(text)) }
      text = []
      let directive = String(decoding: format[start..<index], as: UTF8.self)
      pieces.append(.field(kind, directive: directive))
    }
    while index < format.count {
      let start = index
      if format[index...].starts(with: "~h{".utf8),
        let end = format[index...].firstIndex(of: 0x7D)
      {
        index = end + 1
        add(.forwarded, start)
      } else if format[index] == 0x25, index + 1 < format.count {
        index += 2
        if format[start + 1] == 0x25 {
          text.append(0x25)
        } else if format[start + 1] == 0x7E {
          text.append(0x20)
        } else {
          add(try kind(of: format[start + 1]), start)
        }
      } else {
        text.append(format[index])
        index += 1
      }
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return joinTimes(pieces)
  }

  private static func kind(of letter: UInt8) throws(FormatStringError) -> FieldKind {
    switch Character(Unicode.Scalar(letter)) {
    case "x": .time(.any)
    case "d": .time(.date)
    case "t": .time(.clock)
    case "v": .host
    case "e": .user
    case "h": .client
    case "r": .request
    case "m": .method
    case "U": .path
    case "q": .query
    case "H": .httpProtocol
    case "s": .status
    case "b": .bodyBytes
    case "R": .referrer
    case "u": .agent
    case "C", "M", "K", "k", "T", "D", "L", "n", "^": .skip
    default:
      throw FormatStringError(
        problem: "'%\(Character(Unicode.Scalar(letter)))' is no specifier of a GoAccess "
          + "log-format that is known")
    }
  }

  /// Reads `[%d:%t %^]` as the one time that it is, with the offset that GoAccess passes over.
  private static func joinTimes(_ pieces: [FormatPiece]) -> [FormatPiece] {
    var joined: [FormatPiece] = []
    var index = 0
    while index < pieces.count {
      if index + 5 < pieces.count, case .field(.time(.date), let directive) = pieces[index],
        pieces[index + 1] == .text([0x3A]), case .field(.time(.clock), _) = pieces[index + 2],
        pieces[index + 3] == .text([0x20]), case .field(.skip, _) = pieces[index + 4],
        case .text(let text) = pieces[index + 5], text.first == 0x5D
      {
        joined.append(.field(.time(.common), directive: directive))
        index += 5
      } else {
        joined.append(pieces[index])
        index += 1
      }
    }
    return joined
  }
}
