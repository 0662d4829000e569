/// The additive figures of a cell while it is counted.
struct CellCount: Sendable {
  var pageViews = 0
  var visitors = 0
}
