import Foundation
import Testing

@testable import LogAggregate

@Suite struct PunycodeTests {
  private func decode(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let scalars = Punycode.decode(bytes.span) else { return nil }
    return String(String.UnicodeScalarView(scalars))
  }

  private func encode(_ text: String) -> String? {
    Punycode.encode(Array(text.unicodeScalars)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    "the samples of RFC 3492 go both ways",
    arguments: [
      ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"), ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
      ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
      ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
      ("почемужеонинеговорятпорусски", "b1abfaaepdrnnbgefbadotcwatmq2g4l"),
      ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"), ("パフィーdeルンバ", "de-jg4avhby1noc0d"),
      ("-> $1.00 <-", "-> $1.00 <--"), ("bücher", "bcher-kva"),
    ])
  func samples(_ text: String, _ coded: String) {
    #expect(encode(text) == coded)
    #expect(decode(coded) == text)
  }

  @Test(
    "what stands for nothing is refused",
    arguments: ["99999999", "a-é", "a!", "ab-\u{7F}", "zzzzzzzzzz9"])
  func refused(_ coded: String) {
    #expect(decode(coded) == nil)
  }

  static let vectors = TestReferrers.folder.appending(path: "publicsuffix/idna_test_vectors.txt")

  @Test("labels of the IDNA vectors go both ways", .enabled(if: TestReferrers.exist))
  func vectors() throws {
    var labels = 0
    for line in try String(contentsOf: Self.vectors, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("#") || line.contains("\\") { continue }
      let columns = line.split(separator: ";", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard columns.count > 4, ["", "[]"].contains(columns[2]), ["", "[]"].contains(columns[4])
      else {
        continue
      }
      let unicode = columns[1].isEmpty ? columns[0] : columns[1]
      let ascii = columns[3].isEmpty ? unicode : columns[3]
      for (label, coded) in zip(unicode.split(separator: "."), ascii.split(separator: "."))
      where coded.hasPrefix("xn--") {
        #expect(encode(String(label)) == String(coded.dropFirst(4)))
        #expect(decode(String(coded.dropFirst(4))) == String(label))
        labels += 1
      }
    }
    #expect(labels > 200)
  }

  @Test(
    "a domain is shown in letters only where they cannot mislead",
    arguments: [
      ("xn--bcher-kva.de", "bücher.de"), ("xn--85x722f.com.cn", "食狮.com.cn"),
      ("xn--90adhhccf5aeewt7j.xn--p1ai", "игорныйбизнес.рф"),
      ("xn--80ak6aa92e.com", "xn--80ak6aa92e.com"), ("xn--pple-43d.com", "xn--pple-43d.com"),
      ("xn--zz9999.com", "xn--zz9999.com"), ("xn--mgbh0fb.com", "xn--mgbh0fb.com"),
      ("example.com", "example.com"), ("xn--abc-xdd.com", "xn--abc-xdd.com"),
      ("xn--example-.com", "xn--example-.com"),
    ])
  func displayed(_ domain: String, _ shown: String) {
    let bytes = Array(domain.utf8)
    #expect(Punycode.displayed(bytes.span) == shown)
  }
}
