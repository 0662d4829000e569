extension CellTable {
  /// Builds the table of that name, or returns `nil` where the run has nothing to compute it from.
  /// - Parameter flowLines: the lines of the flow table, where it is shown beside the table.
  static func make(
    _ id: TableID, from aggregate: borrowing Aggregate, _ census: borrowing Census,
    setting: RunSetting, flowLines: FlowLines? = nil
  ) -> CellTable? {
    let need = setting.networkNeed
    guard aggregate.fields.isSuperset(of: id.logFields) else { return nil }
    switch id {
    case .day: return days(aggregate, census, need)
    case .weekday: return weekdays(aggregate, census, need, setting)
    case .hour: return hours(aggregate, census, need)
    case .status: return statuses(aggregate, census, need)
    case .page: return pages(aggregate, census, need)
    case .section: return sections(aggregate, census, need)
    case .entryPage:
      return visitPages(
        id, aggregate, census, need, page: census.entryPages.numbers,
        parent: flowLines.map { lines in { lines.entryRow(section: $0) } })
    case .exitPage:
      return visitPages(
        id, aggregate, census, need, page: census.exitPages,
        parent: flowLines.map { lines in { lines.exitRow(section: $0) } })
    case .channel:
      return channels(aggregate, census, need, setting.channelShare(aggregate, census))
    case .referrer:
      return referrers(aggregate, census, need, setting.channelShare(aggregate, census))
    case .browser, .browserVersion, .platform, .device, .screen, .country, .isp, .clientDomain,
      .segment:
      // Decided with its family.
      return nil
    case .flow, .exitLink, .campaign, .placement, .placementByDay, .placementByHour, .goal,
      .frequency:
      return nil
    }
  }
}

extension TableID {
  /// The fields without which a log tells nothing for the table.
  var logFields: FieldSet {
    switch self {
    case .channel, .referrer: .referrer
    case .browser, .browserVersion, .platform, .device: .userAgent
    default: []
    }
  }
}
