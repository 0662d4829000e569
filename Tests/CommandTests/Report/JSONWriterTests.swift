import Foundation
import Testing

@testable import logagg

@Suite struct JSONWriterTests {
  private func text(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "a strict reader reads back every string that was written",
    arguments: [
      "plain", "\"\\/", "\u{0}\u{1F}\u{7F}\u{9B}", "\r\n\t", "</script>", "\u{202E}x", "日本語",
      "👩\u{200D}💻",
      "\u{E0041}", "\u{2028}\u{2029}",
    ])
  func strings(original: String) throws {
    let written = text(.list([.string(original)]))
    #expect(!written.unicodeScalars.contains { Visible.isHidden($0) })
    #expect(!written.contains("<"))
    let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String]
    #expect(read == [original])
  }

  @Test("so it does with every character of ASCII among others that need no escape")
  func characters() throws {
    let texts = (0..<128 as Range<UInt8>).map { "a\(Character(Unicode.Scalar($0)))b" }
    let written = text(.list(texts.map(JSONValue.string)))
    #expect(!written.unicodeScalars.contains { Visible.isHidden($0) && $0 != "\n" })
    #expect(!written.contains("<"))
    #expect(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String] == texts)
  }

  @Test("members keep their order, rows take one line each")
  func layout() {
    let value = JSONValue.object([
      ("b", .integer(1)), ("a", .null), ("list", .list([.bool(true), .fixed(78)])),
      ("rows", .array([.record([("key", .string("x")), ("n", .integer(2))]), .record([])])),
      ("none", .array([])),
    ])
    #expect(
      text(value) == """
        {
          "b": 1,
          "a": null,
          "list": [true, 0.0078],
          "rows": [
            {"key": "x", "n": 2},
            {}
          ],
          "none": []
        }
        """)
  }
}
