/// A worker's reading of requests that advertisers pay for: once for each distinct path it finds the patterns that match.
struct AdvertisingReader {
  private let rules: MinimisationRules
  private var advertising: AdvertisingRules { rules.advertising }
  /// The number of a path's list of rules, by the path's digest; 0 is the empty list.
  private var listOfPath: ContentCache<UInt32>
  private var lists: [[Int]] = [[]]
  private var campaigns: CampaignReader
  private var targets: TargetReader

  init(rules: MinimisationRules) {
    self.rules = rules
    listOfPath = ContentCache(setCount: rules.advertising.hasPatterns ? 1 << 12 : 1, empty: 0)
    campaigns = CampaignReader(rules: rules)
    targets = TargetReader(rules: rules)
  }

  /// The number of the list of rules whose paths match; 0 where none does.
  /// - Complexity: O(length of the path) where it is remembered.
  @inline(__always)
  mutating func rules(for target: Span<UInt8>) -> UInt32 {
    let path = target.extracting(first: target.offset(of: UInt8(ascii: "?")) ?? target.count)
    let digest = rules.hash(path)
    if let known = listOfPath.value(for: digest) { return known }
    return match(path, digest)
  }

  @inline(never)
  private mutating func match(_ path: Span<UInt8>, _ digest: UInt64) -> UInt32 {
    let decoded = PathTemplate.decodedPath(of: path)
    let matching = advertising.rules.indices.filter {
      advertising.rules[$0].pattern.path.matches(decoded.span)
    }
    var number = lists.firstIndex(of: matching)
    if number == nil {
      lists.append(matching)
      number = lists.count - 1
    }
    let list = UInt32(number ?? 0)
    listOfPath.insert(list, for: digest)
    return list
  }

  /// Reads a request by its list of rules.
  /// - Parameter note: takes what the request is, as far as it is counted.
  /// - Returns: whether the request is an advertisement's, and so no page view.
  mutating func read(
    _ target: Span<UInt8>, list: UInt32, status: UInt16, day: Int32,
    _ note: (AdvertisingFinding) -> Void
  ) -> Bool {
    var isAdvertising = false
    var impression: Int?
    var click: (placement: Int?, endpoint: Site.ClickEndpoint?)?
    var goals: [Int] = []
    for number in lists[Int(list)] {
      let rule = advertising.rules[number]
      guard rule.pattern.matchesQuery(of: target) else { continue }
      if rule.role.isAdvertising { isAdvertising = true }
      switch rule.role {
      case .click(let endpoint):
        if click?.endpoint?.target == nil { click = (click?.placement, endpoint) }
      case .impression(let placement):
        if advertising.placements[placement].flies(on: day) { impression = impression ?? placement }
      case .placementClick(let placement):
        let flies = advertising.placements[placement].flies(on: day)
        click = (click?.placement ?? (flies ? placement : nil), click?.endpoint)
      case .goal(let goal): goals.append(goal)
      }
    }
    let isAnswered = status / 100 == 2 || status / 100 == 3
    guard isAnswered, isInScope(target) else { return isAdvertising }
    if let impression, advertising.countsImpressions, status / 100 == 2 || status == 304 {
      note(AdvertisingFinding(.impression, placement: UInt16(truncatingIfNeeded: impression)))
    }
    if let click, advertising.countsClicks {
      note(
        AdvertisingFinding(
          .click, number: click.endpoint.map { targets.number(in: target, of: $0) } ?? 0,
          placement: click.placement.map { UInt16(truncatingIfNeeded: $0) }
            ?? AdvertisingFinding.noPlacement))
    }
    if advertising.countsGoals {
      for goal in goals {
        let type = GoalType.number(in: target, of: advertising.goals[goal])
        note(
          AdvertisingFinding(
            .conversion, number: advertising.number(ofGoal: goal, type: type)))
      }
    }
    return isAdvertising
  }

  /// The campaign that a page view names, or `nil`.
  @inline(__always)
  mutating func campaign(in target: Span<UInt8>) -> UInt32? {
    guard advertising.campaignParameters != nil,
      let query = target.offset(of: UInt8(ascii: "?"))
    else { return nil }
    return campaigns.number(in: target, query: query + 1)
  }

  private func isInScope(_ target: Span<UInt8>) -> Bool {
    guard case .promotion = rules.scope else { return true }
    return rules.isInScope(PathTemplate.decodedPath(of: target).span)
  }
}

extension RequestPattern {
  /// Whether a target whose path matches has the parameters too.
  /// - Complexity: O(length of the query) for each parameter.
  func matchesQuery(of target: Span<UInt8>) -> Bool {
    guard !parameters.isEmpty else { return true }
    guard let query = target.offset(of: UInt8(ascii: "?")) else { return false }
    return parameters.allSatisfy { parameter in
      let range = QueryParameter.range(
        of: parameter.name.utf8.span, in: target, query: query + 1)
      guard let range, range.count == parameter.value.utf8.count else { return false }
      let value = parameter.value.utf8.span
      return value.indices.allSatisfy { value[$0] == target[range.lowerBound + $0] }
    }
  }
}
