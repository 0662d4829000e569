internal import LogAggregate

/// The head of the page: whose report it is, of which days, for whom, and on what promise.
struct HTMLMasthead {
  let report: ReleasedReport
  let title: String
  let period: String

  var html: HTML {
    let isNamed = report.siteName != nil
    let eyebrow: HTML = isNamed ? "<p class=\"eyebrow\">Audience report</p>" : ""
    return """
      <header class="masthead">
      \(eyebrow)
      <h1><bdi>\(Visible.cut(title, to: 120))</bdi></h1>
      <dl class="facts">
      <div><dt>Period</dt><dd>\(period)\(zone)</dd></div>
      <div><dt>Prepared for</dt><dd><bdi>\(report.policy.audience.name)</bdi></dd></div>
      <div><dt>Released under</dt><dd><a href="#trust"><bdi>\(report.policy.title)</bdi></a></dd></div>
      <div><dt>Smallest group shown</dt><dd>\(report.disclosure.threshold) visitors from \
      \(report.disclosure.networks) networks</dd></div>
      </dl>
      \(warning)</header>

      """
  }

  private var zone: HTML {
    let days: HTML = report.period.dayCount > 1 ? "\(report.period.dayCount) days, " : ""
    return " <span class=\"quiet\">\(days)\(report.period.timeZone) time</span>"
  }

  private var warning: HTML {
    guard !report.input.isComplete else { return "" }
    return
      "<p class=\"warning\"><strong>Incomplete.</strong> \(Definitions.damaged(report.input.damages))</p>\n"
  }
}

/// The figures of the whole population, each with its definition one tap away.
struct HTMLHeadline {
  let report: ReleasedReport

  var html: HTML {
    let totals = report.totals
    return """
      <section class="headline" aria-labelledby="totals">
      <h2 id="totals" class="hidden">Headline figures</h2>
      \(figure("Visitors", "unique browsers", totals.visitors, Definitions.visitor))\
      \(figure("Visits", "30-minute rule", totals.visits, Definitions.visit))\
      \(figure("Page views", "without robots", totals.pageViews, Definitions.pageView))\
      \(figure("Clicks", "on the site’s own links", totals.clicks, Definitions.click))\
      </section>

      """
  }

  private func figure(
    _ name: String, _ note: String, _ figure: ReleasedFigure, _ definition: Definition
  ) -> HTML {
    """
    <div class="figure"><h3>\(name) <small>\(note)</small></h3>\
    <p class="number">\(number(figure))</p>\
    <details><summary>What counts<span class="hidden"> as \(name)</span></summary>\
    <p>\(definition.meaning)</p></details></div>

    """
  }

  private func number(_ figure: ReleasedFigure) -> HTML {
    guard let count = figure.count else {
      let (word, why) = figure.absence ?? ("n/a", "")
      return "<span class=\"withheld\">\(word)</span> <small>\(why)</small>"
    }
    return "\(Figures.grouped(count, by: Figures.narrowSpace))"
  }
}
