import Testing

@testable import LogAggregate

/// The table “Tables by policy and audience” of the specification, as data.
private struct Promise: CustomTestStringConvertible {
  let policy: String
  let audiences: [String]
  let tables: String
  var testDescription: String { "\(policy) for \(audiences.joined(separator: ", "))" }

  static let indiamart =
    "day hour weekday section page entry-page exit-page goal campaign placement frequency"
  static let industrykart = """
    day hour weekday referrer channel exit-page exit-link browser browser-version platform device \
    screen isp country goal campaign placement frequency segment-industry
    """
  static let madeInChina = """
    day hour weekday page section entry-page exit-page flow country isp segment-industry \
    segment-country segment-company-size campaign placement goal frequency
    """
  static let known = TableID.standard.filter { $0.detailed == nil }.map(\.id)
  static let everything = (known + ["segment-industry"]).joined(separator: " ")
  static let outside = """
    day hour weekday section page entry-page exit-page flow channel referrer exit-link browser \
    platform device screen country campaign placement frequency goal segment-industry
    """
  static let all: [Promise] = [
    Promise(
      policy: "indiamart-2003", audiences: ["advertiser", "partner", "internal", "sponsor"],
      tables: indiamart),
    Promise(
      policy: "industrykart-2019",
      audiences: ["advertiser", "sponsor", "investor", "developer", "partner", "internal"],
      tables: industrykart),
    Promise(
      policy: "mailmarketer-2012", audiences: ["internal"],
      tables:
        "day page section entry-page exit-page referrer channel exit-link browser browser-version"),
    Promise(
      policy: "micromax-2012", audiences: ["public", "advertiser", "partner"], tables: "day goal"),
    Promise(
      policy: "micromax-2012", audiences: ["internal"],
      tables: """
        day goal hour weekday page section entry-page exit-page flow referrer channel exit-link \
        browser browser-version platform device client-domain campaign placement frequency
        """),
    Promise(
      policy: "made-in-china-2001", audiences: ["advertiser", "partner", "internal"],
      tables: madeInChina),
    Promise(policy: "standard", audiences: ["internal"], tables: everything),
    Promise(policy: "standard", audiences: ["advertiser", "partner"], tables: outside),
    Promise(policy: "standard", audiences: ["public"], tables: "day section country device"),
  ]
}

@Suite struct PlanTests {
  /// A site with a promotion that was announced, and a member table of one column.
  private static func site() throws -> Site {
    try Site(
      text: """
        [promotion]
        notice = true
        pages = ["/promo/*"]
        [members]
        file = "members.csv"
        columns = ["industry"]
        """, file: "site.toml")
  }

