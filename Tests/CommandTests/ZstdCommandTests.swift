#if ZSTD
  import Foundation
  import Testing

  /// The command reads `.zst` logs as it reads `.gz`: the same statuses, the same salvage, bounded memory.
  @Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/zstd"), "needs zstd"))
  struct ZstdCommandTests {
    private static let preparation = """
      head -n 300 good.log | zstd -q > one.zst; tail -n +301 good.log | zstd -q --ultra -22 > two.zst
      cat one.zst two.zst > x.zst
      """

    private func scratch() throws -> Scratch {
      let scratch = try Scratch()
      try scratch.write(
        InventedLog(visitors: 200, paths: ["/", "/news/", "/a/"]).data, to: "good.log")
      #expect(try scratch.run(Self.preparation).status == 0)
      return scratch
    }

    @Test("frames one after another give the plain log's report, from a file and from a pipe")
    func report() throws {
      let scratch = try scratch()
      let options = "-q --audience internal --format json"
      let plain = try scratch.run("logagg \(options) good.log")
      #expect(plain.status == 0)
      #expect(try scratch.run("logagg \(options) x.zst").output == plain.output)
      #expect(try scratch.run("cat x.zst | logagg \(options)").output == plain.output)
      #expect(try scratch.run("logagg \(options) one.zst two.zst").output == plain.output)
    }

    @Test(
      "damage ends with 65 and no output, with --salvage in a report that says so",
      arguments: [
        ("cut", "head -c $(($(wc -c < x.zst) - 9)) x.zst > d.zst", "ends too early"),
        (
          "changed",
          "(head -c $(($(wc -c < x.zst) - 1)) x.zst; printf x) > d.zst", "damaged"
        ),
        ("followed", "(cat x.zst; echo text) > d.zst", "follow the compressed data"),
      ])
    func damage(_ name: String, _ preparation: String, _ problem: String) throws {
      let scratch = try scratch()
      #expect(try scratch.run(preparation).status == 0)
      let outcome = try scratch.run("logagg -q -o report.html d.zst")
      #expect(outcome.status == 65, "\(name)")
      #expect(outcome.message.contains(problem) && outcome.message.contains("--salvage"), "\(name)")
      #expect(try scratch.run("test ! -e report.html").status == 0)
      let salvaged = try scratch.run("logagg -q --salvage --format json d.zst")
      #expect(salvaged.status == 0, "\(name)")
      #expect(salvaged.output.replacing(" ", with: "").contains("\"complete\":false"), "\(name)")
    }

    @Test("a window beyond 128 MiB ends with 65 and the pipe that reads it")
    func window() throws {
      let scratch = try scratch()
      let line = "printf '\\050\\265\\057\\375\\000\\220\\021\\000\\000a\\n' > w.zst; logagg w.zst"
      let outcome = try scratch.run(line)
      #expect(outcome.status == 65)
      #expect(outcome.message.contains("zstd -dc --long=31 FILE | logagg"))
    }

    @Test("a gigabyte of zeros in a few kilobytes costs no memory", .timeLimit(.minutes(5)))
    func bomb() throws {
      let scratch = try scratch()
      let outcome = try scratch.run(
        """
        head -c 1073741824 /dev/zero | zstd -q -3 > z; cat one.zst z > x.zst
        logagg -q -j 1 --max-rejected 100 --format json x.zst > report.json 2> errors & p=$!
        while r=$(grep VmHWM /proc/$p/status 2>&1) && test -n "$r"; do last=$r; sleep 0.01; done
        wait $p; echo "$? $last"
        """, limit: 240)
      let words = outcome.output.split { $0 == " " || $0 == "\t" || $0 == "\n" }
      #expect(words.first == "0")
      let peak = words.count > 2 ? Int(words[2]) ?? 0 : 0
      #expect(peak > 1000 && peak < 128 << 10, "\(peak) KiB")
    }
  }
#else
  import Testing

  @Suite struct ZstdCommandTests {
    @Test("zstd logs", .disabled("built without the package trait ZSTD")) func logs() {}
  }
#endif
