import Foundation
import Testing

@testable import LogAggregate

/// The handed-out compressed files, each with what a reader has to do.
@Suite(.enabled(if: TestData.exists)) struct GzipVariantsTests {
  struct Variant: Sendable, CustomTestStringConvertible {
    let file: String
    let expect: String
    let plainByteCount: Int?
    /// How many bytes GNU gzip writes before it fails.
    let writtenByteCount: Int?
    var testDescription: String { file }
  }

  static let variants: [Variant] = {
    let table = try? String(contentsOfFile: TestData.path("gzip/variants.csv"), encoding: .utf8)
    return (table ?? "").split(separator: "\n").dropFirst().map { line in
      let fields = fields(String(line))
      return Variant(
        file: "gzip/variants/\(fields[0])", expect: fields[2], plainByteCount: Int(fields[4]),
        writtenByteCount: Int(fields[7]))
    }
  }()

  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  private static func plain() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: TestData.path("gzip/variants/plain.log"))))
  }

  @Test("the table of variants is there") func table() { #expect(Self.variants.count >= 35) }

  @Test("every variant ends as its row says", arguments: variants)
  func variant(_ variant: Variant) throws {
    let plain = try Self.plain()
    let found = ReadBytes.from(TestData.path(variant.file), step: 100_000)
    switch variant.expect {
    case "ok", "report", "ok-or-error":
      #expect(found.error == nil)
      #expect(found.bytes.count == variant.plainByteCount)
      if variant.plainByteCount == plain.count { #expect(found.bytes == plain) }
    case "warn":
      // Bytes after a member that are neither zeros nor a member are damage.
      if case .trailingGarbage = found.error {} else { Issue.record("no damage is seen") }
      #expect(found.bytes == plain)
    case "error":
      switch found.error {
      case .truncated: #expect(variant.file.contains("truncated"))
      case .corrupt: #expect(!variant.file.contains("truncated"))
      default: Issue.record("neither truncated nor corrupt")
      }
      if variant.file.contains("truncated") {
        #expect(found.bytes.count == variant.writtenByteCount)
        #expect(plain.starts(with: found.bytes))
      }
    default: Issue.record("unknown expectation")
    }
  }

  @Test("a damaged log has no result, and with salvage a part of one", arguments: variants)
  func run(_ variant: Variant) async throws {
    let path = TestData.path(variant.file)
    let setting = try TestRun.setting()
    let isDamaged = ["warn", "error"].contains(variant.expect)
    let options = TestRun.options(jobs: 2, chunk: 256 << 10)
    var failure: LogRunError?
    do throws(LogRunError) {
      let aggregate = try await LogRun(setting, options: options).read([.file(path)])
      #expect(aggregate.tally.lines == NaiveTwin.lines(ReadBytes.from(path).bytes).count)
      #expect(aggregate.damages.isEmpty)
    } catch {
      failure = error
    }
    #expect((failure != nil) == isDamaged)
    guard isDamaged else { return }
    let readable = NaiveTwin.lines(ReadBytes.from(path).bytes)
    guard readable.isEmpty || readable.count > 1 else { return }
    let salvaging = TestRun.options(jobs: 2, chunk: 256 << 10, salvages: true)
    let aggregate = try await LogRun(setting, options: salvaging).read([.file(path)])
    #expect(aggregate.tally.lines == readable.count)
    #expect(aggregate.damages.count == 1)
  }

  @Test("any number of workers ends alike", arguments: variants)
  func workers(_ variant: Variant) async throws {
    let setting = try TestRun.setting()
    var wanted: [String]?
    for jobs in [1, 2, 5] {
      var found: [String] = []
      for salvages in [false, true] {
        let options = TestRun.options(jobs: jobs, chunk: 100_000, salvages: salvages)
        do throws(LogRunError) {
          let source = LogSource.file(TestData.path(variant.file))
          let aggregate = try await LogRun(setting, options: options).read([source])
          found.append("\(aggregate.tally.lines) \(aggregate.pageViews) \(aggregate.damages)")
        } catch {
          found.append("\(error)")
        }
      }
      #expect(found == wanted ?? found)
      wanted = found
    }
  }

  @Test("all forms of one log give one report")
  func oneReport() async throws {
    let setting = try TestRun.setting()
    let options = TestRun.options(jobs: 2)
    let wanted = try await TestRun.dump(
      [TestData.path("gzip/variants/plain.log")], setting, options)
    let names = [
      "crlf", "no-final-newline", "members-per-line-10000", "bgzip", "pigz-stdin-2member",
    ]
    for name in names {
      let path = TestData.path("gzip/variants/\(name).gz")
      let found = try await TestRun.dump([path], setting, options)
      if found != wanted { Issue.record("\(name): \(ReportDump.difference(found, wanted))") }
    }
  }

  @Test("flate2's good and two-member files give their texts", arguments: ["good-file", "multi"])
  func flate2(_ name: String) throws {
    let text = Array(
      try Data(contentsOf: URL(filePath: TestData.path("gzip/flate2-rs/\(name).txt"))))
    let found = ReadBytes.from(TestData.path("gzip/flate2-rs/\(name).gz"))
    #expect(found.error == nil)
    #expect(found.bytes == text)
  }

  @Test("the file that made a reader loop for ever ends in damage", .timeLimit(.minutes(1)))
  func endless() {
    let found = ReadBytes.from(TestData.path("gzip/go/issue6550.gz"))
    #expect(found.error != nil)
  }
}
