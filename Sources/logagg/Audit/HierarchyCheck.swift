/// Whether tables that are parts of one another can be subtracted to show a small group.
/// - Source: DESIGN 4, “Tables that a hierarchy links”.
enum HierarchyCheck {
  static func findings(in report: AuditedReport) -> [AuditFinding] {
    guard let threshold = report.threshold else { return [] }
    var findings: [AuditFinding] = []
    for link in links {
      guard let parents = report.table(link.parent), let children = report.table(link.child),
        parents.rows.allSatisfy({ link.isParentKey($0.key) })
      else { continue }
      var parts: [String: [String: Double]] = [:]
      for row in children.rows {
        guard let parent = link.parentKey(row.key) else { continue }
        for (metric, figure) in row.figures where link.metrics.contains(metric) {
          parts[parent, default: [:]][metric, default: 0] += figure
        }
      }
      for (number, row) in parents.rows.enumerated() {
        guard let sums = parts[row.key] else { continue }
        for metric in link.metrics {
          guard let whole = row.figures[metric], let sum = sums[metric] else { continue }
          let rest = whole - sum
          guard rest != 0, rest < Double(threshold) else { continue }
          findings.append(
            AuditFinding(
              file: report.file, place: "tables \(link.parent), row \(number + 1)",
              rule: .hierarchy,
              problem: rest < 0
                ? "its \(metric) are fewer than those of its parts in \(link.child)"
                : "minus its parts in \(link.child) it leaves a group smaller than \(threshold)"))
        }
      }
    }
    return findings
  }

  private struct Link {
    let parent: String
    let child: String
    /// The metrics that add up.
    let metrics: [String]
    /// The parent's key of a child's.
    let parentKey: (String) -> String?
    /// Whether the parent's keys are of the form that a child's key tells; a site file may name sections otherwise.
    var isParentKey: (String) -> Bool = { _ in true }
  }

  private static var links: [Link] {
    let counts = ["page_views", "visits", "visitors"]
    return [
      Link(parent: "browser", child: "browser-version", metrics: counts) { key in
        key.lastIndex(of: " ").map { String(key[..<$0]) }
      },
      Link(parent: "weekday", child: "day", metrics: ["page_views", "visits"], parentKey: weekday),
      Link(
        parent: "section", child: "page", metrics: ["page_views"], parentKey: firstSegment,
        isParentKey: { $0.hasPrefix("/") }),
    ]
  }

  /// `/news` of `/news/:num/`, `/` of the root and of a lone file name; other lone names may be either's.
  private static func firstSegment(_ path: String) -> String? {
    guard path.hasPrefix("/") else { return nil }
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    guard let first = segments.first else { return nil }
    if segments.count > 1 { return "/" + first }
    return first.isEmpty || first.contains(".") ? "/" : nil
  }

  /// The weekday's English name of a date such as `2026-11-19`.
  /// - Source: Zeller's congruence in the form of RFC 3339, appendix B.
  static func weekday(_ date: String) -> String? {
    let parts = date.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let isEarly = parts[1] < 3
    let month = isEarly ? parts[1] + 10 : parts[1] - 2
    let year = isEarly ? parts[0] - 1 : parts[0]
    let (century, rest) = (year / 100, year % 100)
    let day = (26 * month - 2) / 10 + parts[2] + rest + rest / 4 + century / 4 + 5 * century
    let names = [
      "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
    ]
    return names[day % 7]
  }
}
