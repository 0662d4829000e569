internal import LogAggregate

/// The figures of the whole population, each with its definition one tap away.
struct HTMLHeadline {
  let report: ReleasedReport
  let words: Language

  var html: HTML {
    let totals = report.totals
    return """
      <section class="headline" aria-labelledby="totals">
      <h2 id="totals" class="hidden">\(words("Headline figures"))</h2>
      \(people)\
      \(figure("Visits", "30-minute rule", totals.visits, Definitions.visit))\
      \(figure("Page views", "without robots", totals.pageViews, Definitions.pageView))\
      \(figure("Clicks", "on the site’s own links", totals.clicks, Definitions.click))\
      </section>

      """
  }

  private var people: HTML {
    let visitors = report.totals.visitors
    return report.sum == nil
      ? figure("Visitors", "unique browsers", visitors, Definitions.visitor)
      : figure("Visitor-days", "visitors of each day, added", visitors, Definitions.visitorDay)
  }

  private func figure(
    _ name: String, _ note: String, _ figure: ReleasedFigure, _ definition: Definition
  ) -> HTML {
    let name = words(name)
    return """
      <div class="figure"><h3>\(name) <small>\(words(note))</small></h3>\
      <p class="number">\(number(figure))</p>\
      <details><summary>\(words("What counts"))<span class="hidden">: \(name)</span></summary>\
      <p>\(words(definition.meaning))</p></details></div>

      """
  }

  private func number(_ figure: ReleasedFigure) -> HTML {
    guard let count = figure.count else {
      let (word, why) = words.absence(of: figure)
      return "<span class=\"withheld\">\(word)</span> <small>\(why)</small>"
    }
    return "\(words.number(count))"
  }
}
