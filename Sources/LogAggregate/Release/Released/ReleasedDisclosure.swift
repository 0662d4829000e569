/// The rules that the figures passed.
public struct ReleasedDisclosure: Sendable {
  /// The least number of visitors behind a published cell.
  public let threshold: Int
  /// The least number of networks behind a published cell.
  public let networks: Int
  /// How many page views of one visitor, input source and day are counted at most.
  public let visitorLimit: Int
  /// The hash of the ledger's record, where a ledger guards the release.
  public let ledger: String?
  /// Which state of which list and database the tables rest on.
  public let sources: [ReleasedSource]
  /// What a reader has to know besides the ledger.
  let facts: [String]

  /// What a reader has to know, one sentence each.
  public var notes: [String] {
    facts + [
      ledger == nil
        ? "No ledger guards this report: it has not been checked against other reports of the same days."
        : "A ledger guards this report: no other report of these days was let out that contradicts it, or can be subtracted from it to show a hidden cell."
    ]
  }

  init(
    threshold: Int, networks: Int, visitorLimit: Int, ledger: String?,
    sources: [ReleasedSource], facts: [String], _ seal: ReleaseSeal
  ) {
    self.threshold = threshold
    self.networks = networks
    self.visitorLimit = visitorLimit
    self.ledger = ledger
    self.sources = sources
    self.facts = facts
  }
}
