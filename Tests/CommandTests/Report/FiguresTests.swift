import Testing

@testable import logagg

@Suite struct FiguresTests {
  @Test(
    "digits stand in groups of three",
    arguments: [
      (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (12_345, "12,345"),
      (1_234_567, "1,234,567"), (-1_234, "-1,234"), (.min, "-9,223,372,036,854,775,808"),
    ])
  func grouped(number: Int, text: String) {
    #expect(NumberStyle.english.grouped(number) == text)
  }

  @Test(
    "shares are rounded half up to one decimal",
    arguments: [
      (1, 3, "33.3%"), (2, 3, "66.7%"), (1, 1, "100.0%"), (0, 5, "0.0%"), (1, 10_000, "<0.1%"),
      (1, 2_000, "0.1%"), (1, 2_001, "<0.1%"),
    ])
  func percent(part: Int, whole: Int, text: String) {
    #expect(NumberStyle.english.percent(part, of: whole) == text)
  }

  @Test("nothing over nothing, and what does not fit, has no share")
  func undefined() {
    #expect(NumberStyle.english.percent(0, of: 0) == nil)
    #expect(NumberStyle.english.percent(-1, of: 5) == nil)
    #expect(NumberStyle.english.percent(.max, of: 5) == nil)
  }

  @Test("a rate has four decimals for programs and two in percent for people")
  func rates() {
    #expect(Figures.scaled(312, of: 40_210, scale: 10_000).map(Figures.fixed) == "0.0078")
    #expect(NumberStyle.english.rate(312, of: 40_210) == "0.78%")
    #expect(NumberStyle.english.rate(1, of: 20) == "5.00%")
    #expect(Figures.fixed(12_345) == "1.2345")
    #expect(Figures.fixed(-5) == "-0.0005")
  }

  @Test(
    "amounts of bytes are in decimal units",
    arguments: [
      (0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (98_123_456_789, "98.1 GB"),
      (999_999, "1.0 MB"), (999_949, "999.9 kB"),
    ])
  func bytes(count: Int, text: String) {
    #expect(NumberStyle.english.byteCount(count) == text.replacing(" ", with: "\u{A0}"))
  }
}
