extension Site {
  /// Which virtual hosts of a log are reported.
  public enum VirtualHosts: Hashable, Sendable {
    /// These alone.
    case only([String])
    /// All but these.
    case allBut([String])
  }
  /// Where proxies write the client's address.
  public struct Forwarding: Hashable, Sendable {
    /// The log's field that holds the addresses, such as `x-forwarded-for`.
    public let field: String
    /// The proxies whose word is believed.
    public let proxies: [NetworkPrefix]
  }
  /// The seller's face in reports.
  public struct Brand: Hashable, Sendable {
    /// The seller's name.
    public let name: String?
    /// The logo's file; a path that does not begin with `/` begins at the site file's folder.
    public let logo: String?
    /// The accent colour, as `#1a5fb4` in lower case.
    public let accent: String?
  }
}

extension Site.VirtualHosts {
  /// The section `[virtual_hosts]`.
  static func reading(_ section: TOMLSection?) throws(PolicyError) -> Self? {
    guard let section else { return nil }
    try section.allow(["only", "all_but"])
    let only = try section.hostNames("only")
    let allBut = try section.hostNames("all_but")
    switch (only, allBut) {
    case (let hosts?, nil): return .only(hosts)
    case (nil, let hosts?): return .allBut(hosts)
    default:
      throw section.error(
        "`virtual_hosts` says which hosts are reported in one of two ways",
        remedy: "add only = [\"www.example.com\"], or all_but = [\"admin.example.com\"]")
    }
  }
}

extension Site.Forwarding {
  /// The section `[forwarded]`.
  static func reading(_ section: TOMLSection?) throws(PolicyError) -> Self? {
    guard let section else { return nil }
    try section.allow(["field", "proxies"])
    let field = try section.requiredString("field")
    guard ParameterName.isName(field.value) else {
      throw section.error(
        line: field.line, "\(field.value.quoted) is not the name of a field",
        remedy: "write the header's name, such as x-forwarded-for")
    }
    var proxies: [NetworkPrefix] = []
    for text in try section.requiredStrings("proxies") { proxies.append(try section.network(text)) }
    return Self(field: field.value.lowercased(), proxies: proxies)
  }
}

extension Site.Brand {
  /// The section `[brand]`.
  static func reading(_ section: TOMLSection?) throws(PolicyError) -> Self? {
    guard let section else { return nil }
    try section.allow(["name", "logo", "accent"])
    let logo = try section.string("logo")
    if let logo {
      let isPicture = [".svg", ".png", ".jpg", ".jpeg", ".webp"].contains {
        logo.value.lowercased().hasSuffix($0)
      }
      guard isPicture else {
        throw section.error(
          line: logo.line, "\(logo.value.quoted) is not a picture that pages can show",
          remedy: "name an .svg, .png, .jpg or .webp file")
      }
    }
    let accent = try section.string("accent")
    if let accent {
      let digits = accent.value.utf8.dropFirst()
      let isColour = digits.allSatisfy {
        (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
      }
      guard accent.value.hasPrefix("#"), digits.count == 6, isColour else {
        throw section.error(
          line: accent.line, "\(accent.value.quoted) is not a colour",
          remedy: "write it as \"#1a5fb4\"")
      }
    }
    return Self(
      name: try section.string("name")?.value,
      logo: logo.map { section.besideFile($0.value) }, accent: accent?.value.lowercased())
  }
}
