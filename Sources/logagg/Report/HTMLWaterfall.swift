internal import LogAggregate

/// The exclusion waterfall: from the lines read to the page views, step by step.
struct HTMLWaterfall {
  let input: ReleasedInput

  var html: HTML {
    """
    <section class="chapter" aria-labelledby="input">
    <h2 id="input">From lines to page views</h2>
    <p class="lede">Every line that was read is either a page view or left out for exactly one \
    reason. The steps and the page views add up to the lines.</p>
    <table class="waterfall">
    <caption class="hidden">What became of the lines that were read</caption>
    <thead><tr><th scope="col">Step</th><th scope="col" class="n">Lines <small class="s">Share</small></th>\
    </tr></thead>
    <tbody>
    \(row("Lines read", input.lines, from: 0, kind: "sum"))\(steps)\
    \(row("Page views", input.pageViews, from: 0, kind: "sum"))</tbody></table>
    \(notes)</section>

    """
  }

  private var steps: HTML {
    var html: HTML = ""
    var left = input.lines
    for step in input.excluded where step.lines != 0 {
      if let lines = step.lines { left -= lines }
      html += row(Labels.step(step.reason), step.lines, from: max(left, 0), kind: "step")
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
      share = Figures.percent(lines, of: input.lines) ?? "–"
    }
    let sign = kind == "step" ? "−" : ""
    let count: HTML =
      lines.map { "\(sign)\(Figures.grouped($0, by: Figures.narrowSpace))" }
      ?? "<span class=\"withheld\" title=\"\(Definitions.whyWithheld)\">withheld</span>"
    return """
      <tr class="\(kind)"><th scope="row"><bdi>\(name)</bdi>\(bar)</th><td class="n">\(count) \
      <small class="s">\(share)</small></td></tr>

      """
  }

  private var notes: HTML {
    var html: HTML = ""
    let none = input.excluded.filter { $0.lines == 0 }.map { Labels.step($0.reason) }
    if !none.isEmpty {
      html += "<p class=\"note\">Nothing left out: \(none.joined(separator: "; ")).</p>\n"
    }
    if !input.rejections.isEmpty {
      let reasons = input.rejections.map {
        "\(Labels.rejection($0.reason)) (\(Figures.grouped($0.lines, by: Figures.narrowSpace)))"
      }
      html +=
        "<p class=\"note\">Why lines could not be read: \(reasons.joined(separator: "; ")).</p>\n"
    }
    if !input.formats.isEmpty {
      html += "<p class=\"note\">Log format: \(input.formats.joined(separator: ", ")).</p>\n"
    }
    return html
  }
}
