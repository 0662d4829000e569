internal import LogAggregate

/// The exclusion waterfall: from the lines read to the page views, step by step.
struct HTMLWaterfall {
  let input: ReleasedInput
  let words: Language

  var html: HTML {
    """
    <section class="chapter" aria-labelledby="input">
    <h2 id="input">\(words("From lines to page views"))</h2>
    <p class="lede">\(words("Every line that was read is either a page view or left out for exactly one reason. The steps and the page views add up to the lines."))</p>
    <table class="waterfall">
    <caption class="hidden">\(words("What became of the lines that were read"))</caption>
    <thead><tr><th scope="col">\(words("Step"))</th><th scope="col" class="n">\(words("Lines")) <small class="s">\(words("Share"))</small></th>\
    </tr></thead>
    <tbody>
    \(row(words("Lines read"), input.lines, from: 0, kind: "sum"))\(steps)\
    \(row(words("Page views"), input.pageViews, from: 0, kind: "sum"))</tbody></table>
    \(notes)</section>

    """
  }

  private var steps: HTML {
    var html: HTML = ""
    var left = input.lines
    for step in input.excluded where step.lines != 0 {
      if let lines = step.lines { left -= lines }
      html += row(words.step(step.reason), step.lines, from: max(left, 0), kind: "step")
    }
    return html
  }

  private func row(_ name: String, _ lines: Int?, from start: Int, kind: String) -> HTML {
    var bar: HTML = ""
    var share = "–"
    if let lines, input.lines > 0 {
      let x = Figures.scaled(start, of: input.lines, scale: 1_000) ?? 0
      let width = Figures.scaled(lines, of: input.lines, scale: 1_000) ?? 0
      bar = """
        <svg class="bar" aria-hidden="true"><rect x="\(x / 10).\(x % 10)%" \
        width="\(width / 10).\(width % 10)%" height="100%"/></svg>
        """
      share = words.numbers.percent(lines, of: input.lines) ?? "–"
    }
    let sign = kind == "step" ? "−" : ""
    let count: HTML =
      lines.map { "\(sign)\(words.number($0))" }
      ?? "<span class=\"withheld\" title=\"\(words(Definitions.whyWithheld))\">\(words("withheld"))</span>"
    return """
      <tr class="\(kind)"><th scope="row"><bdi>\(name)</bdi>\(bar)</th><td class="n">\(count) \
      <small class="s">\(share)</small></td></tr>

      """
  }

  private var notes: HTML {
    var html: HTML = ""
    let none = input.excluded.filter { $0.lines == 0 }.map { words.step($0.reason) }
    if !none.isEmpty {
      html += note(words("Nothing left out: {names}.", ["names": none.joined(separator: "; ")]))
    }
    if !input.rejections.isEmpty {
      let reasons = input.rejections.map {
        "\(words.rejection($0.reason)) (\(words.number($0.lines)))"
      }
      html += note(
        words(
          "Why lines could not be read: {reasons}.", ["reasons": reasons.joined(separator: "; ")]))
    }
    return html
  }

  private func note(_ text: String) -> HTML { "<p class=\"note\"><bdi>\(text)</bdi></p>\n" }
}
