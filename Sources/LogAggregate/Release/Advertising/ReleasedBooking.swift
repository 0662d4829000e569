/// What was sold of a placement, beside what was delivered of it in the report's days.
public struct ReleasedBooking: Sendable {
  /// The placement's name.
  public let placement: String
  /// Who booked it.
  public let advertiser: String
  /// The advertiser's campaign.
  public let campaign: String?
  /// What is shown.
  public let creative: String?
  /// The impressions that are booked.
  public let booked: Int?
  /// The first day of the flight.
  public let from: CivilDate?
  /// The last day of the flight.
  public let to: CivilDate?
  /// How many of the booked impressions fall to the report's days, if every day of the flight takes as many.
  public let planned: Int?
  /// The impressions in the report's days.
  public let delivered: ReleasedFigure

  init(
    placement: String, advertiser: String, campaign: String?, creative: String?, booked: Int?,
    from: CivilDate?, to: CivilDate?, planned: Int?, delivered: ReleasedFigure, _ seal: ReleaseSeal
  ) {
    self.placement = placement
    self.advertiser = advertiser
    self.campaign = campaign
    self.creative = creative
    self.booked = booked
    self.from = from
    self.to = to
    self.planned = planned
    self.delivered = delivered
  }
}

extension Site.Placement {
  /// How many of the booked impressions fall to some days, rounded down.
  func planned(in days: ClosedRange<Int32>?) -> Int? {
    guard let booked, let days, let from, let to else { return nil }
    let first = max(days.lowerBound, from.daysSinceEpoch)
    let last = min(days.upperBound, to.daysSinceEpoch)
    guard first <= last else { return 0 }
    let (product, overflows) = booked.multipliedReportingOverflow(by: Int(last - first) + 1)
    return overflows ? nil : product / (from.distance(to: to) + 1)
  }
}

extension MeasuredTable.Published {
  /// The bookings of placements, with what the table shows of their impressions.
  func bookings(
    of placements: [Site.Placement], in days: ClosedRange<Int32>?, _ seal: ReleaseSeal
  ) -> [ReleasedBooking] {
    let place = metrics.firstIndex(of: .impressions)
    return placements.map { placement in
      let row = rows.first { $0.key == placement.name }
      return ReleasedBooking(
        placement: placement.name, advertiser: placement.advertiser, campaign: placement.campaign,
        creative: placement.creative, booked: placement.booked, from: placement.from,
        to: placement.to, planned: placement.planned(in: days),
        delivered: place.map { row?.figures[$0] ?? .withheld } ?? .notGranted, seal)
    }
  }
}
