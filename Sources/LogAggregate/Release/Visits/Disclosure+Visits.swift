/// The decision on how long visits lasted.
extension Disclosure {
  /// Decides which classes of visits are shown.
  ///
  /// They sort all visits, whose number is among the totals, so they keep the rules of a table with a small vocabulary.
  /// - Complexity: O(visitors + visits).
  func decideVisits(_ census: borrowing Census) -> Published {
    let classes = VisitLength.allCases
    let lengths = census.visitLengths
    let visitors = census.visitRanges
    let membership = Membership(
      in: census, cellCount: classes.count, networkNeed: setting.networkNeed
    ) { visitor, cells in
      for visit in visitors.range(visitor) { cells.append(UInt32(lengths[visit].rawValue)) }
    }
    var visits = [Int](repeating: 0, count: classes.count)
    for length in lengths { visits[Int(length.rawValue)] += 1 }
    let supports = membership.supports
    let used = classes.indices.filter { visits[$0] > 0 }
    let place = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    let hiddenBefore = before?.visits.hiddenKeys ?? []
    let suppression = Suppression(
      supports: used.map { supports[$0] }, keys: used.map { classes[$0].name }, parents: nil,
      rule: Suppression.Rule(
        threshold: level.threshold, networks: level.networks, hiddenMinimum: 2),
      alsoHidden: {
        let name = classes[used[$0]].name
        return hiddenBefore.contains(name) || !(floor.visitLengths?.contains(name) ?? true)
      },
      unions: { count, group in
        membership.supports(groupCount: count) { cell in place[cell].map(group) ?? -1 }
      })
    let metrics: [Metric] = [.visits, .visitors]
    guard showsTotals, !(before?.visits.isTotalsOnly ?? false), !suppression.isTotalsOnly else {
      return Published(totalsOnlyWith: metrics)
    }
    let hidden = used.indices.filter { suppression.isHidden[$0] }.map { used[$0] }
    let rest = membership.supports(groupCount: 1) { hidden.contains($0) ? 0 : -1 }[0]
    // Classes of nobody are listed only where none is hidden, or they would name those that are.
    return Published(
      metrics: metrics,
      rows: classes.indices.filter { !hidden.contains($0) && (visits[$0] > 0 || hidden.isEmpty) }
        .map {
          Published.Row(key: classes[$0].name, figures: [visits[$0], supports[$0].visitors])
        },
      other: hidden.isEmpty ? nil : [hidden.reduce(0) { $0 + visits[$1] }, rest.visitors],
      isTotalsOnly: false, hiddenKeys: Set(hidden.map { classes[$0].name }))
  }
}
