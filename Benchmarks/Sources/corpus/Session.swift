/// One visitor's visit, or one robot's round, as far as it has come.
struct Session {
  /// What comes next.
  enum Phase {
    case page, files, banner, click
    /// Steps of an order, from 0.
    case order(Int)
    case subscribed
    case robot
  }

  var client: Client
  var phase = Phase.page
  /// The page that is open, and where the next request comes from.
  var page: Target
  var referrer = Referrer.none
  /// The robot's place in the list; -1 for a visitor.
  var robot = -1
  var pagesLeft = 0
  var filesLeft = 0
  /// The next of the shared files; beyond the last, pictures follow.
  var fileCursor = 0
  var isReturning = false
  var isFirstPage = true

  init(client: Client, page: Target) {
    self.client = client
    self.page = page
  }
}
