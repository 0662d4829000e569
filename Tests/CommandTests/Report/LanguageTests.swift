import Foundation
import LogAggregate
import Testing

@testable import logagg

@Suite struct LanguageTests {
  private static func bundled(_ name: String) throws -> Language { try LanguageSource.load(name) }

  @Test("the bundled catalogues are valid and hold the same phrases")
  func catalogues() throws {
    let german = try Self.bundled("de").phrases
    #expect(german.count > 250)
    for name in BundledLanguages.catalogues {
      let language = try Self.bundled(name)
      #expect(language.tag == name)
      #expect(Set(language.phrases.keys) == Set(german.keys), "\(name)")
    }
  }

  @Test(
    "numbers stand in the reader's groups and digits",
    arguments: [
      ("en", 12_345_678, "12,345,678", "12.3%"), ("de", 12_345_678, "12.345.678", "12,3 %"),
      ("hi", 12_345_678, "1,23,45,678", "12.3%"), ("zh", 12_345_678, "12,345,678", "12.3%"),
      ("hi", 1_000_000_000_000, "10,00,00,00,00,000", "12.3%"), ("de", 999, "999", "12,3 %"),
    ])
  func numbers(name: String, number: Int, grouped: String, share: String) throws {
    let language = try Self.bundled(name)
    #expect(language.number(number) == grouped)
    #expect(language.numbers.percent(123, of: 1_000) == share)
  }

  @Test("digits of another script are written where a catalogue has them")
  func digits() throws {
    let language = try Language(
      text: """
        schema = "logagg.language/1"
        tag = "mr"
        name = "मराठी"
        [numbers]
        groups = [3, 2]
        digits = "०१२३४५६७८९"
        """, file: "mr.toml")
    #expect(language.number(1_234_567) == "१२,३४,५६७")
    #expect(language.numbers.rate(1, of: 3) == "३३.३३%")
  }

  @Test(
    "days are written as the reader's language writes them",
    arguments: [
      ("en", "Thursday, 19 November 2026", "19–21 November 2026"),
      ("de", "Donnerstag, 19. November 2026", "19.–21. November 2026"),
      ("hi", "गुरुवार, 19 नवंबर 2026", "19–21 नवंबर 2026"),
      ("zh", "2026年11月19日星期四", "2026年11月19日至21日"),
    ])
  func days(name: String, day: String, days: String) throws {
    let dates = try Self.bundled(name).dates
    let first = try #require(CalendarDay("2026-11-19"))
    #expect(dates.span(first, first) == day)
    #expect(dates.span(first, try #require(CalendarDay("2026-11-21"))) == days)
  }

