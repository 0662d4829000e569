import Testing

@testable import LogAggregate

@Suite struct SiteAdvertisingTests {
  @Test("what advertisers buy is read whole")
  func complete() throws {
    let site = try Site(
      text: """
        [[clicks]]
        pattern = "/click/*"
        target_in_path = true
        [[clicks]]
        pattern = "/vote?kind=up"
        [[exit_links]]
        pattern = "/out"
        target_parameter = "url"

        [[advertisers]]
        name = "Kestrel Tools"
        campaigns = ["Autumn"]
        [[advertisers]]
        name = "Lotus Tea"

        [[placements]]
        name = "Top banner"
        advertiser = "Kestrel Tools"
        campaign = "Autumn sale"
        creative = "drill, 728x90"
        booked = 100_000
        from = "2026-11-01"
        to = "2026-11-30"
        impression = "/ads/kestrel-*.gif"
        click = "/click/kestrel?place=top&size=1"

        [campaigns]
        source = ["Newsletter", "partner.example"]
        medium = "words"
        campaign = ["autumn", "winter"]

        [[goals]]
        name = "Order"
        pattern = "/order/*/done"
        type_part = 2
        types = ["Books", "toys"]
        [[goals]]
        name = "Enquiry"
        pattern = "/enquiry/sent"
        type_parameter = "kind"
        types = ["phone"]
        advertiser = "Lotus Tea"

        [[parameters]]
        name = "view"
        values = ["list", "map"]
        path = "/search*"
        """, file: "site.toml")
    #expect(site.clicks.map(\.target) == [.rest, nil])
    #expect(site.clicks[1].pattern.description == "/vote?kind=up")
    #expect(site.exitLinks.map(\.target) == [.parameter("url")])
    #expect(site.advertisers.map(\.campaigns) == [["autumn"], []])
    let placement = try #require(site.placements.first)
    #expect(placement.name == "Top banner")
    #expect(placement.booked == 100_000)
    #expect(placement.click?.parameters.map(\.name) == ["place", "size"])
    #expect(placement.flies(on: try #require(CivilDate("2026-11-30")).daysSinceEpoch))
    #expect(!placement.flies(on: try #require(CivilDate("2026-12-01")).daysSinceEpoch))
    #expect(!placement.flies(on: try #require(CivilDate("2026-10-31")).daysSinceEpoch))
    #expect(site.campaigns?.source == .listed(["newsletter", "partner.example"]))
    #expect(site.campaigns?.medium == .words)
    #expect(site.campaigns?.content == nil)
    #expect(site.goals.map(\.typePlace) == [.part(2), .parameter("kind")])
    #expect(site.goals[0].types == ["books", "toys"])
    #expect(site.goals.map(\.advertiser) == [nil, "Lotus Tea"])
    #expect(site.parameters.map(\.values) == [["list", "map"]])
  }

  @Test("how the site is run is read whole")
  func operation() throws {
    let site = try Site(
      text: """
        [virtual_hosts]
        all_but = ["Admin.example.com"]
        [robots]
        agents = ["PriceProbe"]
        [forwarded]
        field = "X-Forwarded-For"
        proxies = ["10.0.0.0/8", "192.0.2.1"]
        [brand]
        name = "Example Media"
        logo = "logo.svg"
        accent = "#1A5FB4"
        [coverage]
        servers = 2
        """, file: "conf/site.toml")
    #expect(site.virtualHosts == .allBut(["admin.example.com"]))
    #expect(site.robots == ["PriceProbe"])
    #expect(site.forwarding?.field == "x-forwarded-for")
    #expect(site.forwarding?.proxies.count == 2)
    #expect(site.brand?.logo == "conf/logo.svg")
    #expect(site.brand?.accent == "#1a5fb4")
    #expect(site.serverCount == 2)
  }

  private static let kestrel = "[[advertisers]]\nname = \"Kestrel\"\n"

