internal import LogAggregate

/// The report as one page of HTML: no script, no request, one style named by its hash.
struct HTMLReport {
  let report: ReleasedReport
  private let rowLimit: Int

  init(_ report: ReleasedReport) {
    self.report = report
    rowLimit = Self.rowLimit(report.tables.map(\.rows.count))
  }

  /// The page, as UTF-8.
  var bytes: [UInt8] { Array(page.source.utf8) }

  /// The most rows of one table that keep the page within 900 rows, so that it stays small enough
  /// to mail; JSON and CSV hold all.
  static func rowLimit(_ counts: [Int]) -> Int {
    let steps = [400, 200, 100, 50]
    return steps.first { step in counts.reduce(0) { $0 + min($1, step) } <= 900 } ?? 25
  }

  private var title: String { report.siteName ?? "Audience report" }

  private var page: HTML {
    let period = Labels.period(report.period)
    let style = StyleSheet(
      fixed: HTMLStyle.css, left: Visible.cut(title, to: 60), right: period)
    var body: HTML = ""
    body += HTMLMasthead(report: report, title: title, period: period).html
    body += "<main id=\"report\">\n"
    body += HTMLHeadline(report: report).html
    let chapters = HTMLChapter.chapters(of: report)
    body += contents(chapters)
    for chapter in chapters { body += chapter.html(rowLimit: rowLimit) }
    body += HTMLWaterfall(input: report.input).html
    body += HTMLTrust(report: report).html
    body += "</main>\n"
    return """
      <!DOCTYPE html>
      <html lang="en">
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
      <body>
      <a class="skip" href="#report">Skip to the figures</a>
      \(body)\(footer)</body>
      </html>

      """
  }

  private func contents(_ chapters: [HTMLChapter]) -> HTML {
    var links: HTML = ""
    for chapter in chapters {
      links += "<li><a href=\"#\(chapter.anchor)\">\(chapter.title)</a></li>"
    }
    return """
      <nav aria-label="Contents"><ul>\(links)<li><a href="#input">From lines to page views</a></li>\
      <li><a href="#trust">How to trust these figures</a></li></ul></nav>

      """
  }

  private var footer: HTML {
    """
    <footer><p>Made by logagg \(ProductVersion.current) under the policy \
    <bdi>\(report.policy.name)</bdi> for the audience <bdi>\(report.policy.audience.name)</bdi>. \
    This page loads nothing and runs no script.</p></footer>

    """
  }
}
