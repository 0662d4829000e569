/// The order of fields in a line and the text between them: a format string, compiled.
struct Layout: Sendable, Equatable {
  /// One field and the text that follows it.
  struct Step: Sendable, Equatable {
    var action: Action
    var ending: Ending
    /// The first byte of the text behind the field.
    var delimiter: UInt8 = 0
    /// Where that text lies in ``Layout/text``.
    var textStart: UInt16 = 0
    var textCount: UInt16 = 0
    /// The place of a time's pattern.
    var pattern: UInt8 = 0
  }

  /// What is made of a field.
  enum Action: UInt8, Sendable {
    case skip, client, address, portedClient, forwarded, forwardedList, user
    case commonTime, anyTime, patternTime, date, clock
    case request, method, target, query
    case status, bytes, referrer, agent, host, dottedHost

    var isWholeTime: Bool { self == .commonTime || self == .anyTime || self == .patternTime }

    /// Whether a space ends it, whatever comes behind.
    var isWord: Bool { self == .bytes || self == .status || self == .client || self == .target }

    /// What a line without the field lacks.
    var malformed: Malformed {
      switch self {
      case .skip, .user, .host, .query: .layout
      case .dottedHost: .layout
      case .client, .address, .portedClient, .forwarded, .forwardedList: .client
      case .commonTime, .anyTime, .patternTime, .date, .clock: .time
      case .request, .method, .target: .request
      case .status: .status
      case .bytes: .byteCount
      case .referrer: .referrer
      case .agent: .userAgent
      }
    }
  }

  /// How the end of a field is found.
  enum Ending: UInt8, Sendable {
    /// At the end of the line.
    case line
    /// Before the delimiter, which is all of the text; at the end of the line where the field is the last.
    case byte, lastByte
    /// Before the text.
    case text
    /// Before the delimiter, but for one behind a comma.
    case list
    /// Before the quote that begins the text.
    case quote
    /// Before the text behind which the time can be read.
    case time
    /// By what the field itself is.
    case form
    /// Before one or more spaces.
    case spaces
  }

  private(set) var steps: [Step] = []
  private(set) var text: [UInt8] = []
  /// How much of the text stands before the first field.
  private(set) var leadCount = 0
  private(set) var patterns: [TimePattern] = []
  private(set) var fields: FieldSet = []
  /// Whether what syslog or a container puts there may stand before the line, or must.
  private(set) var prefix = Prefix.none
  /// What lines that are no requests begin with; empty where there are none.
  private(set) var directive: [UInt8] = []

  /// What lines have for bytes that cannot stand in them.
  private(set) var escape = LineEscape.backslash

  enum Prefix: Sendable { case none, optional, required }

  /// A layout that no line has.
  static let none = Layout()

  private init() {}

  /// Compiles the pieces of a format string.
  /// - Throws: where there is no time or no request, or where two directives cannot be told apart.
  init(_ pieces: [FormatPiece], collapsingSpaces: Bool = false) throws(FormatStringError) {
    var pieces = FieldChoice.choose(pieces)
    try FieldChoice.check(pieces)
    while case .field(.skip, _)? = pieces.last { pieces.removeLast() }
    if case .text(let lead)? = pieces.first {
      text = lead
      leadCount = lead.count
      pieces.removeFirst()
    }
    var openedBy = text.last
    var index = 0
    while index < pieces.count {
      guard case .field(let kind, let directive) = pieces[index] else { break }
      var following: [UInt8]?
      if index + 1 < pieces.count {
        guard case .text(let next) = pieces[index + 1] else {
          guard case .field(_, let other) = pieces[index + 1] else { break }
          throw FormatStringError(
            problem: "'\(directive)' and '\(other)' stand side by side, so a line cannot be split "
              + "between them; put a space or a quote between")
        }
        following = next
      }
      add(kind, following, openedBy: openedBy, collapsing: collapsingSpaces)
      openedBy = following?.last
      index += 2
    }
    dropTail()
    lookForTimes()
  }

  /// The layout of a format that ships with the product, in nginx's writing.
  static func nginx(
    _ format: String, collapsingSpaces: Bool = false, prefix: Prefix = .none,
    directive: String = "", escape: LineEscape = .backslash
  ) -> Layout {
    var layout = shipped(collapsingSpaces, prefix, directive) { () throws(FormatStringError) in
      try NginxFormat.pieces(of: Array(format.utf8))
    }
    layout.escape = escape
    return layout
  }

