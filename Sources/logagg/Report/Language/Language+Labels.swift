internal import LogAggregate

/// The words that people read in the place of the report's identifiers.
extension Language {
  /// The heading of a metric's column.
  func column(_ metric: Metric) -> String {
    switch metric {
    case .pageViews: self("Page views")
    case .visits: self("Visits")
    case .visitors: self("Visitors")
    case .clicks: self("Clicks")
    case .impressions: self("Impressions")
    case .clickThroughRate: self("CTR")
    case .reach: self("Reach")
    case .conversions: self("Conversions")
    case .bytes: self("Data sent")
    case .visitorDays: self("Visitor-days")
    case .publishedDays: self("Days published")
    }
  }

  /// A key as people read it: hours as times of day, and the channel `other` not as the remainder.
  func key(_ key: String, in table: TableID) -> String {
    switch table {
    case .hour: dates.clock(key)
    case .day: CalendarDay(key).map(dates.long) ?? key
    case .weekday: CalendarDay.weekdays.firstIndex(of: key).map { dates.weekdays[$0] } ?? key
    case .placementByDay: placed(key) { time in CalendarDay(time).map(dates.short) ?? time }
    case .placementByHour: placed(key, dates.clock)
    case .channel: Labels.channels[key].map { self($0) } ?? key
    case .device: self(key)
    case .flow:
      key.split(separator: " → ", omittingEmptySubsequences: false).map { end(String($0)) }.joined(
        separator: " → ")
    // What stands for no name, such as `(unknown)`, is a word of ours.
    default: key.hasPrefix("(") ? self(key) : key
    }
  }

  /// A placement's name with its time, which stands last.
  private func placed(_ key: String, _ time: (String) -> String) -> String {
    guard let slash = key.lastIndex(of: "/") else { return key }
    let end = key[key.index(after: slash)...].drop { $0 == " " }
    return key[...slash] + " " + time(String(end))
  }

  /// An end of a step: a section, or outside.
  func end(_ name: String) -> String { name == Labels.outside ? self(name) : name }

  /// What the rows of a table are, for the head of their column.
  func keyHeading(_ table: TableID) -> String {
    switch table {
    case .day: self("Day")
    case .hour: self("Hour")
    case .weekday: self("Weekday")
    case .page, .entryPage, .exitPage: self("Page")
    case .section: self("Section")
    case .exitLink, .referrer: self("Site")
    case .flow: self("From → to")
    case .channel: self("Channel")
    case .browser, .browserVersion: self("Browser")
    case .platform: self("Platform")
    case .device: self("Device")
    case .screen: self("Screen")
    case .country: self("Country")
    case .isp: self("Provider")
    case .clientDomain: self("Domain")
    case .segment(let column): Labels.capitalised(column.replacing("-", with: " "))
    case .campaign: self("Campaign")
    case .placement, .placementByDay, .placementByHour: self("Placement")
    case .goal: self("Goal")
    case .frequency: self("Impressions per visitor")
    case .status: self("Status")
    }
  }

  /// A step of the exclusion waterfall, as a noun phrase.
  func step(_ reason: String) -> String {
    if let known = Labels.steps[reason] { return self(known) }
    let robot = "robot-"
    guard reason.hasPrefix(robot) else { return self(reason.replacing("-", with: " ")) }
    let category = String(reason.dropFirst(robot.count))
    return self(
      "Robots: {category}",
      ["category": self(Labels.robots[category] ?? category.replacing("-", with: " "))])
  }

  /// That the input was damaged, and where.
  func damaged(_ damages: [ReleasedInput.Damage]) -> String {
    let places = damages.map {
      self(
        "byte {byte} of input {input}", ["byte": number($0.byte), "input": number($0.input)])
    }
    return self(Definitions.damaged, ["places": places.joined(separator: ", ")])
  }

  /// Why lines were rejected, in words.
  func rejection(_ reason: String) -> String { self(reason.replacing("-", with: " ")) }

  /// The days of the report, such as `19 November 2026` or `1–30 November 2026`.
  func period(_ period: ReleasedPeriod) -> String {
    guard let from = period.from?.description, let to = period.to?.description else {
      return self("No day: the input was empty")
    }
    guard let first = CalendarDay(from), let last = CalendarDay(to) else {
      return "\(from) – \(to)"
    }
    return dates.span(first, last)
  }

  /// The zone of a period, with the number of its days where there are several.
  func zone(_ period: ReleasedPeriod) -> String {
    let zone = self("{zone} time", ["zone": period.timeZone])
    guard period.dayCount > 1 else { return zone }
    return self("{count} days", ["count": number(period.dayCount)]) + ", " + zone
  }

  /// What stands in the place of a figure that is not there, and why.
  func absence(of figure: ReleasedFigure) -> (word: String, why: String) {
    figure.absence.map { (self($0.word), self($0.why)) } ?? (self("n/a"), "")
  }

  /// A figure as people read it; `nil` where there is none.
  func figure(_ figure: ReleasedFigure, _ metric: Metric) -> String? {
    numbers.text(figure, metric)
  }
}
