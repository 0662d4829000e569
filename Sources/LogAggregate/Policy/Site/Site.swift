/// What a site says of itself, so that its log can be read right: names, time zone, own networks, pages.
///
/// The file's format is described in `Documentation/Policies.md`.
public struct Site: Sendable {
  /// Requests of the site's own people and machines, which are left out.
  public struct Internal: Hashable, Sendable {
    /// Where they come from.
    public let networks: [NetworkPrefix]
    /// Words by which their user agents are known.
    public let agents: [String]
  }
  /// What is a page and what is not, as far as the site departs from the usual.
  public struct Pages: Hashable, Sendable {
    /// File name extensions, in lower case and without a dot, that are no pages here.
    public let addedAssets: [String]
    /// Extensions that are pages here.
    public let removedAssets: [String]
    /// File names that mean their folder, such as `index.html`.
    public let indexNames: [String]
    /// Whether dates in paths are one placeholder, `:date`.
    public let foldsDates: Bool
  }
  /// Pages that are one section in reports.
  public struct Section: Hashable, Sendable {
    /// Which paths.
    public let pattern: PathPattern
    /// The section's name in reports.
    public let name: String

    /// What a section cannot be called: the lines of the flow that are no sections, and the remainder of a table.
    static let reservedNames = ["outside", "(other sections)", "(other)"]
  }
  /// A promotion that a sponsor pays for.
  public struct Promotion: Hashable, Sendable {
    /// Whether its visitors were told beforehand that figures go to the sponsor.
    public let hasNotice: Bool
    /// Its pages.
    public let pages: [PathPattern]
  }
  /// The member table, which turns a user's name into segments.
  public struct Members: Hashable, Sendable {
    /// The table's file; a path that does not begin with `/` begins at the site file's folder.
    public let file: String
    /// Its columns that reports may show, such as `industry`.
    public let columns: [String]
  }
  /// The request parameter by which pages tell the size of a visitor's screen.
  public struct Screen: Hashable, Sendable {
    /// The parameter's name, such as `s` for `?s=1920x1080`.
    public let parameter: String
    /// The paths of the requests that carry it; `nil` for all.
    public let path: PathPattern?
  }

  /// The name that reports bear.
  public let name: String?
  /// The site's own host names, in lower case.
  public let hosts: [String]
  /// Which virtual hosts of the log are reported; `nil` for all.
  public let virtualHosts: VirtualHosts?
  /// The IANA name of the time zone in which days are counted.
  public let timeZone: String?
  /// Requests that are left out.
  public let `internal`: Internal
  /// Words by which user agents are known that are robots here.
  public let robots: [String]
  /// Where proxies write the client's address, if some do.
  public let forwarding: Forwarding?
  /// What is a page.
  public let pages: Pages
  /// The first section whose pattern matches a path is the path's section.
  public let sections: [Section]
  /// The promotion, where one runs.
  public let promotion: Promotion?
  /// The member table, where there is one.
  public let members: Members?
  /// Where screens are told, if they are.
  public let screen: Screen?
  /// The parameters that tell pages apart.
  public let parameters: [PageParameter]
  /// Requests that are clicks.
  public let clicks: [ClickEndpoint]
  /// Requests that are clicks on links out of the site.
  public let exitLinks: [ClickEndpoint]
  /// Who buys advertising.
  public let advertisers: [Advertiser]
  /// What they have booked.
  public let placements: [Placement]
  /// What is read of campaign parameters, if anything is.
  public let campaigns: CampaignParameters?
  /// What counts as success.
  public let goals: [Goal]
  /// The seller's face, where the report bears one.
  public let brand: Brand?
  /// How many servers' logs a whole day consists of, where that is known.
  public let serverCount: Int?
  /// The ledger that its releases are recorded in, where it names one.
  public let ledger: String?
  /// Its logs, rotated ones among them, as names with `*` and `?`.
  public let logs: [String]
  /// The reports that one pass over the log writes.
  public let reports: [Report]
}