  @Test("sentences whose places are filled already are translated by their pattern")
  func patterns() throws {
    let german = try Self.bundled("de")
    #expect(german("Members by industry") == "Mitglieder nach industry")
    #expect(german("nobody translated this") == "nobody translated this")
    // A pattern that begins with a place is no pattern of a sentence: it would be found in half of one.
    #expect(german("nobody speaks of this") == "nobody speaks of this")
    #expect(
      german("Coarser than these, and shown: Sections, Members by industry.")
        == "Gröber als diese und gezeigt: Bereiche, Mitglieder nach industry.")
    #expect(Phrase("a {x} b {y}").values(in: "a 1 b 2") == ["x": "1", "y": "2"])
    #expect(Phrase("a {x} b").values(in: "a 1 c") == nil)
    #expect(Phrase("a {x}").values(in: "a ") == nil)
  }

  @Test(
    "a catalogue with a slip is told with its line",
    arguments: [
      (#""{count} days" = "Tage""#, "places"), ("colour = 1", "unknown key"),
      (#"[numbers]\#ndigits = "012""#, "ten"), (#"[dates]\#nmonths = ["a"]"#, "12"),
    ])
  func slips(line: String, told: String) {
    let head = """
      schema = "logagg.language/1"
      tag = "xx"
      name = "X"

      """
    let isPhrase = line.hasPrefix("\"")
    let text = head + (isPhrase ? "[phrases]\n" : "") + line
    do throws(PolicyError) {
      _ = try Language(text: text, file: "x.toml")
      Issue.record("it was read")
    } catch {
      #expect("\(error)".contains(told), "\(error)")
      #expect(error.line != nil)
    }
  }

  /// A language whose every phrase is marked, so that what is not looked up stands out.
  private static func marked() throws -> String {
    var text = "schema = \"logagg.language/1\"\ntag = \"xx\"\nname = \"X\"\n[dates]\n"
    text += "day = \"⟦{day} {number} {year}⟧\"\nweekday_and_day = \"⟦{day} {year}⟧\"\n"
    text += "short_day = \"⟦{day} {month}⟧\"\n"
    text += "hour = \"⟦{hour}⟧\"\n[phrases]\n"
    for phrase in try bundled("de").phrases.keys.sorted() {
      text += "\"\(phrase)\" = \"⟦\(phrase)⟧\"\n"
    }
    return text
  }

  /// What stands outside of every mark.
  private static func unmarked(_ text: String) -> String {
    var depth = 0
    return String(
      text.filter { character in
        if character == "⟦" { depth += 1 }
        if character == "⟧" { depth -= 1 }
        return depth == 0 && character != "⟧"
      })
  }

  /// What a run is given: options, and its log.
  private static let runs = [
    "--audience internal $SAMPLES/access.log.gz",
    "--policy industrykart-2019 --audience advertiser $SAMPLES/access.log.gz",
    // Small sites: some tables show totals only, then nothing is shown.
    "--audience internal head-400", "--audience internal head-3", "--audience advertiser head-400",
  ]

  @Test("every word of a report but its data is a phrase of the catalogues", arguments: runs)
  func complete(_ run: String) throws {
    let scratch = try Scratch()
    try scratch.write(Data(Self.marked().utf8), to: "xx.toml")
    let outcome = try scratch.run(
      """
      for count in 3 400; do zcat "$SAMPLES/access.log.gz" | head -n $count > head-$count; done
      logagg --site "$SAMPLES/site.toml" --language ./xx.toml -o r.html -o r.txt -o r.md -o r.json \(run)
      """)
    try #require(outcome.status == 0, "\(outcome.message)")
    try Self.expectMarked(scratch)
  }

  @Test("every word of a sum of releases but its data is a phrase of the catalogues")
  func completeSum() throws {
    let scratch = try Scratch()
    try scratch.write(Data(Self.marked().utf8), to: "xx.toml")
    let outcome = try scratch.run(
      """
      logagg --audience internal --ledger l.jsonl -o day.txt "$SAMPLES/access.log.gz"
      logagg period --ledger l.jsonl --audience internal --month 2026-11 --language ./xx.toml \
        -o r.html -o r.txt -o r.md -o r.json
      """)
    try #require(outcome.status == 0, "\(outcome.message)")
    try Self.expectMarked(scratch)
  }

  private static func expectMarked(_ scratch: Scratch) throws {
    // The data, as the neutral form has it, and the names of products, units and status classes.
    let data = try dataWords(scratch.text("r.json"))
    var known = Set(
      data.split { !$0.isLetter && $0 != "-" && $0 != "." }.map { $0.lowercased() })
    known.formUnion(["logagg", "sha-", "kb", "mb", "gb", "content", "counter", "page"])
    let page = try scratch.text("r.html")
    let text = page.replacing(#/<style>[\s\S]*?<\/style>/#, with: " ")
      .replacing(#/<[^>]*>/#, with: " ")
    for form in [text, try scratch.text("r.txt"), try scratch.text("r.md")] {
      // A name that is cut for want of room has half a word on each side of the cut.
      let whole = form.replacing(#/[\p{L}-]+…[\p{L}-]*/#, with: "…")
      let words = unmarked(whole).split { !$0.isLetter && $0 != "-" && $0 != "." }
      let unknown = Set(words.map { $0.lowercased() }).filter {
        $0.contains(where: \.isLetter) && $0.count > 2
      }
      .subtracting(known)
      #expect(unknown.isEmpty, "\(unknown.sorted().prefix(20))")
    }
  }

  /// The words of a report's neutral form without those that people read: headings, notes and reasons.
  private static func dataWords(_ json: String) throws -> String {
    json.replacing(#/"(title|why)": "[^"]*"/#, with: "")
      .replacing(#/"notes": \[[^\]]*\]/#, with: "")
  }
}
