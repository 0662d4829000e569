#if ZSTD
  import Foundation
  import Testing

  @testable import LogAggregate

  /// What the program `zstd` writes; where it is missing these tests are skipped.
  @Suite(.enabled(if: Zstd.exists, "needs zstd")) struct ZstdTests {
    static let text = Array(repeating: ByteStreamTests.text, count: 3000).flatMap { $0 }

    @Test(
      "one frame and several, small steps and large, with checksums and without",
      arguments: [[], ["-19", "--long=27"], ["--no-check"], ["-1", "-B1M", "-T2"]])
    func frames(_ options: [String]) throws {
      let folder = try TemporaryFolder()
      let frame = try Zstd.compress(Self.text, options)
      for (count, bytes) in [(1, frame), (2, frame + frame)] {
        let path = try folder.write(bytes, "log.zst")
        for step in [997, 4096, 1 << 20] {
          let found = ReadBytes.from(path, step: step)
          #expect(found.error == nil)
          #expect(found.bytes == Array(repeating: Self.text, count: count).flatMap { $0 })
        }
      }
    }

    @Test("a frame to be skipped comes first, as pzstd writes it")
    func skippable() throws {
      let folder = try TemporaryFolder()
      let skipped: [UInt8] = [0x50, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]
      let path = try folder.write(skipped + (try Zstd.compress(Self.text, [])), "log.zst")
      let found = ReadBytes.from(path)
      #expect(found.error == nil)
      #expect(found.bytes == Self.text)
    }

    @Test("a frame that is cut, changed or followed by other bytes is damage")
    func damaged() throws {
      let folder = try TemporaryFolder()
      let frame = try Zstd.compress(ByteStreamTests.text, ["--check"])
      for length in 4..<frame.count {
        let path = try folder.write(Array(frame[..<length]), "cut.zst")
        if case .truncated = ReadBytes.from(path).error {} else { Issue.record("\(length)") }
      }
      var changed = frame
      changed[frame.count - 1] ^= 1
      if case .corrupt = ReadBytes.from(try folder.write(changed, "changed.zst")).error {
      } else {
        Issue.record("a wrong checksum is taken")
      }
      let tail = ReadBytes.from(try folder.write(frame + [1, 2, 3, 4, 5, 6], "tail.zst"))
      if case .trailingGarbage = tail.error {} else { Issue.record("garbage is taken") }
      #expect(tail.bytes == ByteStreamTests.text)
    }

    @Test("every changed byte of a frame with a checksum is damage, or changes nothing")
    func changed() throws {
      let folder = try TemporaryFolder()
      let frame = try Zstd.compress(ByteStreamTests.text, ["--check"])
      // Behind the signature; without one the bytes are plain.
      for place in 4..<frame.count {
        var changed = frame
        changed[place] ^= 0x10
        let found = ReadBytes.from(try folder.write(changed, "changed.zst"))
        if found.error == nil { #expect(found.bytes == ByteStreamTests.text, "\(place)") }
      }
    }

    @Test("zeros behind the last frame are padding, gzip behind it is not", arguments: [0, 1, 700])
    func padded(_ count: Int) throws {
      let folder = try TemporaryFolder()
      let frame = try Zstd.compress(ByteStreamTests.text, [])
      let zeros = [UInt8](repeating: 0, count: count)
      let found = ReadBytes.from(try folder.write(frame + zeros, "log.zst"))
      #expect(found.error == nil)
      #expect(found.bytes == ByteStreamTests.text)
      let mixed = try folder.write(frame + zeros + Gzip.fixed(ByteStreamTests.text), "mixed.zst")
      if case .trailingGarbage = ReadBytes.from(mixed).error {
      } else {
        Issue.record("gzip is taken")
      }
    }

    @Test("a frame that asks for more than 128 MiB is refused, whatever it holds")
    func window() throws {
      let folder = try TemporaryFolder()
      // A descriptor of 0, so that a window follows: one byte, the exponent less 10 in its upper bits.
      func frame(exponent: UInt8) -> [UInt8] {
        // Then one raw block, the last, of two bytes.
        [0x28, 0xB5, 0x2F, 0xFD, 0, (exponent - 10) << 3, 0x11, 0, 0, 0x61, 0x0A]
      }
      let allowed = ReadBytes.from(try folder.write(frame(exponent: 27), "allowed.zst"))
      #expect(allowed.error == nil)
      #expect(allowed.bytes == [0x61, 0x0A])
      let refused = ReadBytes.from(try folder.write(frame(exponent: 28), "refused.zst"))
      if case .unsupportedCompression(_, _, let command) = refused.error {
        #expect(command.contains("--long"))
      } else {
        Issue.record("no limit")
      }
      // What stood before comes out first.
      let second = ReadBytes.from(
        try folder.write(frame(exponent: 20) + frame(exponent: 31), "second.zst"))
      #expect(second.bytes == [0x61, 0x0A])
      #expect(second.error != nil)
    }
  }

  /// The program `zstd`.
  enum Zstd {
    static let path = "/usr/bin/zstd"
    static var exists: Bool { FileManager.default.isExecutableFile(atPath: path) }

    static func compress(_ bytes: [UInt8], _ options: [String]) throws -> [UInt8] {
      let folder = try TemporaryFolder()
      let file = try folder.write(bytes, "plain")
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = ["-q"] + options + [file, "-o", file + ".zst"]
      try process.run()
      process.waitUntilExit()
      return Array(try Data(contentsOf: URL(filePath: file + ".zst")))
    }
  }
#else
  import Testing

  @Suite struct ZstdTests {
    @Test("zstd frames", .disabled("built without the package trait ZSTD")) func frames() {}
  }
#endif
