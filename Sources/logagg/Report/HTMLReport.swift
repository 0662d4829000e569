internal import LogAggregate

/// The report as one page of HTML: no script, no request, one style named by its hash.
struct HTMLReport {
  let report: ReleasedReport
  let presentation: Presentation
  private let rowLimit: Int

  init(_ report: ReleasedReport, _ presentation: Presentation) {
    self.report = report
    self.presentation = presentation
    rowLimit = Self.rowLimit(report.tables.map(\.rows.count))
  }

  /// The page, as UTF-8.
  var bytes: [UInt8] { Array(page.source.utf8) }

  /// The most rows of one table that keep the page within 700 rows, so that it stays small enough
  /// to mail; JSON, CSV and spreadsheet hold all.
  static func rowLimit(_ counts: [Int]) -> Int {
    let steps = [400, 200, 100, 50]
    return steps.first { step in counts.reduce(0) { $0 + min($1, step) } <= 700 } ?? 25
  }

  private var words: Language { presentation.language }

  private var title: String { report.siteName ?? words("Audience report") }

  private var page: HTML {
    let period = words.period(report.period)
    let style = StyleSheet(
      fixed: HTMLStyle.css(presentation.brand.accent), left: Visible.cut(title, to: 60),
      right: period)
    let chapters = HTMLChapter.chapters(of: report, presentation)
    var main: HTML = ""
    main += HTMLHeadline(report: report, words: words).html
    main += HTMLGlance(report: report, words: words).html
    main += contents(chapters)
    for chapter in chapters { main += chapter.html(rowLimit: rowLimit) }
    main += HTMLWaterfall(input: report.input, words: words).html
    main += HTMLTrust(report: report, words: words).html
    return """
      <!DOCTYPE html>
      <html lang="\(words.tag)" dir="\(words.isRightToLeft ? "rtl" : "ltr")">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(style.source)'; img-src data:; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <meta name="generator" content="logagg \(ProductVersion.current)">
      <title>\(Visible.cut(title, to: 120)) · \(period)</title>
      <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230f6b63' d='M1 9h4v6H1zm5-5h4v11H6zm5-3h4v14h-4z'/%3E%3C/svg%3E">
      <style>\(style)</style>
      </head>
      <body data-report="\(claims)">
      <a class="skip" href="#report">\(words("Skip to the figures"))</a>
      \(HTMLMasthead(report: report, presentation: presentation, title: title, period: period).html)\
      <main id="report">
      \(main)</main>
      \(footer)</body>
      </html>

      """
  }

  /// What the page says of itself to programs, whatever its language.
  private var claims: String {
    let totals = report.totals
    let pairs: [(String, String?)] = [
      ("policy", report.policy.name), ("sha256", report.policy.sha256),
      ("audience", report.policy.audience.name), ("from", report.period.from?.description),
      ("to", report.period.to?.description), ("threshold", String(report.disclosure.threshold)),
      ("total-page_views", totals.pageViews.plain), ("total-visits", totals.visits.plain),
      ("total-visitors", totals.visitors.plain), ("total-clicks", totals.clicks.plain),
    ]
    return pairs.compactMap { pair in pair.1.map { "\(pair.0)=\($0)" } }.joined(separator: " ")
  }

  private func contents(_ chapters: [HTMLChapter]) -> HTML {
    var links: HTML = ""
    for chapter in chapters {
      links += "<li><a href=\"#\(chapter.anchor)\">\(chapter.title)</a></li>"
    }
    return """
      <nav aria-label="\(words("Contents"))"><ul>\(links)\
      <li><a href="#input">\(words("From lines to page views"))</a></li>\
      <li><a href="#trust">\(words("How to trust these figures"))</a></li></ul></nav>

      """
  }

  private var footer: HTML {
    let made = words.markup(
      "Made by logagg {version} under the policy {policy} for the audience {audience}. This page loads nothing and runs no script.",
      [
        "version": "\(ProductVersion.current)", "policy": "<bdi>\(report.policy.name)</bdi>",
        "audience": "<bdi>\(report.policy.audience.name)</bdi>",
      ])
    return "<footer><p>\(made)</p></footer>\n"
  }
}
