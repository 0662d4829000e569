/// The exclusion waterfall: the lines read are its steps plus the page views.
public struct ReleasedInput: Sendable {
  /// One step of the waterfall.
  public struct Step: Sendable {
    /// The reason, such as `rejected`, `robot-search-engine`, `asset`.
    public let reason: String
    /// The lines that left here; `nil` where it is withheld.
    public let lines: Int?

    init(reason: String, lines: Int?, _ seal: ReleaseSeal) {
      self.reason = reason
      self.lines = lines
    }
  }
  /// Why lines were rejected: reason and count, never the line.
  public struct Rejection: Sendable {
    /// The reason, such as `time` or `request`.
    public let reason: String
    /// The lines that were rejected for it.
    public let lines: Int

    init(reason: String, lines: Int, _ seal: ReleaseSeal) {
      self.reason = reason
      self.lines = lines
    }
  }
  /// Where a damaged input could not be read any further.
  public struct Damage: Sendable {
    /// The number of the input as it was given, from 1.
    public let input: Int
    /// The offset in the input as it is stored, in bytes.
    public let byte: Int

    init(input: Int, byte: Int, _ seal: ReleaseSeal) {
      self.input = input
      self.byte = byte
    }

    init?(_ damage: InputDamage, _ seal: ReleaseSeal) {
      switch damage.error {
      case .truncated(_, let offset), .corrupt(_, let offset), .trailingGarbage(_, let offset):
        self.init(input: damage.input, byte: offset, seal)
      case .unreadable, .directory, .readFailed, .unsupportedCompression, .givenTwice: return nil
      }
    }
  }
  /// Two inputs that begin with the same lines: one may be a copy of the other, and be counted twice.
  public struct Twins: Sendable {
    /// The number of the one as it was given, from 1.
    public let first: Int
    /// The number of the other, a greater one.
    public let second: Int

    init(first: Int, second: Int, _ seal: ReleaseSeal) {
      self.first = first
      self.second = second
    }
  }
  /// The lines that were read.
  public let lines: Int
  /// The steps of the waterfall, in their order.
  public let excluded: [Step]
  /// The rejected lines by reason, without reasons that did not occur.
  public let rejections: [Rejection]
  /// `nil` where the totals are withheld.
  public let pageViews: Int?
  /// Whether all input was read to its end without damage.
  public var isComplete: Bool { damages.isEmpty }
  /// Where damaged inputs ended, which were read as far as that was possible.
  public let damages: [Damage]
  /// Inputs that begin with the same lines; none in what was read back from a ledger, where a note of the report says so.
  public let twins: [Twins]
  /// The formats that were recognised, such as `combined`.
  public let formats: [String]
  /// Which hours of the period hold lines; `nil` where the input holds none and no day was asked for.
  public let coverage: ReleasedCoverage?

  init(
    lines: Int, excluded: [Step], rejections: [Rejection], pageViews: Int?, damages: [Damage],
    twins: [Twins] = [], formats: [String], coverage: ReleasedCoverage?, _ seal: ReleaseSeal
  ) {
    self.lines = lines
    self.excluded = excluded
    self.rejections = rejections
    self.pageViews = pageViews
    self.damages = damages
    self.twins = twins
    self.formats = formats
    self.coverage = coverage
  }
}
