extension Site {
  /// Reads and checks a site file.
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: The name that messages give it.
  /// - Throws: ``PolicyError`` for the first thing that is wrong.
  /// - Complexity: O(*n*) in the text's length.
  public init(text: String, file: String) throws(PolicyError) {
    let top = try TOMLSection(TOMLDocument(text: text, file: file))
    try top.allow(Self.keys)
    let site = try top.section("site")
    try site?.allow(["name", "hosts", "time_zone"])
    let advertisers = try Advertiser.list(in: top)
    self.init(
      name: try site?.string("name")?.value, hosts: try site?.hostNames("hosts") ?? [],
      virtualHosts: try VirtualHosts.reading(top.section("virtual_hosts")),
      timeZone: try Self.timeZone(site), internal: try Self.internal(top.section("internal")),
      robots: try Self.robots(top.section("robots")),
      forwarding: try Forwarding.reading(top.section("forwarded")),
      pages: try Self.pages(top.section("pages")), sections: try Self.sections(top),
      promotion: try Self.promotion(top.section("promotion")),
      members: try Self.members(top.section("members")),
      screen: try Self.screen(top.section("screen")),
      parameters: try PageParameter.list(in: top),
      clicks: try ClickEndpoint.list("clicks", in: top, needsTarget: false),
      exitLinks: try ClickEndpoint.list("exit_links", in: top, needsTarget: true),
      advertisers: advertisers, placements: try Placement.list(in: top, advertisers),
      campaigns: try CampaignParameters.reading(top.section("campaigns"), advertisers),
      goals: try Goal.list(in: top, advertisers),
      brand: try Brand.reading(top.section("brand")),
      serverCount: try Self.serverCount(top.section("coverage")),
      ledger: try top.string("ledger").map { top.besideFile($0.value) },
      logs: try (top.strings("logs") ?? []).map { top.besideFile($0.value) },
      reports: try Report.list(in: top, advertisers))
  }

  /// A site of which nothing is known.
  public static let unnamed = Site(
    name: nil, hosts: [], virtualHosts: nil, timeZone: nil,
    internal: Internal(networks: [], agents: []), robots: [], forwarding: nil,
    pages: Pages(addedAssets: [], removedAssets: [], indexNames: [], foldsDates: false),
    sections: [], promotion: nil, members: nil, screen: nil, parameters: [], clicks: [],
    exitLinks: [], advertisers: [], placements: [], campaigns: nil, goals: [], brand: nil,
    serverCount: nil, ledger: nil, logs: [], reports: [])

  /// The sections of a site file.
  private static let keys = [
    "site", "internal", "virtual_hosts", "robots", "forwarded", "pages", "sections", "promotion",
    "members", "screen", "parameters", "clicks", "exit_links", "advertisers", "placements",
    "campaigns", "goals", "brand", "coverage", "ledger", "logs", "reports",
  ]

  /// Only the form is checked: whether the zone exists is the system's to say.
  private static func timeZone(_ section: TOMLSection?) throws(PolicyError) -> String? {
    guard let section, let zone = try section.string("time_zone") else { return nil }
    let isName = zone.value.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2B, 0x2F, 0x5F: true
      default: false
      }
    }
    guard isName, !zone.value.hasPrefix("/") else {
      throw section.error(
        line: zone.line, "\(zone.value.quoted) is not the name of a time zone",
        remedy: "write an IANA name such as Asia/Kolkata")
    }
    return zone.value
  }

  private static func `internal`(_ section: TOMLSection?) throws(PolicyError) -> Internal {
    guard let section else { return Internal(networks: [], agents: []) }
    try section.allow(["networks", "agents"])
    var networks: [NetworkPrefix] = []
    for text in try section.strings("networks") ?? [] { networks.append(try section.network(text)) }
    return Internal(networks: networks, agents: try section.strings("agents")?.map(\.value) ?? [])
  }

  private static func robots(_ section: TOMLSection?) throws(PolicyError) -> [String] {
    guard let section else { return [] }
    try section.allow(["agents"])
    return try section.requiredStrings("agents").map(\.value)
  }

  private static func serverCount(_ section: TOMLSection?) throws(PolicyError) -> Int? {
    guard let section else { return nil }
    try section.allow(["servers"])
    guard let count = try section.integer("servers") else { return nil }
    guard (1...10_000).contains(count.value) else {
      throw section.error(
        line: count.line, "`servers` is \(count.value)",
        remedy: "write how many servers' logs a whole day consists of")
    }
    return count.value
  }

  private static func pages(_ section: TOMLSection?) throws(PolicyError) -> Pages {
    guard let section else { return unnamed.pages }
    try section.allow(["add_assets", "remove_assets", "index_names", "dates"])
    var names: [String] = []
    for name in try section.strings("index_names") ?? [] {
      guard !name.value.contains("/") else {
        throw section.error(
          line: name.line, "\(name.value.quoted) is not a file name",
          remedy: "write a name without a folder, such as index.html")
      }
      names.append(name.value)
    }
    return Pages(
      addedAssets: try extensions("add_assets", section),
      removedAssets: try extensions("remove_assets", section), indexNames: names,
      foldsDates: try section.boolean("dates")?.value ?? false)
  }

  private static func extensions(_ key: String, _ section: TOMLSection) throws(PolicyError)
    -> [String]
  {
    var extensions: [String] = []
    for word in try section.strings(key) ?? [] {
      let isWord = word.value.utf8.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        default: false
        }
      }
      guard isWord else {
        throw section.error(
          line: word.line, "\(word.value.quoted) is not a file name extension",
          remedy: "write it without a dot, such as pdf")
      }
      extensions.append(word.value.lowercased())
    }
    return extensions
  }

  private static func sections(_ top: TOMLSection) throws(PolicyError) -> [Section] {
    var sections: [Section] = []
    for section in try top.sections("sections") {
      try section.allow(["pattern", "name"])
      let pattern = try section.requiredString("pattern")
      sections.append(
        Section(
          pattern: try section.pathPattern(pattern),
          name: try sectionName(section)))
    }
    return sections
  }

  private static func sectionName(_ section: TOMLSection) throws(PolicyError) -> String {
    let name = try section.requiredString("name")
    guard !Section.reservedNames.contains(name.value) else {
      throw section.error(
        line: name.line, "\(name.value.quoted) means something else in reports",
        remedy: "give the section another name")
    }
    return name.value
  }

  private static func promotion(_ section: TOMLSection?) throws(PolicyError) -> Promotion? {
    guard let section else { return nil }
    try section.allow(["notice", "pages"])
    var pages: [PathPattern] = []
    for page in try section.requiredStrings("pages") { pages.append(try section.pathPattern(page)) }
    return Promotion(hasNotice: try section.boolean("notice")?.value ?? false, pages: pages)
  }

  private static func members(_ section: TOMLSection?) throws(PolicyError) -> Members? {
    guard let section else { return nil }
    try section.allow(["file", "columns"])
    var columns: [String] = []
    for column in try section.requiredStrings("columns") {
      guard TableID(id: "segment-\(column.value)") != nil else {
        throw section.error(
          line: column.line, "\(column.value.quoted) is not the name of a column",
          remedy: "use only a-z, 0-9 and -")
      }
      columns.append(column.value)
    }
    let file = try section.requiredString("file").value
    return Members(file: section.besideFile(file), columns: columns)
  }

  private static func screen(_ section: TOMLSection?) throws(PolicyError) -> Screen? {
    guard let section else { return nil }
    try section.allow(["parameter", "path"])
    return Screen(
      parameter: try section.parameterName(section.requiredString("parameter")),
      path: try section.optionalPathPattern("path"))
  }
}
