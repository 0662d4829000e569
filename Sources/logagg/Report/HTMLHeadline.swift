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
      \(figure("Visits", "30-minute rule", totals.visits, Definitions.visit, 1))\
      \(figure("Page views", "without robots", totals.pageViews, Definitions.pageView, 2))\
      \(figure("Clicks", "on the site’s own links", totals.clicks, Definitions.click, 3))\
      </section>
      \(visits)
      """
  }

  private var people: HTML {
    let visitors = report.totals.visitors
    return report.sum == nil
      ? figure("Visitors", "unique browsers", visitors, Definitions.visitor, 0)
      : figure("Visitor-days", "visitors of each day, added", visitors, Definitions.visitorDay, 0)
  }

  private var visits: HTML {
    guard let visits = report.visits else { return "" }
    var facts: HTML = ""
    for (name, value) in VisitFigures.pairs(visits, words) {
      facts += "<div><dt>\(words(name))</dt><dd>\(value)</dd></div>"
    }
    return
      "<dl class=\"facts\">\(facts)</dl>\n<p class=\"note\">\(words(VisitFigures.note))</p>\n"
  }

  private func figure(
    _ name: String, _ note: String, _ figure: ReleasedFigure, _ definition: Definition,
    _ place: Int
  ) -> HTML {
    let name = words(name)
    return """
      <div class="figure"><h3>\(name) <small>\(words(note))</small></h3>\
      <p class="number">\(number(figure))</p>\(change(place))\
      <details><summary>\(words("What counts"))<span class="hidden">: \(name)</span></summary>\
      <p>\(words(definition.meaning))</p></details></div>

      """
  }

  /// The change against the released period before, where there is one.
  private func change(_ place: Int) -> HTML {
    guard let comparison = Comparison(report, words), let change = comparison.changes[place] else {
      return ""
    }
    let sentence = words.markup(
      "{change} against {period}",
      ["change": "<strong>\(change)</strong>", "period": "\(comparison.period)"])
    return "<p class=\"change\">\(sentence)</p>"
  }

  private func number(_ figure: ReleasedFigure) -> HTML {
    guard let count = figure.count else {
      let (word, why) = words.absence(of: figure)
      return "<span class=\"withheld\">\(word)</span> <small>\(why)</small>"
    }
    return "\(words.number(count))"
  }
}
