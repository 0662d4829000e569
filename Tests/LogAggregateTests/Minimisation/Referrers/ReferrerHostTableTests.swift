import Testing

@testable import LogAggregate

@Suite struct ReferrerHostTableTests {
  @Test("every line of every table is found, and its neighbours in spelling are not")
  func everyLine() {
    check(PublicSuffixData.lines)
    check(ReferrerListData.lines)
    check(ReferrerAdditionData.lines)
    check(ReferrerSpamData.lines)
  }

  private func check(_ lines: Span<UInt8>) {
    let bytes = lines.indices.map { lines[$0] }
    let rows = bytes.split(separator: UInt8(ascii: "\n")).map { $0.split(separator: 0x20) }
    let names = Set(rows.map { Array($0[0]) })
    #expect(rows.count > 100)
    #expect(names.count == rows.count)
    for row in rows {
      let name = Array(row[0])
      let length = ReferrerHostTable.value(of: name.span, in: lines)?.count
      #expect(length == row[1].count)
      for near in [name + [0x61], Array(name.dropLast()), [0x61] + name] where !names.contains(near)
      {
        let isFound = ReferrerHostTable.value(of: near.span, in: lines) != nil
        #expect(!isFound)
      }
    }
  }
}
