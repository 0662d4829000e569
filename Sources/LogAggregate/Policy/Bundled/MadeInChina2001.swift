extension Bundled {
  /// The promise of Made-in-China.com's privacy policy as archived on 2001-04-06.
  static let madeInChina2001 = #"""
    schema = "logagg.policy/1"
    name = "made-in-china-2001"
    title = "Made-in-China.com privacy policy, 2001"
    default_deny = "treatment"

    [provenance]
    title = "Made-in-China.com Privacy Policy"
    site = "made-in-china.com"
    dated = "2001-04-06"
    url = "https://web.archive.org/web/20010406174758id_/http%3A//made-in-china.com/%3Fpage%3Dabout/about%26lan%3Den%26for%3Dprivacy"

    # The text's sections are questions without numbers; each sentence begins with the question's words.
    [clauses]
    why = "Why personal information: registrations give statistics on members by industry and country."
    other-information = "Other information: anonymous traffic data may be shared with advertisers."
    treatment = "How it is treated: aggregate research on members may go to advertisers and partners."
    profile = "How it is treated: a member's profile is private and goes to no third party."

    [fields.client]
    permit = { visitor = "other-information", country = "treatment", isp = "other-information" }
    forbid = { identity = "other-information" }
    [fields.user-agent]
    permit = { visitor = "other-information" }
    [fields.time.permit]
    visit = "other-information"
    day = "other-information"
    hour = "other-information"
    weekday = "other-information"
    [fields.method]
    permit = { page-view = "other-information" }
    [fields.status]
    permit = { page-view = "other-information" }
    [fields.target.permit]
    page-view = "other-information"
    page = "other-information"
    section = "other-information"
    click = "other-information"
    campaign = "other-information"
    placement = "other-information"
    goal = "other-information"
    [fields.user]
    permit = { segment = "treatment" }
    forbid = { identity = "profile" }

    [audiences.internal]
    [audiences.advertiser]
    [audiences.partner]

    # Traffic data: the text names advertisers; partners get it as aggregate research.
    [[releases]]
    audiences = ["internal", "advertiser"]
    tables = [
      "totals", "day", "hour", "weekday", "section", "page", "entry-page", "exit-page", "flow", "isp",
      "campaign", "placement", "frequency", "goal",
    ]
    metrics = [
      "page_views", "visits", "visitors", "clicks", "impressions", "ctr", "reach", "conversions",
    ]
    clause = "other-information"
    purpose = "Marketing, and better services."

    [[releases]]
    audiences = ["partner"]
    tables = [
      "totals", "day", "hour", "weekday", "section", "page", "entry-page", "exit-page", "flow", "isp",
      "campaign", "placement", "frequency", "goal",
    ]
    metrics = [
      "page_views", "visits", "visitors", "clicks", "impressions", "ctr", "reach", "conversions",
    ]
    clause = "treatment"
    purpose = "Research on how the site is used, in aggregate."

    [[releases]]
    audiences = ["internal", "advertiser", "partner"]
    tables = ["country", "segment-industry", "segment-country", "segment-company-size"]
    metrics = ["page_views", "visits", "visitors"]
    clause = "treatment"
    purpose = "Research on members by demographics, industry and geography, in aggregate."

    """#
}
