/// The fields of a log line that a run may read; a parser skips every other.
public struct FieldSet: OptionSet, Hashable, Sendable {
  /// One bit for each field.
  public let rawValue: UInt16

  /// The set with those bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The client's address, or its host name where the server logs names.
  public static let client = FieldSet(rawValue: 1 << 0)
  /// The authenticated user's name.
  public static let user = FieldSet(rawValue: 1 << 1)
  /// The time of the request.
  public static let time = FieldSet(rawValue: 1 << 2)
  /// The request's method.
  public static let method = FieldSet(rawValue: 1 << 3)
  /// The request's target: path and query.
  public static let target = FieldSet(rawValue: 1 << 4)
  /// The answer's status.
  public static let status = FieldSet(rawValue: 1 << 5)
  /// The number of bytes sent.
  public static let bytes = FieldSet(rawValue: 1 << 6)
  /// The referrer.
  public static let referrer = FieldSet(rawValue: 1 << 7)
  /// The user agent.
  public static let userAgent = FieldSet(rawValue: 1 << 8)
  /// The virtual host that was asked.
  public static let host = FieldSet(rawValue: 1 << 9)
  /// The list of addresses that proxies append to; read only where the site file names it.
  public static let forwarded = FieldSet(rawValue: 1 << 10)
  /// The query where it has a column of its own; read only where the site file names a parameter.
  public static let query = FieldSet(rawValue: 1 << 11)

  /// What counting page views and visitors needs: the pseudonym's two inputs, the time, and the request.
  public static let visitors: FieldSet = [.client, .userAgent, .time, .method, .target, .status]
}
