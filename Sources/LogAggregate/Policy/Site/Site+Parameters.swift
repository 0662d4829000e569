extension Site {
  /// Whether anything that the site file names stands in a parameter of the query: where nothing does, no query is read.
  var namesParameters: Bool {
    let endpoints = clicks + exitLinks
    let patterns =
      endpoints.map(\.pattern) + placements.compactMap(\.impression)
      + placements.compactMap(\.click) + goals.map(\.pattern)
    return campaigns != nil || screen != nil || !parameters.isEmpty
      || patterns.contains { !$0.parameters.isEmpty }
      || endpoints.contains { if case .parameter = $0.target { true } else { false } }
      || goals.contains { if case .parameter = $0.typePlace { true } else { false } }
  }
}
