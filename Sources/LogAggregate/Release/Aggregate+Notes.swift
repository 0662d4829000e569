extension Aggregate {
  /// What visitors are in a report of one period.
  static let visitorNote =
    "Visitors are unique browsers: distinct address and user agent within the period; never people."

  /// What is said of damaged input, and of inputs that may be one log under two names.
  static let damageNote = "The input was damaged, and only what could be read of it is counted."
  static let twinsNote =
    "Two inputs or more begin with the same lines; where one is a copy of another, its lines are counted twice."

  /// What a reader of the report has to know, one sentence each.
  borrowing func notes(_ plan: Plan, _ setting: RunSetting) -> [String] {
    var notes = [
      Self.visitorNote,
      "Only general invalid traffic is left out: robots that say so, and agents that are not recognisably browsers.",
      "A reader who injects traffic of their own can undo a threshold; this report does not claim otherwise.",
    ]
    notes.append(
      "Visitors are told apart under a secret key that was made for this run and is gone with it.")
    if !damages.isEmpty { notes.append(Self.damageNote) }
    if !alikeInputs.isEmpty { notes.append(Self.twinsNote) }
    if !fields.contains(.userAgent) {
      notes.append(
        "The log has no user agents: no robot could be left out, and visitors are addresses.")
    }
    if pages.hasOverflowed {
      notes.append(
        "The log names more than \(MinimisationRules.pageLimit) distinct pages; pages are counted by section only."
      )
    }
    if leavesOutVisitors {
      notes.append(
        "The log names more than \(visitorCapacity) visitors; the page views of further ones are left out, as are those beyond the limit of one visitor."
      )
    }
    let lateViews = flow?.lateViews ?? 0
    if plan.grants(.flow), lateViews > 0, lateViews * 100 <= pageViews {
      notes.append(
        "Page views that stand over 30 minutes late in their log are not among the steps of the page flow."
      )
    }
    notes += Self.groupNotes(plan, setting.groups)
    if case .promotion = setting.scope {
      notes.append(
        "Only the pages of the promotion are counted; others are excluded as no pages of it.")
    }
    return notes
  }

  /// What is hidden to protect groups that a name identifies.
  private static func groupNotes(_ plan: Plan, _ groups: GroupDisclosure) -> [String] {
    var notes: [String] = []
    if groups.identifying.contains(.section), plan.grants(.flow) {
      notes.append(
        "Sections identify groups of visitors here: where more than \(groups.greatestPercent) % of one took the same step, no step of that section is shown."
      )
    }
    if groups.identifying.contains(.placement),
      plan.grants(.placementByDay) || plan.grants(.placementByHour)
    {
      notes.append(
        "Placements identify groups of visitors here: where more than \(groups.greatestPercent) % of one fell on the same day or hour, no day or hour of that placement is shown."
      )
    }
    return notes
  }

  /// Why a granted table is not in the report.
  borrowing func missing(_ table: TableID) -> String {
    switch table {
    case .page, .section, .entryPage, .exitPage:
      "the log names too many distinct pages to tell them apart"
    case .channel, .referrer:
      fields.contains(.referrer)
        ? "the log names too many distinct sites to tell them apart" : "the log has no referrers"
    case .browser, .browserVersion, .platform, .device: "the log has no user agents"
    case .country: "no country database was given (--country-db)"
    case .isp: "no provider database was given (--isp-db)"
    case .clientDomain:
      clientDomains.hasOverflowed
        ? "the log names too many distinct domains to tell them apart"
        : "the log names no client hosts"
    case .screen: "the site file names no screen parameter"
    case .segment:
      members == nil ? "the site file names no member table" : "the member table has no such column"
    case .campaign: "the site file names no campaigns"
    case .placement, .placementByDay, .placementByHour, .frequency:
      "the site file names no placements"
    case .goal: "the site file names no goals"
    case .exitLink: "the site file names no exit links"
    case .flow:
      (flow?.lateViews ?? 0) * 100 > pageViews
        ? "more than one page view in a hundred stands over 30 minutes late in its log; name the files of several servers each, or sort the log"
        : "the log names too many distinct sections to tell them apart"
    case .day, .hour, .weekday, .status: "the log holds nothing to compute it from"
    }
  }
}
