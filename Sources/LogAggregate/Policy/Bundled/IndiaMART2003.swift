extension Bundled {
  /// The promise of IndiaMART's privacy policy as archived on 2003-06-26.
  static let indiamart2003 = #"""
    schema = "logagg.policy/1"
    name = "indiamart-2003"
    title = "IndiaMART privacy policy, 2003"
    default_deny = "s7"

    [provenance]
    title = "IndiaMART Privacy Policy"
    site = "indiamart.com"
    dated = "2003-06-26"
    url = "https://web.archive.org/web/20030626104122id_/http%3A//indiamart.com/privacy-policy.html"

    [clauses]
    s3 = "A promotion's data may go to its sponsor, if visitors are told before it is collected."
    s4 = "What identifies a person is not disclosed without permission, save in stated special cases."
    s7 = "Advertisers and partners get statistics on financial, product and service usage in aggregate."

    # The text names no field of the log. It names statistics on usage; they are counted from these forms.
    [fields.client]
    permit = { visitor = "s7" }
    forbid = { identity = "s7" }
    [fields.user-agent]
    permit = { visitor = "s7" }
    forbid = { identity = "s7" }
    [fields.time]
    permit = { visit = "s7", day = "s7", hour = "s7", weekday = "s7" }
    [fields.method]
    permit = { page-view = "s7" }
    [fields.status]
    permit = { page-view = "s7" }
    [fields.target.permit]
    page-view = "s7"
    page = "s7"
    section = "s7"
    click = "s7"
    campaign = "s7"
    placement = "s7"
    goal = "s7"
    [fields.user]
    forbid = { any = "s4" }

    [audiences.internal]
    [audiences.advertiser]
    [audiences.partner]
    [audiences.sponsor]
    scope = "promotion"
    clause = "s3"

    [[releases]]
    audiences = ["internal", "advertiser", "partner"]
    tables = [
      "totals", "day", "hour", "weekday", "section", "page", "entry-page", "exit-page",
      "campaign", "placement", "frequency", "goal",
    ]
    metrics = [
      "page_views", "visits", "visitors", "clicks", "impressions", "ctr", "reach", "conversions",
    ]
    clause = "s7"
    purpose = "Show how products and services are used."

    [[releases]]
    audiences = ["sponsor"]
    tables = [
      "totals", "day", "hour", "weekday", "section", "page", "entry-page", "exit-page",
      "campaign", "placement", "frequency", "goal",
    ]
    metrics = [
      "page_views", "visits", "visitors", "clicks", "impressions", "ctr", "reach", "conversions",
    ]
    clause = "s3"
    purpose = "Show a sponsor how its promotion is used."

    """#
}
