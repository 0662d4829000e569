import Testing

@testable import LogAggregate

@Suite("The digest of an input's lines")
struct LineDigestTests {
  @Test("each byte of a line counts, at every length")
  func everyByte() throws {
    let hash = LineHash(key: try LedgerKey.random())
    for length in 0..<200 {
      let line = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let own = hash(line.span)
      #expect(hash((line + [0]).span) != own)
      for index in line.indices {
        var changed = line
        changed[index] ^= 1
        #expect(hash(changed.span) != own, "byte \(index) of \(length)")
      }
    }
  }

  @Test("lines that trade their ends have another sum")
  func tradedEnds() throws {
    let hash = LineHash(key: try LedgerKey.random())
    let parts = [1, 2, 3, 4].map { [UInt8](repeating: $0, count: 64) }
    func sum(_ lines: [[UInt8]]) -> LineDigest {
      var digest = LineDigest()
      for line in lines { digest.add(hash(line.span)) }
      return digest
    }
    let straight = sum([parts[0] + parts[1], parts[2] + parts[3]])
    #expect(sum([parts[2] + parts[3], parts[0] + parts[1]]) == straight)
    #expect(sum([parts[0] + parts[3], parts[2] + parts[1]]) != straight)
    #expect(sum([parts[0] + parts[1]]) != straight)
  }

  @Test("another key gives another digest")
  func otherKey() throws {
    let line = Array("a line".utf8)
    let (one, other) = (try LedgerKey.random(), try LedgerKey.random())
    #expect(LineHash(key: one)(line.span) != LineHash(key: other)(line.span))
    #expect(one.tag("use", line) != other.tag("use", line))
    #expect(one.tag("use", line) != one.tag("another use", line))
  }
}
