/// What is known of a visitor beside page views, as a small number.
///
/// Any request can carry one, also one that is no page view. Where a visitor has several of a kind, the first
/// in the order of the source holds.
enum FactKind: Int, CaseIterable, Sendable {
  /// An ISO 3166-1 code, by ``CountryNames``.
  case country
  /// The number of a name in the run's lexicon of providers.
  case provider
  /// The number of a name in the run's lexicon of client domains.
  case clientDomain
  /// The client's host name as a keyed number, which tells hosts of one domain apart and nothing else.
  case clientHost
  /// A class of ``ScreenClass``.
  case screen
  /// A class of the member table.
  case member
}

/// The first fact of each kind of every visitor, by the visitor's pseudonym.
///
/// It also holds visitors without a page view, since a fact may come before the page; they are never counted.
struct FactTable: Sendable {
  /// Stands for no fact where numbers stand in a column.
  static let none = UInt32.max

  private var tables = InlineArray<6, KeyTable>(repeating: KeyTable(minimumCapacity: 0))

  /// Keeps the fact, unless the visitor has one of the kind, or `capacity` visitors have one.
  /// - Complexity: O(1) expected, amortized.
  mutating func note(_ fact: Fact, capacity: Int) {
    guard tables[fact.kind.rawValue].count < capacity else { return }
    _ = tables[fact.kind.rawValue].findOrInsert(fact.visitor, next: fact.number)
  }

  /// Calls `body` with every visitor that has a fact of the kind, in no particular order.
  func forEach(_ kind: FactKind, _ body: (_ visitor: UInt64, _ number: UInt32) -> Void) {
    tables[kind.rawValue].forEach(body)
  }
}
