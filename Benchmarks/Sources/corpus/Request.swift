/// What a request asks for: a path, a query, and perhaps a part that no other request has.
struct Target {
  /// The part made on the spot from `token`.
  enum Tail: UInt8 {
    case none
    /// A click identifier as advertising networks append it.
    case clickID
    /// Words that name one article only.
    case slug
    /// As many bytes of nothing much as the token's low 20 bits say.
    case filler
  }

  var path: TextID
  var query = TextID.empty
  var token: UInt64 = 0
  var tail = Tail.none
}

/// Where a request says it comes from.
enum Referrer {
  case none
  case external(TextID)
  /// A page of this site.
  case own(Target)
}

/// One request and how the server answered it.
struct Request {
  var method: TextID
  var target: Target
  var status = 200
  var byteCount = 0
  var referrer = Referrer.none
}

/// What stays the same on all lines of one visit.
struct Client {
  var isIPv6 = false
  /// The upper 64 bits of an IPv6 address.
  var network: UInt64 = 0
  /// The lower 64 bits of an IPv6 address, or an IPv4 address.
  var host: UInt64 = 0
  var user = TextID.empty
  var agent = TextID.empty
  /// Ends the agent with a version of its own unless it is 0.
  var agentToken: UInt64 = 0
  var protocolName = TextID.empty
  var screen = TextID.empty
}
