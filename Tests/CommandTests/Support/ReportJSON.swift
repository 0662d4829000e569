import Foundation

/// The JSON report, read back as far as tests look at it.
struct ReportJSON: Decodable {
  struct Policy: Decodable { let name, audience: String }
  struct Input: Decodable {
    struct Step: Decodable {
      let reason: String
      let lines: Int?
    }
    let lines: Int
    let excluded: [Step]
    let page_views: Int?
    let complete: Bool
  }
  struct Clause: Decodable { let id, says: String }
  struct Figures: Decodable {
    let page_views, visits, visitors, clicks, impressions, reach, conversions, bytes: Int?
    let ctr: Double?

    /// The figure of a metric by its name.
    func value(_ metric: String) -> Double? {
      let counts = [
        "page_views": page_views, "visits": visits, "visitors": visitors, "clicks": clicks,
        "impressions": impressions, "reach": reach, "conversions": conversions, "bytes": bytes,
      ]
      if metric == "ctr" { return ctr }
      return counts[metric].flatMap { $0 }.map(Double.init)
    }
  }
  struct Row: Decodable {
    let key: String
    let figures: Figures

    enum Keys: String, CodingKey { case key }

    init(from decoder: any Decoder) throws {
      key = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .key)
      figures = try Figures(from: decoder)
    }
  }
  struct VisitFigures: Decodable {
    let bounces: Int?
    let bounce_share, pages_per_visit: Double?
    let median_duration: String?
    let lengths: [Row]
    let other: Row?
  }
  struct Table: Decodable {
    let id, title: String
    let clause: Clause
    let metrics: [String]
    let rows: [Row]
    let other: Figures?
    let totals_only: Bool
  }
  struct Withheld: Decodable {
    let table, why: String
    let clause: Clause?
  }
  struct Disclosure: Decodable { let threshold, networks, visitor_limit: Int }

  let schema: String
  let policy: Policy
  let input: Input
  let totals: Figures
  let visit_figures: VisitFigures?
  let tables: [Table]
  let not_released: [Withheld]
  let disclosure: Disclosure

  static func read(_ data: Data) throws -> ReportJSON {
    try JSONDecoder().decode(ReportJSON.self, from: data)
  }
}
