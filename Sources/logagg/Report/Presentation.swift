internal import LogAggregate

/// How a report is dressed for its reader: the language, and whose report it is.
struct Presentation: Sendable {
  var language = Language.english
  var brand = Brand.none
  /// The impressions that each placement of the site file has booked, by its name.
  var bookings: [String: Int] = [:]

  init(_ site: Site, _ language: Language, _ brand: Brand) {
    self.language = language
    self.brand = brand
    for placement in site.placements {
      if let booked = placement.booked { bookings[placement.name] = booked }
    }
  }
}
