/// The digests of what a record holds, by which caches know it.
struct ForeseenContents {
  var agent: UInt64 = 0
  var path: UInt64 = 0
  /// `nil` where the referrer names no host, or in an unusual way.
  var origin: UInt64?
}
