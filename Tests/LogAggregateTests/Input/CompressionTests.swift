import Testing

@testable import LogAggregate

@Suite struct CompressionTests {
  @Test("every signature is told, and no shorter one")
  func signatures() {
    let known: [([UInt8], String)] = [
      ([0x1F, 0x8B], "gzip"), ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"), ([0x42, 0x5A, 0x68], "bzip2"),
      ([0x50, 0x4B, 0x03, 0x04], "zip"), ([0x1F, 0x9D], "compress"),
      ([0x50, 0x2A, 0x4D, 0x18], "zstd"), ([0x5F, 0x2A, 0x4D, 0x18], "zstd"),
      ([0x04, 0x22, 0x4D, 0x18], "lz4"), (Array("LZIP".utf8), "lzip"),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "7-Zip"),
    ]
    for (bytes, name) in known {
      #expect(bytes.count <= Compression.signatureLength)
      for length in 0..<bytes.count {
        #expect(Compression(signature: Array(bytes[..<length]).span) == .none)
      }
      switch Compression(signature: (bytes + [0, 255]).span) {
      case .none: Issue.record("\(name) is not told")
      case .gzip: #expect(name == "gzip")
      case .zstd: #expect(name == "zstd")
      case .foreign(let kind, _): #expect(kind == name)
      }
    }
  }
}
