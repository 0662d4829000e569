extension CellTable {
  /// Builds the table of that name, or returns `nil` where the run has nothing to compute it from.
  static func make(
    _ id: TableID, from aggregate: borrowing Aggregate, setting: RunSetting
  ) -> CellTable? {
    let need = setting.plan.networks
    switch id {
    case .day: return days(aggregate, need)
    case .weekday: return weekdays(aggregate, need, setting)
    case .hour: return hours(aggregate, need)
    case .status: return statuses(aggregate, need)
    case .page: return pages(aggregate, need)
    case .section: return sections(aggregate, need)
    case .entryPage: return visitPages(id, aggregate, need) { $0.entryPage }
    case .exitPage: return visitPages(id, aggregate, need) { $0.exitPage }
    case .channel: return channels(aggregate, need)
    case .referrer: return referrers(aggregate, need)
    case .browser:
      let words = Browser.allCases.map(\.name)
      return agents(id, words, aggregate, need) { $0.browser.name }
    case .browserVersion:
      return agents(id, [], aggregate, need) {
        $0.major == 0 ? $0.browser.name : "\($0.browser.name) \($0.major)"
      }
    case .platform:
      let words = Platform.allCases.map(\.name)
      return agents(id, words, aggregate, need) { $0.platform.name }
    case .device:
      let words = DeviceClass.allCases.map(\.name)
      return agents(id, words, aggregate, need) { $0.device.name }
    case .flow, .exitLink, .screen, .country, .isp, .clientDomain, .segment, .campaign,
      .placement, .goal, .frequency:
      return nil
    }
  }
}
