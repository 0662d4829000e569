import Foundation
import Testing

/// What a log says of a person is in nothing that a run leaves behind.
@Suite struct CanaryTests {
  /// How the log reaches the command.
  enum Form: String, CaseIterable, Sendable {
    case plain, gzip, truncated, salvaged, malformed
    /// In W3C's columns, of which the query is one that the site file has uses for.
    case columns

    /// What the run ends with.
    var status: Int32 { self == .truncated ? 65 : 0 }
  }

  /// The logs, made once for all tests.
  private struct Planted: Sendable {
    let text: Data
    let needles: Needles

    init(isShared: Bool, isMalformed: Bool) {
      var canary = CanaryLog(isShared: isShared)
      if isMalformed { canary.addMalformedLines() }
      text = canary.log.data
      needles = canary.needles
    }

    static let unique = Planted(isShared: false, isMalformed: false)
    static let shared = Planted(isShared: true, isMalformed: false)
    static let uniqueMalformed = Planted(isShared: false, isMalformed: true)
    static let sharedMalformed = Planted(isShared: true, isMalformed: true)

    static func made(isShared: Bool, _ form: Form) -> Planted {
      switch (isShared, form == .malformed) {
      case (false, false): unique
      case (true, false): shared
      case (false, true): uniqueMalformed
      case (true, true): sharedMalformed
      }
    }
  }

  @Test(
    "no secret of a log is in any output, message or file, in any form",
    arguments: Promise.all, [false, true])
  func nothingLeaks(_ promise: Promise, isShared: Bool) throws {
    for form in Form.allCases {
      let planted = Planted.made(isShared: isShared, form)
      let scratch = try Scratch()
      try Self.place(planted.text, form, scratch)
      var options = "-o a.html -o b.json -o c.csv -o d.txt -o e.md -o f.xlsx -o - --progress always"
      if form == .salvaged { options += " --salvage" }
      let outcome = try scratch.run(
        "logagg \(promise.options) --site site.toml \(options) input")
      #expect(outcome.status == form.status, "\(form): \(outcome.message.count) bytes of message")
      let left = try Self.left(by: outcome, scratch)
      #expect(left.count == (form.status == 0 ? 8 : 2), "\(form)")
      for (name, data) in left {
        // The secret is not repeated in the message of the test.
        #expect(planted.needles.found(in: data) == nil, "\(form): a secret is in \(name)")
      }
    }
  }

  @Test("what holds the secrets is counted: their places are in the report, without them")
  func placesAreShown() throws {
    let scratch = try Scratch()
    try Self.place(Planted.shared.text, .plain, scratch)
    let outcome = try scratch.run("logagg --audience internal --site site.toml --format csv input")
    var visitors: [String: Int] = [:]
    for line in outcome.output.replacing("\r\n", with: "\n").split(separator: "\n") {
      let fields = line.split(separator: ",").map(String.init)
      if fields.count == 4, fields[0] == "page", fields[2] == "visitors" {
        visitors[fields[1]] = Int(fields[3])
      }
    }
    for page in [
      "/account/:user/orders", "/invite/:email", "/doc/:uuid", "/reset/:id", "/user/:user/profile",
    ] {
      #expect(visitors[page, default: 0] >= CanaryLog.visitorCount, "\(page)")
    }
  }

  @Test("a secret that is planted in an output is found, in each of its forms")
  func checkerFinds() {
    let planted = Planted.unique
    let secrets = Secrets(seed: 7)
    for secret in secrets.all {
      let bytes = Array(secret.utf8)
      let forms = [
        secret, secret.uppercased(), Data(bytes).base64EncodedString(),
        Data("ab\(secret)yz".utf8).base64EncodedString(),
        Data("a\(secret)z".utf8).base64EncodedString(),
        bytes.map { String(format: "%02X", $0) }.joined(),
        bytes.map { String(format: "%%%02x", $0) }.joined(),
      ]
      for form in forms {
        let data = Data("<td>some text \(form)</td>".utf8)
        #expect(planted.needles.found(in: data) != nil, "\(form)")
      }
    }
    #expect(planted.needles.found(in: Data("241.100.103.0/24 and more".utf8)) != nil)
    #expect(planted.needles.found(in: Data("<td>/news/</td> example.net Chrome".utf8)) == nil)
  }

