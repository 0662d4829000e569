/// All that a run remembers of one visitor: numbers, in one small record, gone with the run.
struct Visitor: Sendable {
  /// The number of the agent's class.
  let agent: UInt32
  /// The number of the visitor's network.
  let network: UInt32
  /// Page views that count.
  var views: UInt32 = 0
  /// A bit for each status class with a view.
  var statuses: UInt8 = 0
  var pages = IDList<3>()
  var origins = IDList<2>()
  /// The day and source seen last, and how many views of them count.
  var tally: DayTally
  /// The visit seen last; the others are in the pool.
  var visit: Visit
  /// Whether every other visit ended before this one began, so that no later view can tie it to one.
  var isVisitLatest = true

  init(_ view: Observation, agent: UInt32, network: UInt32, source: UInt16) {
    self.agent = agent
    self.network = network
    tally = DayTally(day: view.day, source: source)
    visit = Visit(view, source: source)
  }
}

/// How many page views of one visitor count, for one day and input source.
struct DayTally: Sendable {
  let day: Int32
  let source: UInt16
  /// A policy's limit is far below what fits here (``DisclosureLimits/visitorLimit``).
  var views: UInt16 = 0
  /// A bit for each hour of the day with a view.
  var hours: UInt32 = 0
  /// The visitor's next tally in the pool; 0 for none.
  var next: UInt32 = 0

  init(day: Int32, source: UInt16) {
    self.day = day
    self.source = source
  }
}
