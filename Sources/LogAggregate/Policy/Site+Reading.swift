extension Site {
  /// Reads and checks a site file.
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: The name that messages give it.
  /// - Throws: ``PolicyError`` for the first thing that is wrong.
  /// - Complexity: O(*n*) in the text's length.
  public init(text: String, file: String) throws(PolicyError) {
    let top = try TOMLSection(TOMLDocument(text: text, file: file))
    try top.allow(["site", "internal", "pages", "sections", "promotion", "members", "screen"])
    let site = try top.section("site")
    try site?.allow(["name", "hosts", "time_zone"])
    self.init(
      name: try site?.string("name")?.value, hosts: try Self.hosts(site),
      timeZone: try Self.timeZone(site), internal: try Self.internal(top.section("internal")),
      pages: try Self.pages(top.section("pages")), sections: try Self.sections(top),
      promotion: try Self.promotion(top.section("promotion")),
      members: try Self.members(top.section("members")),
      screen: try Self.screen(top.section("screen")))
  }

  private static func hosts(_ section: TOMLSection?) throws(PolicyError) -> [String] {
    guard let section else { return [] }
    var hosts: [String] = []
    for host in try section.strings("hosts") ?? [] {
      let isHost = host.value.utf8.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
      guard isHost else {
        throw section.error(
          line: host.line, "\(host.value.quoted) is not a host name",
          remedy: "write it as www.example.com, without scheme, port or path")
      }
      hosts.append(host.value.lowercased())
    }
    return hosts
  }

  /// Only the form is checked: whether the zone exists is the system's to say.
  private static func timeZone(_ section: TOMLSection?) throws(PolicyError) -> String? {
    guard let section, let zone = try section.string("time_zone") else { return nil }
    let isName = zone.value.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2B, 0x2F, 0x5F: true
      default: false
      }
    }
    guard isName, !zone.value.hasPrefix("/") else {
      throw section.error(
        line: zone.line, "\(zone.value.quoted) is not the name of a time zone",
        remedy: "write an IANA name such as Asia/Kolkata")
    }
    return zone.value
  }

  private static func `internal`(_ section: TOMLSection?) throws(PolicyError) -> Internal {
    guard let section else { return Internal(networks: [], agents: []) }
    try section.allow(["networks", "agents"])
    var networks: [NetworkPrefix] = []
    for text in try section.strings("networks") ?? [] {
      do throws(NetworkPrefix.Malformed) {
        networks.append(try NetworkPrefix(text.value))
      } catch {
        throw section.error(
          line: text.line, "\(text.value.quoted) is not a network: \(error.problem)",
          remedy: error.remedy)
      }
    }
    return Internal(networks: networks, agents: try section.strings("agents")?.map(\.value) ?? [])
  }

  private static func pages(_ section: TOMLSection?) throws(PolicyError) -> Pages {
    guard let section else { return unnamed.pages }
    try section.allow(["add_assets", "remove_assets", "index_names"])
    var names: [String] = []
    for name in try section.strings("index_names") ?? [] {
      guard !name.value.contains("/") else {
        throw section.error(
          line: name.line, "\(name.value.quoted) is not a file name",
          remedy: "write a name without a folder, such as index.html")
      }
      names.append(name.value)
    }
    return Pages(
      addedAssets: try extensions("add_assets", section),
      removedAssets: try extensions("remove_assets", section), indexNames: names)
  }

  private static func extensions(_ key: String, _ section: TOMLSection) throws(PolicyError)
    -> [String]
  {
    var extensions: [String] = []
    for word in try section.strings(key) ?? [] {
      let isWord = word.value.utf8.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        default: false
        }
      }
      guard isWord else {
        throw section.error(
          line: word.line, "\(word.value.quoted) is not a file name extension",
          remedy: "write it without a dot, such as pdf")
      }
      extensions.append(word.value.lowercased())
    }
    return extensions
  }

  private static func sections(_ top: TOMLSection) throws(PolicyError) -> [Section] {
    var sections: [Section] = []
    for section in try top.sections("sections") {
      try section.allow(["pattern", "name"])
      let pattern = try section.requiredString("pattern")
      sections.append(
        Section(
          pattern: try self.pattern(pattern, section),
          name: try section.requiredString("name").value))
    }
    return sections
  }

  private static func promotion(_ section: TOMLSection?) throws(PolicyError) -> Promotion? {
    guard let section else { return nil }
    try section.allow(["notice", "pages"])
    var pages: [PathPattern] = []
    for page in try section.requiredStrings("pages") { pages.append(try pattern(page, section)) }
    return Promotion(hasNotice: try section.boolean("notice")?.value ?? false, pages: pages)
  }

  private static func members(_ section: TOMLSection?) throws(PolicyError) -> Members? {
    guard let section else { return nil }
    try section.allow(["file", "columns"])
    var columns: [String] = []
    for column in try section.requiredStrings("columns") {
      guard TableID(id: "segment-\(column.value)") != nil else {
        throw section.error(
          line: column.line, "\(column.value.quoted) is not the name of a column",
          remedy: "use only a-z, 0-9 and -")
      }
      columns.append(column.value)
    }
    let file = try section.requiredString("file").value
    return Members(file: beside(section.file, file), columns: columns)
  }

  /// The path of a file that is named in the site file.
  private static func beside(_ site: String, _ file: String) -> String {
    guard !file.hasPrefix("/"), let slash = site.lastIndex(of: "/") else { return file }
    return String(site[...slash]) + file
  }

  private static func screen(_ section: TOMLSection?) throws(PolicyError) -> Screen? {
    guard let section else { return nil }
    try section.allow(["parameter", "path"])
    let parameter = try section.requiredString("parameter")
    let isName = parameter.value.utf8.allSatisfy { byte in
      switch byte {
      case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
    guard isName else {
      throw section.error(
        line: parameter.line, "\(parameter.value.quoted) is not the name of a parameter",
        remedy: "use only letters, digits, -, . and _")
    }
    var path: PathPattern?
    if let text = try section.string("path") { path = try pattern(text, section) }
    return Screen(parameter: parameter.value, path: path)
  }

  private static func pattern(_ text: TOMLSection.Located<String>, _ section: TOMLSection)
    throws(PolicyError) -> PathPattern
  {
    guard let pattern = PathPattern(text.value) else {
      throw section.error(
        line: text.line, "\(text.value.quoted) is not a path pattern",
        remedy: "start it with /, without ? or #; * stands for any text")
    }
    return pattern
  }
}
