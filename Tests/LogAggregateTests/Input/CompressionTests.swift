import Testing

@testable import LogAggregate

@Suite struct CompressionTests {
  @Test("every signature is told, and no shorter one")
  func signatures() {
    let known: [([UInt8], String)] = [
      ([0x1F, 0x8B], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"), ([0x42, 0x5A, 0x68], "bzip2"),
      ([0x50, 0x4B, 0x03, 0x04], "zip"), ([0x1F, 0x9D], "compress"),
    ]
    for (bytes, name) in known {
      #expect(bytes.count <= Compression.signatureLength)
      for length in 0..<bytes.count {
        #expect(Compression(signature: Array(bytes[..<length]).span) == .none)
      }
      switch Compression(signature: (bytes + [0, 255]).span) {
      case .none: Issue.record("\(name) is not told")
      case .gzip: #expect(name == "gzip")
      case .foreign(let kind, _): #expect(kind == name)
      }
    }
  }
}
