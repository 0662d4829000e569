/// A field of a log line, and its place in a ``Record``.
enum Field: Int, CaseIterable, Sendable {
  case client, user, time, method, target, status, byteCount, referrer, userAgent, host
  /// The query, where the format has it apart from the target, until it is joined to it.
  case query
  /// The list of addresses that proxies append to, where the site file names it.
  case forwarded
}