  @Test(
    "a crash leaks nothing: no backtrace, no core file, no part of a report",
    arguments: ["ABRT", "SEGV", "BUS", "ILL", "TRAP", "FPE", "QUIT"])
  func crash(_ signal: String) throws {
    let planted = Planted.shared
    let scratch = try Scratch()
    try scratch.write(planted.text, to: "canary.log")
    // The writer keeps the pipe open, so that the command waits with lines in its memory.
    let outcome = try scratch.run(
      """
      ulimit -c unlimited 2>/dev/null; mkfifo pipe
      (cat canary.log; exec sleep 60) > pipe & writer=$!
      logagg --audience internal -o report.html < pipe & reader=$!
      count=0
      until [ "$(sed -n 's/^rchar: //p' /proc/$reader/io)" -ge \(planted.text.count) ]; do
        sleep 0.02; count=$((count + 1)); [ $count -lt 500 ] || exit 99
      done
      sleep 0.1; kill -\(signal) $reader
      wait $reader 2>/dev/null; status=$?
      kill $writer; exit $status
      """)
    #expect(outcome.status > 128, "it was ended by the signal")
    #expect(planted.needles.found(in: outcome.stderr) == nil)
    #expect(!outcome.message.contains("Backtrace") && !outcome.message.contains("Thread 0"))
    #expect(outcome.stdout.isEmpty)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.work.path)
    #expect(names.filter { $0.hasPrefix("core") || $0.contains("report.html") }.isEmpty)
  }

  private static func place(_ text: Data, _ form: Form, _ scratch: Scratch) throws {
    try scratch.write(form == .columns ? inColumns(text) : text, to: "input")
    var site = """
      [site]
      hosts = ["www.example.com"]
      [promotion]
      notice = true
      pages = ["/news/*", "/books/*", "/account/*", "/invite/*"]

      """
    if form == .columns {
      site += """
        [campaigns]
        source = "words"
        campaign = "words"
        [screen]
        parameter = "q"
        [[exit_links]]
        pattern = "/news/"
        target_parameter = "mail"
        [[parameters]]
        name = "mail"
        values = ["map", "list"]

        """
    }
    try scratch.write(Data(site.utf8), to: "site.toml")
    let line: String? =
      switch form {
      case .plain, .malformed, .columns: nil
      case .gzip: "gzip input && mv input.gz input"
      case .truncated, .salvaged:
        "gzip input && head -c $(($(wc -c < input.gz) / 2)) input.gz > input && rm input.gz"
      }
    guard let line else { return }
    let outcome = try scratch.run(line)
    try #require(outcome.status == 0)
  }

  /// The lines of a combined log in W3C's columns.
  private static func inColumns(_ text: Data) -> Data {
    var columns = "#Fields: date time c-ip cs-username cs-method cs-uri-stem cs-uri-query "
    columns += "sc-status cs(Referer) cs(User-Agent)\n"
    for line in String(decoding: text, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      let head = parts[0].split(separator: " ")
      let request = parts[1].split(separator: " ")
      let target = request[1].split(separator: "?", maxSplits: 1)
      let clock = head[3].suffix(8)
      columns += "2026-11-19 \(clock) \(head[0]) \(head[2]) \(request[0]) \(target[0]) "
      columns += "\(target.count > 1 ? target[1] : "-") \(parts[2].split(separator: " ")[0]) "
      columns += "\(parts[3]) \(parts[5].replacing(" ", with: "+"))\n"
    }
    return Data(columns.utf8)
  }

  /// Everything that a run left: what it wrote, and every file that was not there before.
  private static func left(
    by outcome: Scratch.Outcome, _ scratch: Scratch
  ) throws -> [(String, Data)] {
    var left = [("stdout", outcome.stdout), ("stderr", outcome.stderr)]
    for (name, data) in try scratch.files() where name != "input" && name != "site.toml" {
      left.append((name, data))
    }
    return left
  }
}
