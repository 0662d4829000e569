import Foundation
import LogAggregate
import Testing

/// A year of nights, with what goes wrong in a year.
///
/// Two months in the tests of every change, the year with `LOGAGG_YEAR=1`.
@Suite struct YearTests {
  private static let isWhole = ProcessInfo.processInfo.environment["LOGAGG_YEAR"]?.isEmpty == false

  @Test(
    "after a year with missed nights, crashes, a full disk, damage and a new policy every day is closed once"
  )
  func year() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    let scratch = try Scratch()
    var log = try SimulatedLog(folder: scratch.work.appending(path: "logs"), zone: zone, seed: 2026)
    try prepare(scratch)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    // Both changes of the clock: 29 March and 25 October.
    let first = DateComponents(year: 2026, month: Self.isWhole ? 1 : 3, day: 1)
    let months = Self.isWhole ? Array(1...12) : [3, 4]
    var day = try #require(calendar.date(from: first))
    var nights = 0
    var missed: [String] = []
    var peaks: [Int] = []
    while calendar.component(.year, from: day) == 2026,
      months.contains(calendar.component(.month, from: day))
    {
      nights += 1
      try log.live(through: day)
      let name = log.name(of: day)
      day = log.dayAfter(day)
      if nights == Self.newPolicyNight {
        let changed = try scratch.text("policy.toml").replacing(
          "Standard promise", with: "New promise")
        try scratch.write(Data(changed.utf8), to: "policy.toml")
      }
      if Self.missedNights.contains(nights) {
        missed.append(name)
        continue
      }
      if let last = missed.last { try catchUp(missed, through: last, scratch) }
      missed = []
      try trouble(nights, name, scratch)
      try close(name, scratch)
      peaks.append(try peak(scratch))
    }

    let path = scratch.work.path + "/reports/ledger.jsonl"
    let ledger = try Ledger.verify(path: path)
    #expect(ledger.releaseCount == nights)
    #expect(ledger.tornByteCount == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.work.path + "/reports")
    #expect(!left.contains { $0.contains("partial") || $0.hasPrefix(".") }, "\(left)")
    for (name, views) in log.views {
      let report = try ReportJSON.read(scratch.read("reports/\(name).json"))
      #expect(report.totals.page_views == views, "\(name)")
    }
    for month in months { try check(month, log, scratch) }
    let early = peaks.prefix(10).reduce(0, +) / 10
    let late = peaks.suffix(10).reduce(0, +) / 10
    #expect(late * 10 <= early * 11, "peak memory grew from \(early) to \(late) bytes")
  }

  private static let missedNights: Set<Int> = [9, 20, 21, 35, 47]
  private static let newPolicyNight = 40
  private static let crashedNights: Set<Int> = [5, 30, 50]

  private func prepare(_ scratch: Scratch) throws {
    try FileManager.default.createDirectory(
      at: scratch.work.appending(path: "reports"), withIntermediateDirectories: true)
    let shown = try scratch.run("logagg policies show standard > policy.toml")
    try #require(shown.status == 0)
    try scratch.write(
      Data(
        """
        ledger = "reports/ledger.jsonl"
        logs = ["logs/access.log*"]
        [site]
        name = "Year"
        time_zone = "Europe/Berlin"

        """.utf8), to: "site.toml")
  }

  private func command(_ day: String) -> String {
    "logagg --site site.toml --policy ./policy.toml --audience internal --day \(day) --quiet"
      + " --summary-json summary.json -o reports/\(day).json"
  }

  /// Closes the nights that were missed, from what was rotated since.
  private func catchUp(_ missed: [String], through last: String, _ scratch: Scratch) throws {
    let outcome = try scratch.run(
      "logagg catch-up --site site.toml --policy ./policy.toml --audience internal --to \(last)"
        + " --quiet -o 'reports/{date}.json'")
    #expect(outcome.status == 0 && outcome.message.isEmpty, "\(missed): \(outcome.message)")
  }

  /// The night's job.
  private func close(_ day: String, _ scratch: Scratch) throws {
    let outcome = try scratch.run("\(command(day)) logs/access.log*")
    #expect(outcome.status == 0 && outcome.message.isEmpty, "\(day): \(outcome.message)")
  }

  private func peak(_ scratch: Scratch) throws -> Int {
    struct Summary: Decodable { let peak_memory_bytes: Int }
    return try JSONDecoder().decode(Summary.self, from: scratch.read("summary.json"))
      .peak_memory_bytes
  }

  /// What goes wrong before the job of some nights succeeds; nothing of it may be left.
  private func trouble(_ night: Int, _ day: String, _ scratch: Scratch) throws {
    let reports = scratch.work.appending(path: "reports")
    let before = try FileManager.default.contentsOfDirectory(atPath: reports.path).sorted()
    if Self.crashedNights.contains(night) {
      // Killed while it reads: the pipe holds it there.
      let outcome = try scratch.run(
        "mkfifo hold; \(command(day)) logs/access.log* hold & p=$!; sleep 0.2; kill -KILL $p; wait $p; s=$?; rm hold; exit $s"
      )
      #expect(outcome.status == 137)
    }
    if night == 25 {
      let outcome = try scratch.run("ulimit -f 1; \(command(day)) logs/access.log*")
      #expect(outcome.status == 74, "\(outcome.message)")
    }
    if night == 33 {
      let outcome = try scratch.run(
        "gzip -c logs/access.log | head -c 200 > logs/access.log-0.gz; \(command(day)) logs/access.log*; s=$?; rm logs/access.log-0.gz; exit $s"
      )
      #expect(outcome.status == 65, "\(outcome.message)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: reports.path).sorted() == before, "\(day)"
    )
  }

  /// The month's report, made of the ledger, has the sums of its days.
  private func check(_ month: Int, _ log: SimulatedLog, _ scratch: Scratch) throws {
    let name = String(format: "2026-%02d", month)
    let outcome = try scratch.run(
      "logagg period --ledger reports/ledger.jsonl --audience internal --month \(name) -o \(name).json"
    )
    try #require(outcome.status == 0, "\(outcome.message)")
    let report = try ReportJSON.read(scratch.read("\(name).json"))
    let sum = log.views.filter { $0.key.hasPrefix(name) }.values.reduce(0, +)
    #expect(report.totals.page_views == sum, "\(name)")
  }
}
