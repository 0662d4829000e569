/// What a directive of a format string stands for, as far as a report can use it.
enum FieldKind: Sendable, Equatable {
  /// A field that is passed over, and one that may hold a list with `, `.
  case skip, skipList
  /// The peer's address or name; an address that a proxy in front sets; a list of addresses that proxies append to.
  case client, proxiedClient, forwarded
  /// The list of addresses that the site file names, beside another client.
  case forwardedList
  /// A client with a port behind its last colon, also where the address is IPv6 without brackets.
  case portedClient
  /// A client that must be an address, so that the format is not taken for one with another column there.
  case address
  case user
  case time(TimeForm)
  case request, method, target, path, queryMark, query, httpProtocol
  case status, bodyBytes, sentBytes
  case referrer, agent
  case host
  /// A host that must have a dot or a port, so that the format is not taken for one with another column there.
  case dottedHost
}

/// The form in which a directive writes the time, or a part of it.
enum TimeForm: Sendable, Equatable {
  /// `10/Oct/2000:13:55:36 -0700`, always 26 bytes.
  case common
  /// Whatever ``LogTime`` reads, up to the next separator.
  case any
  case pattern(TimePattern)
  /// A date, and a time of day in a directive of its own.
  case date, clock

  var hasDate: Bool {
    switch self {
    case .common, .any, .date: true
    case .pattern(let pattern): pattern.hasDate
    case .clock: false
    }
  }

  var hasClock: Bool {
    switch self {
    case .common, .any, .clock: true
    case .pattern(let pattern): pattern.hasClock
    case .date: false
    }
  }
}

/// A part of a format string: text that every line repeats, or a directive.
enum FormatPiece: Sendable, Equatable {
  case text([UInt8])
  /// - Parameter directive: as it is written, for messages.
  case field(FieldKind, directive: String)
}

/// Why a format string cannot be used: a sentence that names the directive and says what is allowed.
struct FormatStringError: Error, Equatable {
  let problem: String
}
