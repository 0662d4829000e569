internal import LogAggregate

/// A site file for a site that has none, written from the figures of its log that may be released to the site itself.
struct SiteSketch {
  /// A report of the log for the site itself, of which nothing is known yet.
  let report: ReleasedReport
  /// The offset from UTC that the log's times are written with, in minutes.
  let offsetMinutes: Int?
  /// The zone of the machine, which is taken where nothing speaks against it.
  let systemZone: String?

  /// Names of zones by their offset, for a log that only tells the offset; each may be one of many.
  private static let zones = [
    -480: "America/Los_Angeles", -420: "America/Denver", -360: "America/Chicago",
    -300: "America/New_York", -180: "America/Sao_Paulo", 0: "UTC", 60: "Europe/Berlin",
    120: "Europe/Athens", 180: "Europe/Istanbul", 240: "Asia/Dubai", 300: "Asia/Karachi",
    330: "Asia/Kolkata", 345: "Asia/Kathmandu", 360: "Asia/Dhaka", 420: "Asia/Bangkok",
    480: "Asia/Shanghai", 540: "Asia/Tokyo", 600: "Australia/Sydney", 720: "Pacific/Auckland",
  ]

  /// The file's text: TOML in which every line that is a guess says so.
  var text: String {
    let host = ownDomain
    let (zone, why) = timeZone
    return """
      # The site, for logagg: what its log cannot say of itself. Written by `logagg init`; look through every line.
      # All keys: https://toml.io/en/v1.0.0 for the form, Documentation/Policies.md for the meaning.

      [site]
      # What reports are headed with.
      name = "\(host ?? "My site")"
      # The site's own host names: visits from their pages are no referrals.
      hosts = [\(host.map { "\"\($0)\", \"www.\($0)\"" } ?? "")]\(host == nil ? "  # such as \"www.example.com\"" : "")
      # Days begin at midnight here. \(why)
      time_zone = "\(zone)"

      # The log's format is told by itself: \(formats).

      # Your own people and machines, which no report counts.
      # [internal]
      # networks = ["192.0.2.0/24", "2001:db8::/48"]
      # agents = ["my-uptime-check"]

      # How many servers write a log of their own; with --require-complete a missing one fails the run.
      # [coverage]
      # servers = 1

      # Sections are the first part of a path unless they are named. The most visited ones of this log:
      \(sections)
      # Clicks, placements, goals and campaigns: see Documentation/Policies.md.

      """
  }

  private var formats: String {
    report.input.formats.isEmpty
      ? "none was found in this log" : report.input.formats.joined(separator: ", ")
  }

  /// The domain that most visitors come from a page of: with no own host known, that is the site itself.
  private var ownDomain: String? {
    guard let table = report.tables.first(where: { $0.id.id == "referrer" }),
      let first = table.rows.first, first.key.contains("."), first.key.utf8.allSatisfy(Self.isHost)
    else { return nil }
    return first.key
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x2D, 0x2E: true
    default: false
    }
  }

  private var timeZone: (zone: String, why: String) {
    guard let offsetMinutes else {
      return (systemZone ?? "UTC", "The log's times do not tell where; this is the machine's.")
    }
    let hours = abs(offsetMinutes) / 60
    let minutes = abs(offsetMinutes) % 60
    let sign = offsetMinutes < 0 ? "-" : "+"
    let offset = "\(sign)\(hours < 10 ? "0" : "")\(hours):\(minutes < 10 ? "0" : "")\(minutes)"
    if let zone = Self.zones[offsetMinutes] {
      return (zone, "A guess: the log's times are \(offset) from UTC.")
    }
    return (systemZone ?? "UTC", "The machine's; the log's times are \(offset) from UTC.")
  }

  /// The sections that may be shown, as comments.
  private var sections: String {
    guard let table = report.tables.first(where: { $0.id.id == "section" }) else { return "" }
    var lines = ""
    for row in table.rows.prefix(12) where row.key.hasPrefix("/") && row.key != "/" {
      guard row.key.utf8.allSatisfy({ Self.isHost($0) || $0 == 0x2F || $0 == 0x5F }) else {
        continue
      }
      lines += """
        # [[sections]]
        # pattern = "\(row.key)/*"
        # name = "\(row.key.dropFirst())"

        """
    }
    return lines
  }
}