  static let slips: [(String, Int, String, String)] = [
    ("[[clicks]]\npattern = \"click\"\n", 2, "not a request pattern", "write a path"),
    ("[[clicks]]\npattern = \"/c?x\"\n", 2, "not a request pattern", "?zone=top"),
    ("[[clicks]]\npattern = \"/c?x=*\"\n", 2, "not a request pattern", "?zone=top"),
    ("[[clicks]]\npattern = \"/c?gclid=1\"\n", 2, "numbers single clicks", "never read"),
    (
      "[[clicks]]\npattern = \"/c\"\ntarget = \"u\"\n", 3, "unknown key `target`",
      "target_parameter"
    ),
    (
      "[[clicks]]\npattern = \"/c/*\"\ntarget_parameter = \"u\"\ntarget_in_path = true\n", 4,
      "cannot stand in a parameter and in the path", "keep"
    ),
    (
      "[[clicks]]\npattern = \"/c\"\ntarget_in_path = true\n", 2, "has no star", "/out/*"
    ),
    ("[[exit_links]]\npattern = \"/out\"\n", 1, "target of the exit link is missing", "url"),
    (
      "[[exit_links]]\npattern = \"/out\"\ntarget_parameter = \"fbclid\"\n", 3,
      "numbers single clicks", "never read"
    ),
    (kestrel + kestrel, 4, "two advertisers are called", "one entry"),
    (
      "[[advertisers]]\nname = \"A\"\ncampaigns = [\"x\"]\n[[advertisers]]\nname = \"B\"\n"
        + "campaigns = [\"X\"]\n[campaigns]\ncampaign = \"words\"\n", 6, "has two advertisers",
      "one of them"
    ),
    (
      "[[advertisers]]\nname = \"A\"\ncampaigns = [\"x\"]\n[campaigns]\ncampaign = [\"y\"]\n", 5,
      "is not read", "add it"
    ),
    (
      "[[placements]]\nname = \"T\"\nadvertiser = \"Kestrel\"\nclick = \"/c\"\n", 3,
      "no [[advertisers]] entry", "add [[advertisers]]"
    ),
    (
      kestrel + "[[placements]]\nname = \"T\"\nadvertiser = \"Kestrl\"\nclick = \"/c\"\n", 5,
      "is called `Kestrl`", "known: `Kestrel`"
    ),
    (
      kestrel + "[[placements]]\nname = \"T\"\nadvertiser = \"Kestrel\"\n", 3,
      "nothing tells the requests", "impression"
    ),
    (
      kestrel
        + "[[placements]]\nname = \"T\"\nadvertiser = \"Kestrel\"\nclick = \"/c\"\nbooked = 0\n",
      7, "`booked` is 0", "number of impressions"
    ),
    (
      kestrel + "[[placements]]\nname = \"T\"\nadvertiser = \"Kestrel\"\nclick = \"/c\"\n"
        + "from = \"2026-02-30\"\n", 7, "not a day", "2026-11-19"
    ),
    (
      kestrel + "[[placements]]\nname = \"T\"\nadvertiser = \"Kestrel\"\nclick = \"/c\"\n"
        + "from = \"2026-11-02\"\nto = \"2026-11-01\"\n", 8, "ends before it begins", "swap"
    ),
    (
      kestrel
        + String(
          repeating: "[[placements]]\nname = \"T\"\nadvertiser = \"Kestrel\"\nclick = \"/c\"\n",
          count: 2), 8, "two placements are called", "name of its own"
    ),
    ("[campaigns]\n", 1, "names no parameter", "autumn"),
    ("[campaigns]\nsource = \"any\"\n", 2, "is no rule for values", "\"words\""),
    ("[campaigns]\nterm = \"words\"\n", 2, "unknown key `term`", "source, medium"),
    (
      "[[goals]]\nname = \"O\"\npattern = \"/o\"\ntypes = [\"a\"]\n", 4, "nothing tells where",
      "type_part"
    ),
    ("[[goals]]\nname = \"O\"\npattern = \"/o\"\ntype_part = 0\n", 4, "`type_part` is 0", "number"),
    (
      "[[goals]]\nname = \"O\"\npattern = \"/o\"\ntype_part = 1\n", 1, "`types` is missing",
      "strings"
    ),
    (
      "[[goals]]\nname = \"O\"\npattern = \"/o\"\ntype_part = 1\ntype_parameter = \"k\"\n", 4,
      "in a parameter and in the path", "keep"
    ),
    (
      "[[parameters]]\nname = \"a b\"\nvalues = [\"x\"]\n", 2, "not the name of a parameter",
      "letters"
    ),
    ("[[parameters]]\nname = \"a\"\nvalues = [\"x y\"]\n", 3, "not a value", "letters"),
    ("[[parameters]]\nname = \"a\"\nvalues = []\n", 3, "is empty", "at least one"),
    ("[virtual_hosts]\n", 1, "one of two ways", "all_but"),
    ("[virtual_hosts]\nonly = [\"https://x\"]\n", 2, "not a host name", "without scheme"),
    ("[robots]\nagents = []\n", 2, "is empty", "at least one"),
    (
      "[forwarded]\nfield = \"x y\"\nproxies = [\"10.0.0.0/8\"]\n", 2, "not the name of a field",
      "x-forwarded-for"
    ),
    ("[forwarded]\nfield = \"x\"\nproxies = [\"proxy\"]\n", 3, "not a network", "10.0.0.0/8"),
    ("[forwarded]\nfield = \"x\"\n", 1, "`proxies` is missing", "strings"),
    ("[brand]\nlogo = \"logo.exe\"\n", 2, "not a picture", ".svg"),
    ("[brand]\naccent = \"blue\"\n", 2, "not a colour", "#1a5fb4"),
    ("[coverage]\nservers = 0\n", 2, "`servers` is 0", "how many"),
    ("[pages]\ndates = \"yes\"\n", 2, "is a string", "true or false"),
  ]

  @Test("each slip in what advertisers buy is an error with its line", arguments: slips)
  func slip(_ text: String, _ line: Int, _ problem: String, _ remedy: String) {
    SiteSlip((text, line, problem, remedy)).check()
  }
}
