import Foundation
import Testing

@testable import logagg

/// Reports of a real run in which every name that a report can show is hostile.
enum HostileReport {
  private static let bidirectional = "\u{202E}evil\u{2066}"

  /// Names that are markup, formulas, control characters, or far too long.
  private static let names = [
    "<script>alert(1)</script>", "\"onmouseover=alert(1) x=\"", "=cmd|' /C calc'!A0", "@SUM(A1)",
    "+1+1", "-2+3", bidirectional, "[a](javascript:alert(1))", "![x](https://evil.example/x.png)",
    "| a | b |", "`code` **bold**", "&lt;b&gt;", "a,b;\"c\"", "</title><img src=x>", "]]>",
    String(repeating: "long ", count: 1_000), "\u{1B}[31mred",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}",
  ]

  /// What the policy and the site are called: neither takes a hidden character.
  static let title = names.filter { !$0.unicodeScalars.contains(where: Visible.isHidden) }
    .joined(separator: " ")

  /// A run whose site, sections, pages and policy bear hostile names.
  static func run() throws -> Scratch {
    let scratch = try Scratch()
    var log = InventedLog()
    for (number, name) in names.enumerated() {
      let path = name.utf8.map { String(format: "%%%02X", $0) }.joined()
      for visitor in 0..<60 {
        log.add(visitor: visitor, path: "/\(path.prefix(5_000))", second: number * 7)
        log.add(visitor: visitor, path: "/n\(number)/\(path.prefix(5_000))", second: number * 7 + 1)
        log.add(
          visitor: visitor, path: "/books/", second: number * 7 + 2,
          referrer: "https://\(path.prefix(200)).example.com/")
      }
    }
    try scratch.write(log.data, to: "access.log")
    func quoted(_ text: String) -> String {
      let scalars = text.unicodeScalars.map { String(format: "\\U%08X", $0.value) }
      return "\"\(scalars.joined())\""
    }
    var site = "[site]\nname = \(quoted(title))\nhosts = [\"www.example.com\"]\n"
    for (number, name) in names.enumerated()
    where !name.unicodeScalars.contains(where: Visible.isHidden) {
      site += "[[sections]]\npattern = \"/n\(number)/*\"\nname = \(quoted(name))\n"
    }
    try scratch.write(Data(site.utf8), to: "site.toml")
    let shown = try scratch.run("logagg policies show standard")
    let policy = shown.output.components(separatedBy: "\n").map { line in
      line.hasPrefix("title = ") ? "title = \(quoted(title))" : line
    }
    try scratch.write(Data(policy.joined(separator: "\n").utf8), to: "policy.toml")
    let outcome = try scratch.run(
      """
      logagg --policy ./policy.toml --site site.toml --audience internal \
        -o r.html -o r.json -o r.csv -o r.txt -o r.md -o r.xlsx access.log
      """)
    try #require(outcome.status == 0, "\(outcome.message)")
    return scratch
  }
}
