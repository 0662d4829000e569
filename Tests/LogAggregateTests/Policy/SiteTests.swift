import Testing

@testable import LogAggregate

@Suite struct SiteTests {
  @Test("a complete site file is read")
  func complete() throws {
    let site = try Site(
      text: """
        [site]
        name = "Example"
        hosts = ["Example.com", "www.example.com"]
        time_zone = "Asia/Kolkata"

        [internal]
        networks = ["10.0.0.0/8", "2001:db8::/32"]
        agents = ["UptimeProbe"]

        [pages]
        add_assets = ["PHP"]
        remove_assets = ["pdf"]
        index_names = ["index.html"]
        dates = true

        [[sections]]
        pattern = "/news/*"
        name = "News"
        [[sections]]
        pattern = "/shop/*"
        name = "Shop"

        [promotion]
        notice = true
        pages = ["/promo/*"]

        [members]
        file = "members.csv"
        columns = ["industry", "company-size"]

        [screen]
        parameter = "s_2"
        path = "/pixel.*"
        """, file: "site.toml")
    #expect(site.pages.foldsDates)
    #expect(site.name == "Example")
    #expect(site.hosts == ["example.com", "www.example.com"])
    #expect(site.timeZone == "Asia/Kolkata")
    #expect(site.internal.networks.count == 2)
    #expect(site.internal.agents == ["UptimeProbe"])
    #expect(site.pages.addedAssets == ["php"])
    #expect(site.pages.removedAssets == ["pdf"])
    #expect(site.pages.indexNames == ["index.html"])
    #expect(site.sections.map(\.name) == ["News", "Shop"])
    #expect(site.sections[1].pattern.description == "/shop/*")
    #expect(site.promotion?.hasNotice == true)
    #expect(site.members?.columns == ["industry", "company-size"])
    #expect(site.screen?.parameter == "s_2")
    #expect(site.screen?.path?.description == "/pixel.*")
  }

  @Test(
    "the member table lies beside the site file, wherever that is",
    arguments: [
      ("site.toml", "m.csv", "m.csv"), ("/etc/logagg/site.toml", "m.csv", "/etc/logagg/m.csv"),
      ("conf/site.toml", "../m.csv", "conf/../m.csv"),
      ("conf/site.toml", "/srv/m.csv", "/srv/m.csv"),
    ])
  func membersFile(_ site: String, _ file: String, _ path: String) throws {
    let text = "[members]\nfile = \"\(file)\"\ncolumns = [\"industry\"]\n"
    #expect(try Site(text: text, file: site).members?.file == path)
  }

  @Test("an empty site file is the unnamed site")
  func empty() throws {
    let site = try Site(text: "", file: "site.toml")
    #expect(site.name == nil)
    #expect(site.hosts.isEmpty)
    #expect(site.promotion == nil)
    #expect(site.members == nil)
  }

  static let slips: [(String, Int, String, String)] = [
    ("[sites]\n", 1, "unknown key `sites`", "site, internal"),
    ("[site]\n\nzone = \"UTC\"\n", 3, "unknown key `zone` in `site`", "time_zone"),
    (
      "[site]\nhosts = [\n\"ok.example\",\n\"https://x\"]\n", 4, "not a host name", "without scheme"
    ),
    ("[site]\ntime_zone = \"../UTC\"\n", 2, "not the name of a time zone", "Asia/Kolkata"),
    ("[site]\ntime_zone = \"/etc\"\n", 2, "not the name of a time zone", "Asia/Kolkata"),
    ("[internal]\nnetworks = [\"10.0.0.1/8\"]\n", 2, "bits behind its prefix", "zeros"),
    ("[internal]\nnetworks = [\"10.0.0.0/33\"]\n", 2, "prefix length", "0 to 32"),
    ("[internal]\nnetworks = [\"office\"]\n", 2, "address cannot be read", "10.0.0.0/8"),
    ("[pages]\nadd_assets = [\".pdf\"]\n", 2, "not a file name extension", "without a dot"),
    ("[pages]\nindex_names = [\"/index.html\"]\n", 2, "not a file name", "without a folder"),
    (
      "[[sections]]\npattern = \"news\"\nname = \"N\"\n", 2, "not a path pattern", "start it with /"
    ),
    ("[[sections]]\npattern = \"/n\"\n", 1, "`name` is missing in `sections[0]`", "a string"),
    (
      "[[sections]]\npattern = \"/n\"\nname = \"outside\"\n", 3, "means something else in reports",
      "another name"
    ),
    (
      "[[sections]]\nname = \"(other sections)\"\npattern = \"/n\"\n", 2, "means something else",
      "another name"
    ),
    ("[promotion]\nnotice = \"yes\"\npages = [\"/p\"]\n", 2, "is a string", "true or false"),
    ("[promotion]\nnotice = true\n", 1, "`pages` is missing", "array of strings"),
    ("[members]\nfile = \"m\"\ncolumns = [\"Company Size\"]\n", 3, "name of a column", "a-z"),
    ("[screen]\npath = \"/p\"\n", 1, "`parameter` is missing", "a string"),
    ("[screen]\nparameter = \"a=b\"\n", 2, "not the name of a parameter", "letters"),
    ("[screen]\nparameter = \"s\"\npath = \"p\"\n", 3, "not a path pattern", "start it with /"),
    ("site = 3\n", 1, "`site` is an integer", "table"),
  ]

  @Test("each slip in a site file is an error with its line", arguments: slips)
  func slip(_ text: String, _ line: Int, _ problem: String, _ remedy: String) {
    SiteSlip((text, line, problem, remedy)).check()
  }
}
