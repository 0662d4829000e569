internal import LogAggregate

/// The head of the page: whose report it is, of which days, for whom, and on what promise.
struct HTMLMasthead {
  let report: ReleasedReport
  let presentation: Presentation
  let title: String
  let period: String

  private var words: Language { presentation.language }

  var html: HTML {
    """
    <header class="masthead">
    \(brand)<h1><bdi>\(Visible.cut(title, to: 120))</bdi></h1>
    <dl class="facts">
    <div><dt>\(words("Period"))</dt><dd>\(period) <span class="quiet">\(words.zone(report.period))</span></dd></div>
    <div><dt>\(words("Prepared for"))</dt><dd><bdi>\(report.policy.reader)</bdi></dd></div>
    <div><dt>\(words("Released under"))</dt><dd><a href="#trust"><bdi>\(report.policy.title)</bdi></a></dd></div>
    <div><dt>\(words("Smallest group shown"))</dt><dd>\(threshold)</dd></div>
    </dl>
    \(warning)</header>

    """
  }

  /// The seller's logo and name, and what the page is.
  private var brand: HTML {
    let brand = presentation.brand
    let logo: HTML =
      brand.logo.map { "<img class=\"logo\" src=\"\($0)\" alt=\"\(brand.name ?? "")\">" } ?? ""
    let name: HTML =
      brand.logo == nil ? brand.name.map { "<strong><bdi>\($0)</bdi></strong> " } ?? "" : ""
    let kind: HTML = report.siteName == nil ? "" : "\(words("Audience report"))"
    if logo.source.isEmpty, name.source.isEmpty, kind.source.isEmpty { return "" }
    return "<div class=\"brand\">\(logo)<p class=\"eyebrow\">\(name)\(kind)</p></div>\n"
  }

  private var threshold: String {
    words(
      "{visitors} visitors from {networks} networks",
      [
        "visitors": words.number(report.disclosure.threshold),
        "networks": words.number(report.disclosure.networks),
      ])
  }

  private var warning: HTML {
    guard !report.input.isComplete else { return "" }
    return """
      <p class="warning"><strong>\(words("Incomplete."))</strong> \(words.damaged(report.input.damages))</p>

      """
  }
}
