import Foundation
import Testing

@testable import logagg

/// Reports in which every name that a report can show is hostile.
@Suite struct WholeReportTests {
  @Test("hostile names are text in every form, and no control, turn or escape goes out")
  func harmless() throws {
    let scratch = try HostileReport.run()
    for form in ReportFormat.allCases where form != .json && form != .xlsx {
      let text = try scratch.text("r.\(form.fileExtension)")
      let hidden = text.unicodeScalars.filter {
        Visible.isHidden($0) && $0 != "\n" && $0 != "\r"
      }
      #expect(hidden.isEmpty, "\(form)")
    }
    let json = try scratch.read("r.json")
    #expect(!json.contains { $0 < 0x20 && $0 != 0x0A })
    let site = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    let name = (site?["site"] as? [String: Any])?["name"] as? String
    #expect(name == HostileReport.title, "JSON keeps a name as it is")
    let sizes = try ReportFormat.allCases.map { try scratch.read("r.\($0.fileExtension)").count }
    #expect(sizes.allSatisfy { $0 < 600_000 }, "\(sizes)")
  }

  @Test("the page loads nothing, runs nothing, and is well formed whatever the names are")
  func page() throws {
    let text = try HostileReport.run().text("r.html")
    let page = try ReportForms.html(text)
    let allowed: Set<String> = [
      "html", "head", "meta", "title", "link", "style", "body", "a", "header", "p", "h1", "h2",
      "h3", "h4", "dl", "div", "dt", "dd", "bdi", "span", "main", "section", "nav", "ul", "li",
      "details", "summary", "small", "strong", "table", "caption", "thead", "tbody", "tr", "th",
      "td", "svg", "rect", "line", "text", "code", "footer",
    ]
    #expect(page.elements.subtracting(allowed.union(["title"])).isEmpty)
    for attribute in page.attributes {
      #expect(!attribute.name.lowercased().hasPrefix("on"))
      #expect(!["src", "srcset", "action", "formaction", "style"].contains(attribute.name))
      if attribute.name.contains("href") {
        #expect(attribute.value.hasPrefix("#") || attribute.value.hasPrefix("data:image/svg"))
      }
    }
    let policy = page.attributes.first { $0.value.hasPrefix("default-src 'none'") }
    #expect(policy?.value.contains("script") == false)
    #expect(!text.contains("url(") && !text.contains("@import"))
  }

  @Test("no field of CSV begins as a formula does")
  func formulas() throws {
    let rows = try ReportForms.csv(HostileReport.run().read("r.csv"))
    for field in rows.joined() {
      #expect(!["=", "+", "-", "@", "\t", "\r"].contains { field.hasPrefix($0) }, "\(field)")
    }
  }

  @Test("Markdown holds no link, image or markup of a name, and each table row one line")
  func markdown() throws {
    let text = try HostileReport.run().text("r.md")
    let unescaped = text.replacing("\\]", with: "").replacing("\\:", with: "")
    #expect(!text.contains("<") && !unescaped.contains("](") && !unescaped.contains("://"))
    for (heading, grid) in ReportForms.markdown(text) {
      let widths = Set(grid.map(\.count))
      #expect(widths.count <= 1 || heading.hasPrefix("\\"), "\(heading)")
    }
  }

  @Test("no line of the text is wider than 80 columns")
  func width() throws {
    for line in try HostileReport.run().text("r.txt").components(separatedBy: "\n") {
      #expect(Visible.columns(line) <= 80)
    }
  }

  @Test("what is withheld is said to be, and is never zero")
  func withheld() throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 9, paths: ["/news/"]).data, to: "few.log")
    let outcome = try scratch.run(
      "logagg --audience public -o r.html -o r.json -o r.csv -o r.txt -o r.md few.log")
    try #require(outcome.status == 0)
    for form in ["html", "txt", "md"] {
      #expect(try scratch.text("r.\(form)").contains("withheld"))
    }
    #expect(
      try scratch.text("r.json").contains(
        #""totals": {"page_views": null, "visits": null, "visitors": null, "clicks": null}"#))
    #expect(try scratch.text("r.csv").contains("totals,(all),visitors,\r\n"))
  }
}
