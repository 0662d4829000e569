/// A small valid policy that tests change in one place each.
enum PolicyText {
  static let small = """
    schema = "logagg.policy/1"
    name = "small"
    title = "A small policy"
    default_deny = "s1"

    [provenance]
    title = "Privacy"
    dated = "2020-02-29"

    [clauses]
    s1 = "Statistics may be shown."
    s2 = "Nothing else may be shown."

    [fields.client]
    permit = { visitor = "s1" }
    [fields.user-agent]
    permit = { visitor = "s1" }
    [fields.time]
    permit = { visit = "s1", day = "s1", hour = "s1" }
    [fields.method]
    permit = { page-view = "s1" }
    [fields.status]
    permit = { page-view = "s1" }
    [fields.target]
    permit = { page-view = "s1" }

    [audiences.advertiser]

    [[releases]]
    audiences = ["advertiser"]
    tables = [
      "day",
      "hour",
    ]
    metrics = ["page_views", "visitors"]
    clause = "s1"
    purpose = "Advertising"


    """
}
