import Testing

@testable import logagg

@Suite struct EscapingTests {
  @Test("markup in a string stays text in HTML")
  func markup() {
    #expect(
      Escaping.html(#"<script>alert("1")</script> & 'x'"#)
        == "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;")
  }

  @Test(
    "what turns, hides or ends text is written out",
    arguments: [
      ("\u{202E}gnp.exe", "<U+202E>gnp.exe"), ("\u{2066}a\u{2069}", "<U+2066>a<U+2069>"),
      ("a\u{1B}[31m", "a<U+001B>[31m"), ("a\r\nb", "a<U+000D><U+000A>b"),
      ("a\u{200B}b", "a<U+200B>b"), ("a\u{2028}b", "a<U+2028>b"), ("a\u{9B}b", "a<U+009B>b"),
      ("a\u{E0041}b", "a<U+E0041>b"), ("\u{FEFF}a", "<U+FEFF>a"), ("a\u{7F}", "a<U+007F>"),
    ])
  func hidden(text: String, safe: String) {
    #expect(Visible.text(text) == safe)
    #expect(!Escaping.html(text).unicodeScalars.contains { Visible.isHidden($0) })
    #expect(!Escaping.csv(text).unicodeScalars.contains { Visible.isHidden($0) })
    #expect(!Escaping.markdown(text).unicodeScalars.contains { Visible.isHidden($0) })
  }

  @Test(
    "ordinary text of any script is left alone",
    arguments: [
      "/news/:num/", "Söhne", "日本語", "می\u{200C}خواهم", "👩\u{200D}💻", "한국어", "1920×1080",
    ])
  func ordinary(text: String) {
    #expect(Visible.text(text) == text)
  }

  @Test("a letter carries at most four marks")
  func marks() {
    let stacked = "e" + String(repeating: "\u{301}", count: 100)
    #expect(Visible.text(stacked).unicodeScalars.count == 5)
  }

  @Test(
    "a CSV field that a spreadsheet would take for a formula begins with an apostrophe",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠1", " =1",
      "\u{200B}=1", "=cmd|'/C calc'!A0",
    ])
  func formula(text: String) {
    #expect(Escaping.csv(text).hasPrefix("\"'"))
    #expect(Escaping.csv(text).hasSuffix("\""))
  }

  @Test(
    "a CSV field is quoted only where it has to be",
    arguments: [
      ("/news", "/news"), ("a,b", "\"a,b\""), (#"a"b"#, #""a""b""#), ("a;b", "\"a;b\""), ("", ""),
      ("3–5", "3–5"), ("(other)", "(other)"),
    ])
  func quoting(text: String, field: String) {
    #expect(Escaping.csv(text) == field)
  }

  @Test(
    "Markdown syntax, tags and links in a string stay text",
    arguments: [
      ("a|b", #"a\|b"#), ("*a*", #"\*a\*"#), ("[a](b)", #"\[a\](b)"#), ("<b>", "&lt;b&gt;"),
      ("`a`", #"\`a\`"#), ("https://a.example", #"https\://a.example"#),
      ("www.a.example", #"www\.a.example"#), ("@name", #"\@name"#), (#"a\b"#, #"a\\b"#),
      ("/news/:num/", "/news/:num/"),
    ])
  func markdown(text: String, safe: String) {
    #expect(Escaping.markdown(text) == safe)
  }

  @Test("a name that is too long loses its middle")
  func cut() {
    #expect(Visible.cut("abcdefghij", to: 10) == "abcdefghij")
    #expect(Visible.cut("abcdefghijk", to: 10) == "abcde…hijk")
    #expect(Visible.columns(Visible.cut(String(repeating: "日本", count: 5_000), to: 40)) <= 40)
    #expect(Visible.cut(String(repeating: "x", count: 10_000), to: 40).count == 40)
  }

  @Test("wide characters take two columns and marks none")
  func columns() {
    #expect(Visible.columns("abc") == 3)
    #expect(Visible.columns("日本語") == 6)
    #expect(Visible.columns("e\u{301}") == 1)
    #expect(Visible.columns("한국") == 4)
    #expect(Visible.columns("👩") == 2)
  }

  @Test("a string put into markup is escaped, and markup is not escaped twice")
  func interpolation() {
    let name = "<b>&"
    let inner: HTML = "<i>\(name)</i>"
    let outer: HTML = "<p title=\"\(name)\">\(inner) \(7)</p>"
    #expect(
      outer.source == "<p title=\"&lt;b&gt;&amp;\"><i>&lt;b&gt;&amp;</i> 7</p>")
  }
}
