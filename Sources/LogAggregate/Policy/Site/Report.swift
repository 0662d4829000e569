extension Site {
  /// A report that every run of the site writes, with others of the same pass.
  public struct Report: Hashable, Sendable {
    /// Who will read it.
    public let audience: Audience
    /// A bundled policy's name, or a policy file; `nil` for the run's own.
    public let policy: String?
    /// Whose advertising it accounts for, where it is one advertiser's.
    public let advertiser: String?
    /// The tables that it is limited to; `nil` for all that the policy grants.
    public let tables: [TableID]?
    /// The files to write, with `{date}`, `{audience}` and `{advertiser}` where these are to stand.
    public let outputs: [String]
    /// Where the site file says so, for messages: `site.toml:12`.
    public let place: String

    /// An output's path.
    /// - Parameter date: the days that are reported, as `2026-11-19`.
    public func path(_ output: String, date: String) -> String {
      output.replacing("{date}", with: date)
        .replacing("{audience}", with: Self.plain(audience.name))
        .replacing("{advertiser}", with: Self.plain(advertiser ?? ""))
    }

    /// Whether any output's name holds the days.
    public var namesDate: Bool { outputs.contains { $0.contains("{date}") } }

    /// The name in small letters and digits, with a hyphen between words, so that it is one part of a path.
    private static func plain(_ name: String) -> String {
      name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        .joined(separator: "-")
    }
  }
}

extension Site.Report {
  /// The entries of `[[reports]]`.
  static func list(in top: TOMLSection, _ advertisers: [Site.Advertiser]) throws(PolicyError)
    -> [Self]
  {
    var reports: [Self] = []
    for section in try top.sections("reports") {
      try section.allow(["audience", "policy", "advertiser", "tables", "outputs"])
      let advertiser = try section.advertiser(among: advertisers)
      let outputs = try section.requiredStrings("outputs")
      for output in outputs { try check(output, section, hasAdvertiser: advertiser != nil) }
      reports.append(
        Self(
          audience: Audience(try section.requiredString("audience").value),
          policy: try section.string("policy").map { policy in
            policy.value.contains("/") || policy.value.hasSuffix(".toml")
              ? section.besideFile(policy.value) : policy.value
          }, advertiser: advertiser, tables: try tables(section),
          outputs: outputs.map(\.value),
          place: section.file + (section.line.map { ":\($0)" } ?? "")))
    }
    return reports
  }

  private static func tables(_ section: TOMLSection) throws(PolicyError) -> [TableID]? {
    guard section.keys.contains(where: { $0.value == "tables" }) else { return nil }
    var tables: [TableID] = []
    for name in try section.requiredStrings("tables") {
      guard let table = TableID(id: name.value) else {
        throw section.error(
          line: name.line, "table \(name.value.quoted) is not known",
          remedy: "allowed: " + TableID.standard.map(\.id).joined(separator: ", ")
            + ", segment-COLUMN")
      }
      tables.append(table)
    }
    return tables
  }

  /// Refuses names in braces that stand for nothing.
  private static func check(
    _ output: TOMLSection.Located<String>, _ section: TOMLSection, hasAdvertiser: Bool
  ) throws(PolicyError) {
    if output.value == "-" {
      throw section.error(
        line: output.line, "a report of the site file cannot go to standard output",
        remedy: "name a file; -o - on the command line writes one report there")
    }
    let known = ["{date}", "{audience}"] + (hasAdvertiser ? ["{advertiser}"] : [])
    let rest = known.reduce(output.value) { $0.replacing($1, with: "") }
    guard !rest.contains("{"), !rest.contains("}") else {
      throw section.error(
        line: output.line, "\(output.value.quoted) holds braces that stand for nothing",
        remedy: "known here: " + known.joined(separator: ", "))
    }
  }
}
