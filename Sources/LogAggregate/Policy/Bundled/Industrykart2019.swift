extension Bundled {
  /// The promise of Industrykart's privacy policy as archived on 2019-03-13.
  static let industrykart2019 = #"""
    schema = "logagg.policy/1"
    name = "industrykart-2019"
    title = "Industrykart privacy policy, 2019"
    default_deny = "s1"

    [provenance]
    title = "Industrykart Privacy Policy"
    site = "industrykart.com"
    dated = "2019-03-13"
    url = "https://web.archive.org/web/20190313004333id_/http%3A//www.industrykart.com/privacy-policy"

    [clauses]
    s1 = "Log data (named fields) may go to sponsors, investors, advertisers, developers and partners."
    s1-sharing = "Some or all data of the server logs may go to sponsors, investors, advertisers, developers and partners."
    s1-purchases = "What users buy and browse is recorded to offer them services of more value."
    s1-demographics = "Broad demographics are gathered for use in aggregate."
    s4 = "What identifies a person is not shared without permission, save in stated special cases."

    # Section 1 lists: address, browser, clicks, unique visitors, service provider, exit and referring
    # pages, platform, date and time, screen resolution. Pages viewed are not in the list.
    [fields.client]
    permit = { visitor = "s1", isp = "s1", country = "s1-demographics" }
    forbid = { identity = "s4" }
    [fields.user-agent]
    permit = { visitor = "s1", browser = "s1", browser-version = "s1", platform = "s1", device = "s1" }
    forbid = { identity = "s4" }
    [fields.time]
    permit = { visit = "s1", day = "s1", hour = "s1", weekday = "s1" }
    [fields.method]
    permit = { page-view = "s1" }
    [fields.status]
    permit = { page-view = "s1" }
    [fields.target]
    forbid = { identity = "s4" }
    [fields.target.permit]
    page-view = "s1"
    page = "s1" # for exit pages only: no release below grants the table of pages
    exit-link = "s1"
    click = "s1"
    campaign = "s1"
    placement = "s1"
    screen = "s1"
    goal = "s1-purchases"
    [fields.referrer]
    permit = { channel = "s1", domain = "s1" }
    forbid = { identity = "s4" }
    [fields.user]
    permit = { segment = "s1-demographics" }
    forbid = { identity = "s4" }

    [audiences.internal]
    [audiences.advertiser]
    [audiences.sponsor]
    [audiences.investor]
    [audiences.developer]
    [audiences.partner]

    [[releases]]
    audiences = ["internal", "advertiser", "sponsor", "investor", "developer", "partner"]
    tables = [
      "totals", "day", "hour", "weekday", "channel", "referrer", "exit-page", "exit-link",
      "browser", "browser-version", "platform", "device", "screen", "isp",
      "campaign", "placement", "frequency",
    ]
    metrics = ["page_views", "visits", "visitors", "clicks", "impressions", "ctr", "reach"]
    clause = "s1"
    purpose = "Show how much the site is used, from where, and with what."

    [[releases]]
    audiences = ["internal", "advertiser", "sponsor", "investor", "developer", "partner"]
    tables = ["country", "segment-*"]
    metrics = ["page_views", "visits", "visitors"]
    clause = "s1-demographics"
    purpose = "Show broad demographics of the visitors."

    [[releases]]
    audiences = ["internal", "advertiser", "sponsor", "investor", "developer", "partner"]
    tables = ["goal", "campaign"]
    metrics = ["visitors", "conversions"]
    # The clause on purchases says what is recorded; that it may be shared is said of the data of the logs.
    clause = "s1-sharing"
    purpose = "Show how often something is bought or asked for."

    """#
}
