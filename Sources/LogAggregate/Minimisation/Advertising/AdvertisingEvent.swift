/// What a request is to an advertiser.
enum AdvertisingKind: UInt8, Sendable {
  /// A placement was shown; the number is not used.
  case impression
  /// A link was followed; the number is that of the target's domain plus one, or 0.
  case click
  /// A goal was reached; the number is that of the goal and its type.
  case conversion
  /// A page view named a campaign; the number is the campaign's.
  case landing
}

/// What the reading of one request finds, before it is tied to a visitor.
struct AdvertisingFinding: Equatable, Sendable {
  let kind: AdvertisingKind
  let number: UInt32
  /// The placement's number, or ``noPlacement``.
  let placement: UInt16

  static let noPlacement = UInt16.max

  init(_ kind: AdvertisingKind, number: UInt32 = 0, placement: UInt16 = Self.noPlacement) {
    self.kind = kind
    self.number = number
    self.placement = placement
  }
}
