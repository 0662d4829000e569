/// A line that is parsed and not yet reduced.
///
/// A few are kept in turn, so that memory answers for what caches remember of all of them at once.
struct LineAhead {
  /// Where the line lies in its chunk.
  var range: Range<Int> = 0..<0
  var foreseen = ForeseenContents()

  /// How many lines are kept. Memory answers within about the time that four take; of twelve hardly any waits, and what they hold
  /// still lies in the nearest cache.
  static let count = 12
}
