import Foundation
import Testing

@testable import LogAggregate

@Suite struct ByteStreamTests {
  static let text = Array(
    #"""
    203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326 "-" "Agent/1"
    203.0.113.9 - - [10/Oct/2000:13:55:37 -0700] "GET /b HTTP/1.0" 200 2326 "-" "Agent/1 é"

    """#.utf8)

  private static func read(_ bytes: [UInt8], step: Int = 4096) throws -> (
    bytes: [UInt8], error: InputError?
  ) {
    let folder = try TemporaryFolder()
    return ReadBytes.from(try folder.write(bytes, "input"), step: step)
  }

  @Test("plain and compressed bytes come out whole, in steps of any size")
  func whole() throws {
    let forms = [
      Self.text, Gzip.fixed(Self.text), Gzip.stored(Self.text),
      Gzip.stored(Self.text, blockSize: 7),
      Gzip.fixed(Self.text) + [UInt8](repeating: 0, count: 300_000),
      Gzip.fixed([]) + Gzip.fixed(Self.text) + Gzip.stored([]),
      Gzip.fixed(Array(Self.text[..<50])) + Gzip.stored(Array(Self.text[50...])),
    ]
    for (index, form) in forms.enumerated() {
      for step in [1, 3, 4096] {
        let found = try Self.read(form, step: step)
        #expect(found.error == nil, "form \(index)")
        #expect(found.bytes == Self.text, "form \(index)")
      }
    }
  }

  @Test("nothing, and gzip of nothing, is empty")
  func empty() throws {
    for form in [[], Gzip.stored([]), Gzip.fixed([]), Gzip.fixed([]) + Gzip.fixed([])] {
      let found = try Self.read(form)
      #expect(found.error == nil)
      #expect(found.bytes.isEmpty)
    }
  }

  @Test("a member cut at any byte is truncated, behind a beginning of the text")
  func truncated() throws {
    let folder = try TemporaryFolder()
    for member in [Gzip.fixed(Self.text), Gzip.stored(Self.text, blockSize: 40)] {
      var longest = 0
      for length in 2..<member.count {
        let path = try folder.write(Array(member[..<length]), "input")
        let found = ReadBytes.from(path)
        #expect(found.error == .truncated(path: path, offset: length))
        #expect(Self.text.starts(with: found.bytes))
        // What could be read of more is not less.
        #expect(found.bytes.count >= longest)
        longest = found.bytes.count
      }
      #expect(longest == Self.text.count)
    }
  }

  @Test("a second member cut at any byte is truncated, behind the first")
  func secondTruncated() throws {
    let first = Gzip.fixed(Self.text)
    let second = Gzip.fixed([1, 2, 3])
    for length in 2..<second.count {
      let found = try Self.read(first + second[..<length])
      if case .truncated = found.error {} else { Issue.record("length \(length)") }
      #expect(found.bytes.starts(with: Self.text))
    }
    // One byte is no member's beginning.
    let found = try Self.read(first + [0x1F])
    #expect(found.error != nil)
    #expect(found.bytes == Self.text)
  }

  @Test("what follows a member and is neither zeros nor a member is damage, behind the text")
  func garbage() throws {
    let member = Gzip.fixed(Self.text)
    for tail: [UInt8] in [[1], Array("more".utf8), [0, 0, 7], [0x1F], [0x1F, 0x8C]] {
      let found = try Self.read(member + tail)
      if case .trailingGarbage = found.error {} else { Issue.record("tail of \(tail.count)") }
      #expect(found.bytes == Self.text)
    }
  }

  @Test("any changed bit of a member is an error, or changes nothing")
  func changed() throws {
    let folder = try TemporaryFolder()
    let member = Gzip.fixed(Self.text)
    for place in member.indices.dropFirst(2) {
      for bit in 0..<8 {
        var changed = member
        changed[place] ^= 1 << bit
        let found = ReadBytes.from(try folder.write(changed, "input"))
        // The header's time and system say nothing of the text, nor do the bits that fill the last byte.
        if found.error == nil {
          #expect(place < 10 || place == member.count - 9)
          #expect(found.bytes == Self.text)
        }
      }
    }
  }

  @Test(
    "what is salvaged before damage does not depend on the size of reads, nor of a pipe's pieces")
  func beforeDamage() throws {
    let folder = try TemporaryFolder()
    var random = SeededRandom(3)
    // More than a read takes, so that decompressors work ahead.
    let long = (0..<400).flatMap { _ in Self.text.prefix(random.int(20...80)) }
    for member in [Gzip.fixed(long), Gzip.stored(long, blockSize: 999), Gzip.fixed(Self.text)] {
      for _ in 0..<60 {
        var changed = member
        let place = random.int(10...member.count - 1)
        changed[place] ^= 1 << UInt8(random.int(0...7))
        let path = try folder.write(changed, "input")
        let wanted = ReadBytes.from(path, step: 1 << 20, salvages: true)
        for step in [1, 77, 4096] {
          let found = ReadBytes.from(path, step: step, salvages: true)
          #expect(found.bytes == wanted.bytes, "byte \(place), reads of \(step)")
          #expect((found.error == nil) == (wanted.error == nil))
        }
        let pipe = SlowPipe(changed, piece: random.int(50...700))
        let piped = ReadBytes.from(pipe.path, salvages: true)
        #expect(piped.bytes == wanted.bytes, "byte \(place), a pipe")
      }
    }
  }

  @Test("a pipe may deliver its bytes one by one", arguments: [1, 2, 7])
  func slowPipe(_ piece: Int) {
    for form in [Self.text, Gzip.fixed(Self.text), Gzip.stored(Self.text) + Gzip.fixed(Self.text)] {
      let pipe = SlowPipe(form, piece: piece)
      let found = ReadBytes.from(pipe.path)
      #expect(found.error == nil)
      #expect(found.bytes.starts(with: Self.text))
      #expect(found.bytes.count % Self.text.count == 0)
    }
  }

  @Test("other compressions are named, with the command that reads them")
  func foreign() throws {
    let kinds: [([UInt8], String)] = [
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz"),
      (Array("BZh91AY".utf8), "bzip2"), ([0x50, 0x4B, 0x03, 0x04, 9, 9], "zip"),
      ([0x1F, 0x9D, 0x90, 0x61], "compress"),
    ]
    for (bytes, kind) in kinds {
      guard case .unsupportedCompression(_, kind, let command) = try Self.read(bytes).error else {
        Issue.record("\(kind)")
        continue
      }
      #expect(!command.isEmpty)
    }
  }

  @Test("gzip behind plain text is read on, wherever reads are cut")
  func gzipBehindPlain() throws {
    let member = Gzip.fixed(Self.text)
    for (index, form) in [
      Self.text + member, Self.text + Gzip.stored(Self.text),
      Self.text[..<86] + Gzip.fixed(Array(Self.text[86...])) + member,
    ].enumerated() {
      for step in [1, 2, 3, 5, 85, 86, 87, 88, 170, 171, 172, 173, 174, 4096] {
        let found = try Self.read(Array(form), step: step)
        #expect(found.error == nil, "form \(index), step \(step)")
        #expect(found.bytes == Self.text + Self.text, "form \(index), step \(step)")
      }
      for piece in [1, 7] {
        let pipe = SlowPipe(Array(form), piece: piece)
        #expect(ReadBytes.from(pipe.path).bytes == Self.text + Self.text, "form \(index)")
      }
    }
    // Behind more plain text than one read holds.
    let long = Array(repeating: Self.text, count: 4000).flatMap { $0 }
    let found = try Self.read(long + member, step: 300_000)
    #expect(found.error == nil)
    #expect(found.bytes == long + Self.text)
  }

  @Test("gzip behind plain text that is cut short or followed by text is damage")
  func damagedBehindPlain() throws {
    let member = Gzip.fixed(Self.text)
    for length in 4..<member.count {
      let found = try Self.read(Self.text + member[..<length])
      guard case .truncated(_, let offset) = found.error else {
        Issue.record("length \(length)")
        continue
      }
      #expect(offset == Self.text.count + length)
      #expect(found.bytes.starts(with: Self.text))
    }
    let tail = try Self.read(Self.text + member + Self.text)
    if case .trailingGarbage(_, let offset) = tail.error {
      #expect(offset == Self.text.count + member.count)
    } else {
      Issue.record("text behind gzip is read")
    }
  }

  @Test("within a line, and with what no member has, gzip's first bytes are text")
  func noMember() throws {
    for bytes: [UInt8] in [
      [0x20, 0x1F, 0x8B, 8, 0, 1, 2, 3], [0x0A, 0x1F, 0x8B, 7, 0, 1, 2, 3],
      [0x0A, 0x1F, 0x8B, 8, 0x20, 1, 2, 3], [0x0A, 0x1F, 0x8B, 8], [0x0A, 0x1F, 0x8B],
      [0x0A, 0x1F], [0x0A, 0x1F, 0x1F, 0x0A, 0x1F, 0x8C],
    ] {
      for step in [1, 2, 4096] {
        let found = try Self.read(bytes, step: step)
        #expect(found.error == nil)
        #expect(found.bytes == bytes)
      }
    }
  }

  @Test("beginnings of other signatures are plain text")
  func almostSignatures() throws {
    for bytes: [UInt8] in [
      [0x1F], [0x28, 0xB5, 0x2F], [0xFD, 0x37], Array("BZ".utf8), Array("PK\n".utf8),
      [0x1F, 0x8A, 0x08],
    ] {
      let found = try Self.read(bytes)
      #expect(found.error == nil)
      #expect(found.bytes == bytes)
    }
  }

  @Test("a missing file and a directory are unreadable")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    let (directory, missing) = (folder.url.path, folder.url.appending(path: "none").path)
    #expect(ReadBytes.from(directory).error == .directory(path: directory))
    if case .unreadable = ReadBytes.from(missing).error {} else { Issue.record("readable") }
  }
}
