import Foundation

@testable import logagg

/// A small report without fault, as text, for tests that plant one.
enum SampleAudit {
  static let json = """
    {"schema": "logagg.report/1",
     "generator": {"name": "logagg", "version": "1"},
     "policy": {"name": "p", "title": "P", "sha256": "\(String(repeating: "ab", count: 32))", "audience": "partner"},
     "site": {"name": "Example"},
     "period": {"from": "2026-11-16", "to": "2026-11-17", "time_zone": "UTC", "days": 2},
     "input": {"lines": 1000, "excluded": [{"reason": "rejected", "lines": 100}, {"reason": "asset", "lines": 400}],
       "page_views": 500, "complete": true},
     "totals": {"page_views": 500, "visits": 300, "visitors": 200, "clicks": null},
     "tables": [
      {"id": "day", "title": "Days", "clause": {"id": "s1", "says": "x"}, "metrics": ["page_views", "visits", "visitors"],
       "rows": [{"key": "2026-11-16", "page_views": 260, "visits": 160, "visitors": 110},
                {"key": "2026-11-17", "page_views": 240, "visits": 140, "visitors": 95}], "other": null},
      {"id": "weekday", "title": "Weekdays", "clause": {"id": "s1", "says": "x"}, "metrics": ["page_views"],
       "rows": [{"key": "Monday", "page_views": 260}, {"key": "Tuesday", "page_views": 240}], "other": null},
      {"id": "section", "title": "Sections", "clause": {"id": "s1", "says": "x"}, "metrics": ["page_views", "visitors"],
       "rows": [{"key": "/news", "page_views": 300, "visitors": 150}, {"key": "/", "page_views": 200, "visitors": 120}], "other": null},
      {"id": "page", "title": "Pages", "clause": {"id": "s1", "says": "x"}, "metrics": ["page_views", "visitors"],
       "rows": [{"key": "/news/:num/", "page_views": 200, "visitors": 80}, {"key": "/", "page_views": 200, "visitors": 120}],
       "other": {"page_views": 100, "visitors": 60}},
      {"id": "browser", "title": "Browsers", "clause": {"id": "s1", "says": "x"}, "metrics": ["page_views", "visitors"],
       "rows": [{"key": "Chrome", "page_views": 400, "visitors": 150}, {"key": "Firefox", "page_views": 100, "visitors": 50}], "other": null},
      {"id": "browser-version", "title": "Versions", "clause": {"id": "s1", "says": "x"}, "metrics": ["visitors"],
       "rows": [{"key": "Chrome 131", "visitors": 100}], "other": {"visitors": 100}}],
     "not_released": [{"table": "country", "why": "not granted", "clause": null}],
     "disclosure": {"threshold": 20, "networks": 10, "visitor_limit": 480, "ledger": null, "notes": []}}
    """

  /// What the auditor says of a report with one part of its text replaced.
  static func findings(replacing part: String = "", by other: String = "") -> [AuditFinding] {
    let text = part.isEmpty ? json : json.replacingOccurrences(of: part, with: other)
    return findings(of: [("report.json", text)])
  }

  /// What the auditor says of several reports together.
  static func findings(of reports: [(name: String, text: String)]) -> [AuditFinding] {
    let files = reports.map { report in
      AuditInput.File(
        name: report.name,
        form: AuditInput.Form(rawValue: String(report.name.split(separator: ".").last ?? ""))
          ?? .json,
        bytes: Array(report.text.utf8))
    }
    return Audit(files, threshold: nil).findings
  }
}