  private static func plan(_ name: String, _ audience: String, _ site: Site = .unnamed) throws
    -> Plan
  {
    try Plan(
      policy: try #require(Policy.bundled(name)), audience: Audience(audience), site: site)
  }

  @Test(
    "each bundled policy shows each audience exactly the promised tables", arguments: Promise.all)
  private func promisedTables(_ promise: Promise) throws {
    let expected = Set(promise.tables.split(separator: " ").map(String.init))
    for audience in promise.audiences {
      let plan = try Self.plan(promise.policy, audience, Self.site())
      #expect(Set(plan.tables.map(\.id.id)) == expected, "\(audience)")
      #expect(plan.tables.count == expected.count)
      #expect(plan.totals.contains(.pageViews) && plan.totals.contains(.visitors))
      let withheld = Set(plan.withheld.map(\.table.id))
      #expect(withheld.isDisjoint(with: expected))
      #expect(withheld.union(expected).isSuperset(of: Promise.known))
    }
  }

  @Test(
    "placements are taken apart by day and hour where a site names them, and nobody else hears of it"
  )
  func placementsInTime() throws {
    let placed = try Site(
      text: """
        [[advertisers]]
        name = "Kestrel Tools"
        [[placements]]
        name = "Top"
        advertiser = "Kestrel Tools"
        impression = "/ads/top.png"
        """, file: "site.toml")
    let details: Set<TableID> = [.placementByDay, .placementByHour]
    func named(_ policy: String, _ audience: String, _ site: Site) throws -> [Set<TableID>] {
      let plan = try Self.plan(policy, audience, site)
      return [Set(plan.tables.map(\.id)), Set(plan.withheld.map(\.table))].map {
        $0.intersection(details)
      }
    }
    for audience in ["internal", "advertiser", "partner"] {
      #expect(try named("standard", audience, placed) == [details, []])
      #expect(try named("standard", audience, .unnamed) == [[], []])
    }
    #expect(try named("standard", "public", placed) == [[], []])
    #expect(try named("indiamart-2003", "advertiser", placed) == [[], []])
  }

  @Test("audiences that a policy does not name are refused, with a clause")
  func unnamedAudiences() throws {
    for name in Policy.bundledNames {
      let named = try #require(Policy.bundled(name)).audiences
      for audience in Audience.usual where !named.contains(audience) {
        let refusal = #expect(throws: Refusal.self) { try Self.plan(name, audience.name) }
        #expect(refusal?.clause.says.isEmpty == false, "\(name) for \(audience)")
      }
    }
  }

  @Test("mailmarketer refuses advertisers by the clause on third parties")
  func mailmarketerRefusal() throws {
    let refusal = try #require(
      throws: Refusal.self
    ) { try Self.plan("mailmarketer-2012", "advertiser") }
    #expect(refusal.clause.id == "third-parties")
    #expect("\(refusal)".contains("mailmarketer-2012"))
    let other = try #require(
      throws: Refusal.self
    ) { try Self.plan("mailmarketer-2012", "public") }
    #expect(other.clause.id == "ownership")
  }

  @Test("a sponsor sees its promotion's pages only, and only where notice was given")
  func sponsorNeedsNotice() throws {
    let plan = try Self.plan("indiamart-2003", "sponsor", Self.site())
    guard case .promotion(let pages, let clause) = plan.scope else {
      Issue.record("the sponsor's scope is the whole site")
      return
    }
    #expect(pages.map(\.description) == ["/promo/*"])
    #expect(clause.id == "s3")
    let silent = try Site(text: "[promotion]\nnotice = false\npages = [\"/p\"]", file: "s.toml")
    for site in [Site.unnamed, silent] {
      let refusal = #expect(throws: Refusal.self) {
        try Self.plan("indiamart-2003", "sponsor", site)
      }
      #expect(refusal?.clause.id == "s3")
    }
    #expect(try Self.plan("indiamart-2003", "advertiser", Self.site()).scope == .site)
  }

  @Test("only the fields that the granted tables need are read")
  func fields() throws {
    let site = try Self.site()
    // The referrer leaves spam out of every audience's population alike.
    #expect(try Self.plan("micromax-2012", "public").fields == [.visitors, .referrer])
    #expect(try Self.plan("indiamart-2003", "advertiser").fields == .visitors)
    #expect(try Self.plan("mailmarketer-2012", "internal").fields == [.visitors, .referrer])
    #expect(try Self.plan("made-in-china-2001", "advertiser").fields == .visitors)
    #expect(try Self.plan("made-in-china-2001", "advertiser", site).fields == [.visitors, .user])
    #expect(
      try Self.plan("industrykart-2019", "advertiser", site).fields
        == [.visitors, .referrer, .user])
    #expect(try Self.plan("standard", "internal").fields == [.visitors, .referrer, .bytes])
    #expect(try Self.plan("standard", "advertiser").fields == [.visitors, .referrer])
    #expect(try Self.plan("standard", "public").fields == [.visitors, .referrer])
  }

  @Test("thresholds are the defaults of the audiences")
  func thresholds() throws {
    let expected = ["internal": 5, "advertiser": 50, "partner": 20, "public": 100]
    for (audience, threshold) in expected {
      let plan = try Self.plan("standard", audience)
      #expect(plan.threshold == threshold)
      #expect(plan.networks == min(threshold, 10))
      #expect(plan.visitorLimit == 480)
      #expect(plan.clickThreshold == 10)
      #expect(plan.clickLimit == 80)
    }
    for audience in ["sponsor", "investor", "developer"] {
      #expect(try Self.plan("industrykart-2019", audience).threshold == 20)
    }
  }

  @Test("tables come in reading order, segments behind the countries")
  func order() throws {
    let plan = try Self.plan("standard", "internal", Self.site())
    let ids = plan.tables.map(\.id)
    let known = TableID.standard.filter { $0.detailed == nil }
    #expect(ids.filter { known.contains($0) } == known)
    let place = try #require(ids.firstIndex(of: .segment("industry")))
    #expect(ids[place - 1] == .clientDomain)
    #expect(ids[place + 1] == .campaign)
  }

  @Test("figures outside the site hold no bytes, and every table carries what it is about")
  func metrics() throws {
    let advertiser = try Self.plan("standard", "advertiser")
    #expect(!advertiser.tables.contains { $0.metrics.contains(.bytes) })
    let placement = try #require(advertiser.tables.first { $0.id == .placement })
    #expect(placement.metrics == [.impressions, .clicks, .clickThroughRate, .reach, .conversions])
    let goal = try #require(advertiser.tables.first { $0.id == .goal })
    #expect(goal.metrics == [.visitors, .conversions])
    #expect(advertiser.totals == [.pageViews, .visits, .visitors, .clicks])
    #expect(try Self.plan("micromax-2012", "public").totals == [.pageViews, .visits, .visitors])
  }

  @Test("a denied table is withheld with its clause, another without one")
  func withholding() throws {
    let plan = try Self.plan("standard", "advertiser")
    let isp = try #require(plan.withheld.first { $0.table == .isp })
    #expect(isp.clause?.id == "s5")
    #expect(isp.why.hasPrefix("denied: "))
    let page = try Self.plan("standard", "public").withheld.first { $0.table == .page }
    #expect(page?.clause == nil)
    #expect(page?.why == "not granted to this audience")
  }

  @Test("a denial beats a grant, whether it names tables, audiences or both")
  func denialBeatsGrant() throws {
    func plan(_ denial: String) throws -> Plan {
      let policy = try Policy(text: PolicyText.small + "[[denials]]\n" + denial, file: "p.toml")
      return try Plan(policy: policy, audience: .advertiser, site: .unnamed)
    }
    let both = try plan("audiences = [\"advertiser\"]\ntables = [\"hour\"]\nclause = \"s2\"\n")
    #expect(both.tables.map(\.id) == [.day])
    let tables = try plan("tables = [\"day\"]\nclause = \"s2\"\nwhy = \"because\"\n")
    #expect(tables.tables.map(\.id) == [.hour])
    #expect(tables.withheld.first { $0.table == .day }?.why == "denied: because")
    let refusal = try #require(throws: Refusal.self) {
      try plan("audiences = [\"advertiser\"]\nclause = \"s2\"\n")
    }
    #expect(refusal.clause.id == "s2")
    let other = try plan("audiences = [\"partner\"]\ntables = [\"hour\"]\nclause = \"s2\"\n")
    #expect(other.tables.map(\.id) == [.day, .hour])
  }

  @Test("an audience that is named but granted nothing is refused")
  func nothingGranted() throws {
    let text = PolicyText.small.replacing(
      "[audiences.advertiser]",
      with: """
        [audiences.partner]
        [audiences.advertiser]
        """)
    let policy = try Policy(text: text, file: "p.toml")
    #expect(throws: Refusal.self) {
      try Plan(policy: policy, audience: Audience("partner"), site: .unnamed)
    }
  }

  @Test("the lowest visitor limit of any audience holds for all")
  func oneVisitorLimit() throws {
    let text = PolicyText.small.replacing(
      "[audiences.advertiser]",
      with: """
        [audiences.internal]
        threshold = 20
        visitor_limit = 100
        [audiences.advertiser]
        visitor_limit = 400
        """)
    let policy = try Policy(text: text, file: "p.toml")
    #expect(
      try Plan(policy: policy, audience: .advertiser, site: .unnamed).visitorLimit == 100)
  }

  @Test("two cells are hidden at least in small vocabularies, three in others")
  func hiddenMinimum() {
    let small: Set<TableID> = [
      .hour, .weekday, .channel, .browser, .platform, .device, .status, .placementByHour,
    ]
    for table in TableID.standard + [.segment("industry")] {
      #expect(table.hiddenMinimum == (small.contains(table) ? 2 : 3), "\(table.id)")
    }
  }

  @Test("a denial of every segment takes each column, from the audiences that it names")
  func deniedSegments() throws {
    let policy = try Policy(
      text: PolicyText.small.replacing(
        "[fields.method]",
        with: """
          [fields.user]
          permit = { segment = "s1" }
          [fields.method]
          """
      ).replacing("[audiences.advertiser]\n", with: "[audiences.advertiser]\n[audiences.partner]\n")
        + """
        [[releases]]
        audiences = ["advertiser", "partner"]
        tables = ["segment-*", "day"]
        metrics = ["visitors"]
        clause = "s1"
        purpose = "Members."

        [[denials]]
        audiences = ["advertiser"]
        tables = ["segment-*"]
        clause = "s2"
        why = "No members."

        """, file: "test")
    let site = try Site(
      text: "[members]\nfile = \"members.csv\"\ncolumns = [\"industry\", \"size\"]",
      file: "site.toml")
    let columns: [TableID] = [.segment("industry"), .segment("size")]
    let denied = try Plan(policy: policy, audience: .advertiser, site: site)
    #expect(denied.tables.map(\.id) == [.day, .hour] && denied.everySegment == nil)
    for column in columns {
      let withheld = denied.withheld.first { $0.table == column }
      #expect(withheld?.why == "denied: No members." && withheld?.clause?.id == "s2")
    }
    #expect(!denied.fields.contains(.user))
    let granted = try Plan(policy: policy, audience: Audience("partner"), site: site)
    #expect(granted.tables.map(\.id) == [.day] + columns && granted.everySegment?.id == "s1")
    #expect(granted.fields.contains(.user))
  }

  @Test("placements by day or hour take what names the placement and what names the time")
  func placementReductions() throws {
    for (table, word) in [("placement-by-day", "day"), ("placement-by-hour", "hour")] {
      func policy(_ target: String, _ time: String) throws -> Policy {
        try Policy(
          text: PolicyText.small.replacing(
            "permit = { visit = \"s1\", day = \"s1\", hour = \"s1\" }", with: time
          )
          .replacing(
            "[fields.target]\npermit = { page-view = \"s1\" }", with: "[fields.target]\n\(target)"
          )
          .replacing(#"\[\s*"day",\s*"hour",\s*\]"#, with: "")
          .replacing(#/tables = \[[^\]]*\]/#, with: "tables = [\"\(table)\"]")
          .replacing(#"["page_views", "visitors"]"#, with: #"["impressions"]"#), file: "test")
      }
      let target = "permit = { page-view = \"s1\", placement = \"s1\" }"
      let time = "permit = { visit = \"s1\", \(word) = \"s1\" }"
      _ = try policy(target, time)
      let other = word == "day" ? "hour" : "day"
      #expect(throws: PolicyError.self) {
        try policy(target, "permit = { visit = \"s1\", \(other) = \"s1\" }")
      }
      #expect(throws: PolicyError.self) { try policy("permit = { page-view = \"s1\" }", time) }
    }
  }

  @Test(
    "what a table needs that may stand in for another is read of the log, though nobody asked for it"
  )
  func standInFields() throws {
    // Only sections have a figure of bytes.
    let policy = try Policy(
      text: Bundled.standard.replacing("\"bytes\",", with: "") + """

        [[releases]]
        audiences = ["internal"]
        tables = ["section"]
        metrics = ["bytes"]
        clause = "s2"
        purpose = "Run the site."

        """, file: "test")
    let plan = try Plan(policy: policy, audience: .internal, site: .unnamed, only: [.page])
    #expect(plan.coarserTables.map(\.id) == [.section])
    #expect(plan.coarserTables[0].metrics.contains(.bytes) && plan.fields.contains(.bytes))
  }
}
