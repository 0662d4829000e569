extension Bundled {
  /// A promise for a site that has made none: the default.
  static let standard = #"""
    schema = "logagg.policy/1"
    name = "standard"
    title = "Standard promise"
    default_deny = "s6"

    [provenance]
    title = "The promise that a site makes by using the product without a policy of its own"
    dated = "2026-11-21"

    [clauses]
    s1 = "Logs are read to count, and what could identify a visitor is reduced before it is counted."
    s2 = "Those who run the site see all statistics, of groups of visitors only."
    s3 = "Advertisers and partners see how the site and its advertising are used, in aggregate."
    s4 = "Anyone may see how much the site is used, by day, section, country and kind of device."
    s5 = "Outside the site nothing is shown by network, client domain, browser version or status."
    s6 = "Whoever is not named here is shown nothing."

    [fields.client]
    permit = { visitor = "s1", country = "s1", isp = "s1", domain = "s1" }
    forbid = { identity = "s1" }
    [fields.user-agent]
    permit = { visitor = "s1", browser = "s1", browser-version = "s1", platform = "s1", device = "s1" }
    forbid = { identity = "s1" }
    [fields.time]
    permit = { visit = "s1", day = "s1", hour = "s1", weekday = "s1" }
    forbid = { identity = "s1" }
    [fields.method]
    permit = { page-view = "s1" }
    [fields.status]
    permit = { page-view = "s1", class = "s1" }
    [fields.bytes]
    permit = { sum = "s1" }
    [fields.target]
    forbid = { identity = "s1" }
    [fields.target.permit]
    page-view = "s1"
    page = "s1"
    section = "s1"
    exit-link = "s1"
    click = "s1"
    campaign = "s1"
    placement = "s1"
    goal = "s1"
    screen = "s1"
    [fields.referrer]
    permit = { channel = "s1", domain = "s1" }
    forbid = { identity = "s1" }
    [fields.user]
    permit = { segment = "s1" }
    forbid = { identity = "s1" }

    [audiences.internal]
    [audiences.advertiser]
    [audiences.partner]
    [audiences.public]

    [[releases]]
    audiences = ["internal"]
    tables = [
      "totals", "day", "hour", "weekday", "section", "page", "entry-page", "exit-page", "flow",
      "channel", "referrer", "exit-link",
      "browser", "browser-version", "platform", "device", "screen",
      "country", "isp", "client-domain", "segment-*",
      "campaign", "placement", "placement-by-day", "placement-by-hour", "frequency", "goal",
      "status",
    ]
    metrics = [
      "page_views", "visits", "visitors", "clicks", "impressions", "ctr", "reach", "conversions",
      "bytes",
    ]
    clause = "s2"
    purpose = "Run and improve the site."

    [[releases]]
    audiences = ["advertiser", "partner"]
    tables = [
      "totals", "day", "hour", "weekday", "section", "page", "entry-page", "exit-page", "flow",
      "channel", "referrer", "exit-link",
      "browser", "platform", "device", "screen",
      "country", "segment-*",
      "campaign", "placement", "placement-by-day", "placement-by-hour", "frequency", "goal",
    ]
    metrics = [
      "page_views", "visits", "visitors", "clicks", "impressions", "ctr", "reach", "conversions",
    ]
    clause = "s3"
    purpose = "Show the site's reach and how its advertising performs."

    [[releases]]
    audiences = ["public"]
    tables = ["totals", "day", "section", "country", "device"]
    metrics = ["page_views", "visits", "visitors"]
    clause = "s4"
    purpose = "Say in public how much the site is used."

    [[denials]]
    audiences = ["advertiser", "partner", "public"]
    tables = ["isp", "client-domain", "browser-version", "status"]
    clause = "s5"

    """#
}
