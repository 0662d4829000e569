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
  }
  /// Pages that are one section in reports.
  public struct Section: Hashable, Sendable {
    /// Which paths.
    public let pattern: PathPattern
    /// The section's name in reports.
    public let name: String
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
  /// The IANA name of the time zone in which days are counted.
  public let timeZone: String?
  /// Requests that are left out.
  public let `internal`: Internal
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

  /// A site of which nothing is known.
  public static let unnamed = Site(
    name: nil, hosts: [], timeZone: nil, internal: Internal(networks: [], agents: []),
    pages: Pages(addedAssets: [], removedAssets: [], indexNames: []), sections: [],
    promotion: nil, members: nil, screen: nil)
}
