import Testing

@testable import LogAggregate

@Suite struct PathNormalFormTests {
  @Test("every composed letter of two parts is found, and it alone")
  func wholeTable() {
    var found = 0
    for code in UInt32(0xC0)...0x30FF {
      // The standard library takes canonically equal strings for equal: an oracle without a table.
      guard let whole = Unicode.Scalar(code) else { continue }
      for mark in [0x300, 0x301, 0x302, 0x303, 0x308, 0x30C, 0x323, 0x3099] as [UInt32] {
        guard let joined = PathNormalForm.compose(code, mark) else { continue }
        var apart = String.UnicodeScalarView([whole])
        if let mark = Unicode.Scalar(mark) { apart.append(mark) }
        #expect(Unicode.Scalar(joined).map { String(Character($0)) } == String(apart))
        found += 1
      }
    }
    #expect(found > 200)
  }

  @Test("every record of the table can be reached")
  func reachable() {
    let records = PathNormalFormData.records
    let length = PathNormalFormData.recordLength
    #expect(records.count % length == 0)
    var text = ""
    for index in records.indices { text.unicodeScalars.append(Unicode.Scalar(records[index])) }
    for line in text.split(separator: "\n") {
      let numbers = [line.prefix(4), line.dropFirst(4).prefix(4), line.suffix(4)]
        .compactMap { UInt32($0, radix: 16) }
      #expect(PathNormalForm.compose(numbers[1], numbers[0]) == numbers[2], "\(line)")
    }
  }
}
