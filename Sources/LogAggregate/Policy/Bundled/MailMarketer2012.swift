extension Bundled {
  /// The promise of Mail Marketer's privacy policy as archived on 2012-06-23.
  static let mailmarketer2012 = #"""
    schema = "logagg.policy/1"
    name = "mailmarketer-2012"
    title = "Mail Marketer privacy policy, 2012"
    default_deny = "ownership"

    [provenance]
    title = "Mail Marketer Privacy Policy"
    site = "mailmarketer.in"
    dated = "2012-06-23"
    url = "https://web.archive.org/web/20120623000059id_/http%3A//mailmarketer.in/misc/privacy.html"

    # The text's sections have no numbers; each sentence begins with the section's name.
    [clauses]
    ownership = "Information Collection and Use, first paragraph: others get only what the text says."
    collection = "Information Collection and Use, on log files: they serve to run and tailor the site."
    third-parties = "Security and Privacy: no data goes to third parties for their promotional use."

    [fields.client]
    permit = { visitor = "collection" }
    forbid = { identity = "third-parties" }
    [fields.user-agent]
    permit = { visitor = "collection", browser = "collection", browser-version = "collection" }
    [fields.time]
    permit = { visit = "collection", day = "collection" }
    [fields.method]
    permit = { page-view = "collection" }
    [fields.status]
    permit = { page-view = "collection" }
    [fields.target.permit]
    page-view = "collection"
    page = "collection"
    section = "collection"
    exit-link = "collection"
    click = "collection" # links that lead away are counted as they are clicked
    [fields.referrer]
    permit = { channel = "collection", domain = "collection" }

    [audiences.internal]

    [[releases]]
    audiences = ["internal"]
    tables = [
      "totals", "day", "section", "page", "entry-page", "exit-page", "channel", "referrer",
      "browser", "browser-version",
    ]
    metrics = ["page_views", "visits", "visitors"]
    clause = "collection"
    purpose = "Run the site, find its faults, help its users, and tailor what it offers."

    [[releases]]
    audiences = ["internal"]
    tables = ["exit-link"]
    metrics = ["visitors", "clicks"]
    clause = "collection"
    purpose = "See by which links visitors leave."

    [[denials]]
    audiences = ["advertiser", "partner", "sponsor"]
    clause = "third-parties"
    why = "no data goes to third parties for their promotional use, so there is no such report"

    """#
}