  /// The layout of a format that ships with the product, in Apache's writing.
  static func apache(
    _ format: String, prefix: Prefix = .none, escape: LineEscape = .backslash
  ) -> Layout {
    var layout = shipped(false, prefix, "") { () throws(FormatStringError) in
      try ApacheFormat.pieces(of: Array(format.utf8))
    }
    layout.escape = escape
    return layout
  }

  /// A layout that the tests know to compile; one that reads nothing otherwise.
  private static func shipped(
    _ collapsingSpaces: Bool, _ prefix: Prefix, _ directive: String,
    _ pieces: () throws(FormatStringError) -> [FormatPiece]
  ) -> Layout {
    do throws(FormatStringError) {
      var layout = try Layout(pieces(), collapsingSpaces: collapsingSpaces)
      layout.prefix = prefix
      layout.directive = Array(directive.utf8)
      return layout
    } catch {
      return .none
    }
  }

  private mutating func add(
    _ kind: FieldKind, _ following: [UInt8]?, openedBy quote: UInt8?, collapsing: Bool
  ) {
    var step = Step(action: .skip, ending: .line)
    if let following, let first = following.first {
      step.delimiter = first
      step.textStart = UInt16(truncatingIfNeeded: text.count)
      step.textCount = UInt16(truncatingIfNeeded: following.count)
      text += following
      let isList = kind == .skipList || kind == .forwarded || kind == .forwardedList
      step.ending =
        first == 0x22 && quote == 0x22
        ? .quote
        : first == 0x20 && isList
          ? .list
          : following == [0x20] && collapsing ? .spaces : following.count == 1 ? .byte : .text
    }
    step.action = action(of: kind)
    if case .time(let form) = kind {
      switch form {
      case .common: step.ending = .form
      case .pattern(let pattern):
        step.ending = .form
        step.pattern = UInt8(truncatingIfNeeded: patterns.count)
        patterns.append(pattern)
      case .any, .date, .clock: break
      }
    }
    steps.append(step)
  }

  private mutating func action(of kind: FieldKind) -> Action {
    switch kind {
    case .skip, .skipList, .queryMark, .httpProtocol: return .skip
    case .client, .proxiedClient: return take(.client, .client)
    case .address: return take(.address, .client)
    case .portedClient: return take(.portedClient, .client)
    case .forwarded: return take(.forwarded, [.client, .forwarded])
    case .forwardedList: return take(.forwardedList, [.client, .forwarded])
    case .user: return take(.user, .user)
    case .time(.common): return take(.commonTime, .time)
    case .time(.any): return take(.anyTime, .time)
    case .time(.pattern): return take(.patternTime, .time)
    case .time(.date): return take(.date, .time)
    case .time(.clock): return take(.clock, .time)
    case .request: return take(.request, [.method, .target])
    case .method: return take(.method, .method)
    case .target, .path: return take(.target, .target)
    case .query: return take(.query, .target)
    case .status: return take(.status, .status)
    case .bodyBytes, .sentBytes: return take(.bytes, .bytes)
    case .referrer: return take(.referrer, .referrer)
    case .agent: return take(.agent, .userAgent)
    case .host: return take(.host, .host)
    case .dottedHost: return take(.dottedHost, .host)
    }
  }

  private mutating func take(_ action: Action, _ field: FieldSet) -> Action {
    fields.formUnion(field)
    return action
  }

  /// What stands behind the last field of use may be anything.
  private mutating func dropTail() {
    while steps.last?.action == .skip { steps.removeLast() }
    guard let last = steps.last else { return }
    if last.ending == .byte, last.delimiter == 0x20 || last.delimiter == 0x09 {
      steps[steps.count - 1].ending = .lastByte
    } else if last.ending == .line, last.action.isWord {
      steps[steps.count - 1].ending = .lastByte
      steps[steps.count - 1].delimiter = 0x20
    }
  }

  /// A user name may hold anything: where one stands before the time, the time is found by its form.
  private mutating func lookForTimes() {
    for index in steps.indices.dropLast() where steps[index + 1].action.isWholeTime {
      switch steps[index].action {
      case .user, .skip, .host:
        if steps[index].ending == .byte || steps[index].ending == .text {
          steps[index].ending = .time
        }
      default: break
      }
    }
  }
}
