extension Bundled {
  /// The promise of Micromax's privacy policy as archived on 2012-11-22.
  static let micromax2012 = #"""
    schema = "logagg.policy/1"
    name = "micromax-2012"
    title = "Micromax privacy policy, 2012"
    default_deny = "guarantee"

    [provenance]
    title = "Micromax Privacy Policy"
    site = "micromaxinfo.com"
    dated = "2012-11-22"
    url = "https://web.archive.org/web/20121122120028id_/http%3A//micromaxinfo.com/privacy.php"

    # The text's sections have no numbers; each sentence begins with the section's name.
    [clauses]
    domains = "Opening: the domains of visitors are analysed for trends; each visitor stays anonymous."
    guarantee = "Privacy Guarantee: general statistics on visitors and purchases may be revealed."
    behaviour = "Information we collect: URLs before and after, browser, address; studied in aggregate."
    flow = "Information we collect: cookies help to analyse page flow and promotional effectiveness."
    purchases = "Information we collect: what customers buy on the site is recorded."
    identification = "Visitor Identification: how, when and with what the site is used, in aggregate."

    [fields.client]
    permit = { visitor = "behaviour", domain = "domains" }
    forbid = { identity = "domains" }
    [fields.user-agent.permit]
    visitor = "behaviour"
    browser = "behaviour"
    browser-version = "identification"
    platform = "identification"
    device = "identification"
    [fields.time.permit]
    visit = "identification"
    day = "identification"
    hour = "identification"
    weekday = "identification"
    [fields.method]
    permit = { page-view = "behaviour" }
    [fields.status]
    permit = { page-view = "behaviour" }
    [fields.target.permit]
    page-view = "behaviour"
    page = "identification"
    section = "identification"
    exit-link = "behaviour"
    click = "behaviour"
    campaign = "flow"
    placement = "flow"
    goal = "purchases"
    [fields.referrer]
    permit = { channel = "identification", domain = "behaviour" }

    [audiences.internal]
    [audiences.public]
    [audiences.advertiser]
    [audiences.partner]

    [[releases]]
    audiences = ["internal", "public", "advertiser", "partner"]
    tables = ["totals", "day", "goal"]
    metrics = ["page_views", "visits", "visitors", "conversions"]
    clause = "guarantee"
    purpose = "Tell how many people visit, and how much of what they buy."

    [[releases]]
    audiences = ["internal"]
    tables = ["client-domain"]
    metrics = ["page_views", "visits", "visitors"]
    clause = "domains"
    purpose = "See trends by the domain that visitors come from."

    [[releases]]
    audiences = ["internal"]
    tables = ["entry-page", "exit-page", "referrer", "exit-link", "browser"]
    metrics = ["page_views", "visits", "visitors", "clicks"]
    clause = "behaviour"
    purpose = "Understand what visitors do on the site."

    [[releases]]
    audiences = ["internal"]
    tables = ["flow", "campaign", "placement", "frequency"]
    metrics = [
      "page_views", "visits", "visitors", "clicks", "impressions", "ctr", "reach", "conversions",
    ]
    clause = "flow"
    purpose = "Analyse page flow and measure how well promotion works."

    [[releases]]
    audiences = ["internal"]
    tables = [
      "hour", "weekday", "section", "page", "channel", "browser-version", "platform", "device",
    ]
    metrics = ["page_views", "visits", "visitors"]
    clause = "identification"
    purpose = "Improve the site by how, when and with what it is used."

    """#
}
