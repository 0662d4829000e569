import Synchronization
import Testing

@testable import LogAggregate

@Suite struct DirectiveTests {
  /// A log whose columns change twice, in another order each time.
  static let log: String = {
    var text = "#Software: x\n#Fields: date time c-ip cs-method cs-uri-stem sc-status\n"
    for index in 0..<40 {
      text += "2026-10-10 08:25:\(10 + index % 50) 203.0.113.9 GET /a\(index) 200\n"
    }
    text += "#Fields: time cs-uri-stem sc-status cs-method c-ip\n#Date: 2026-10-11 00:00:00\n"
    for index in 40..<80 { text += "08:25:\(10 + index % 50) /a\(index) 200 GET 203.0.113.9\n" }
    text += "#Fields: sc-status date time cs-method c-ip cs-uri-stem\n"
    for index in 80..<120 {
      text += "200 2026-10-12 08:25:\(10 + index % 50) GET 203.0.113.9 /a\(index)\n"
    }
    return text
  }()

  @Test(
    "every chunk is read by the directives before it, whoever parses it",
    arguments: [90, 128, 200, 333, 1000, 1 << 16])
  func chunks(_ size: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(Self.log.utf8), "w3c.log")
    let slot = OpenInput.Slot(capacity: size)
    let input = OpenInput(try LogSource.file(path).open(), salvages: false)
    var targets: [String] = []
    var days: Set<Int64> = []
    var directives = 0
    while try input.fill(slot) {
      slot.chunk.withLock { chunk in
        // A fresh parser for each chunk, as if another worker took it.
        var format = W3CFormat(KnownFormat.w3cNames, dialect: .spaced)
        format.begin(header: chunk.header.span)
        var lines = LineCursor(chunk.bytes)
        var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
        while let line = lines.next() {
          if format.takes(directive: line) {
            directives += 1
            continue
          }
          do throws(Malformed) {
            let record = try format.parse(line, fields: .all, into: &places)
            let target = record[.target]
            targets.append(String(decoding: target.indices.map { target[$0] }, as: UTF8.self))
            days.insert(record.time / 86_400)
          } catch {
            Issue.record("\(error) in chunks of \(size)")
          }
        }
      }
    }
    #expect(targets == (0..<120).map { "/a\($0)" })
    #expect(days.count == 3)
    #expect(directives == 5)
  }
}
