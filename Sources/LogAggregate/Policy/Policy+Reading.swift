extension Policy {
  /// The format of policy files that this version reads.
  static let schema = "logagg.policy/1"

  /// Reads and checks a policy file.
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: The name that messages give it.
  /// - Throws: ``PolicyError`` for the first thing that is wrong.
  /// - Complexity: O(*n*) in the text's length times the number of clauses.
  public init(text: String, file: String) throws(PolicyError) {
    let top = try TOMLSection(TOMLDocument(text: text, file: file))
    try top.allow([
      "schema", "name", "title", "default_deny", "provenance", "clauses", "fields", "audiences",
      "disclosure", "releases", "denials",
    ])
    let schema = try top.requiredString("schema")
    guard schema.value == Self.schema else {
      throw top.error(
        line: schema.line, "schema \(schema.value.quoted) is not known",
        remedy: "write \(Self.schema.quoted)")
    }
    let reader = PolicyReader(clauses: try PolicyReader.clauses(top.requiredSection("clauses")))
    name = try PolicyReader.word(top.requiredString("name"), in: top)
    title = try top.requiredString("title").value
    defaultDeny = try reader.clause("default_deny", of: top)
    provenance = try PolicyReader.provenance(top.requiredSection("provenance"))
    clauses = reader.clauses
    (permits, forbids) = try reader.fields(top.section("fields"))
    rules = try reader.audiences(top.requiredSection("audiences"))
    audiences = rules.map(\.audience)
    groups = try PolicyReader.groups(top.section("disclosure"))
    let coverage = Coverage(permits: permits, forbids: forbids)
    grants = try reader.grants(top.sections("releases"), to: audiences, coverage)
    denials = try reader.denials(top.sections("denials"), named: audiences)
    self.text = text
    sha256 = SHA256.digest(of: Array(text.utf8)).hexadecimal
  }
}

/// Reads the parts of a policy file that cite clauses.
struct PolicyReader {
  let clauses: [Clause]

  static func clauses(_ section: TOMLSection) throws(PolicyError) -> [Clause] {
    var clauses: [Clause] = []
    for key in section.keys {
      let id = try word(key, in: section)
      clauses.append(Clause(id: id, says: try section.requiredString(id).value))
    }
    guard !clauses.isEmpty else {
      throw section.error("there is no clause", remedy: "name the sections that rules rest on")
    }
    return clauses
  }

  /// A short name: `a-z`, digits and `-`.
  static func word(_ name: TOMLSection.Located<String>, in section: TOMLSection) throws(PolicyError)
    -> String
  {
    let isWord = name.value.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    guard isWord, !name.value.isEmpty else {
      throw section.error(
        line: name.line, "the name \(name.value.quoted) is not a plain word",
        remedy: "use only a-z, 0-9 and -")
    }
    return name.value
  }

  static func provenance(_ section: TOMLSection) throws(PolicyError) -> Policy.Provenance {
    try section.allow(["title", "site", "dated", "url"])
    let dated = try section.requiredString("dated")
    guard CivilDate(dated.value) != nil else {
      throw section.error(
        line: dated.line, "the date \(dated.value.quoted) cannot be read",
        remedy: "write it as \"2019-03-13\"")
    }
    return Policy.Provenance(
      title: try section.requiredString("title").value, site: try section.string("site")?.value,
      dated: dated.value, url: try section.string("url")?.value)
  }

  /// The clause that a key of a section cites.
  func clause(_ key: String, of section: TOMLSection) throws(PolicyError) -> Clause {
    let id = try section.requiredString(key)
    guard let clause = clauses.first(where: { $0.id == id.value }) else {
      throw section.error(
        line: id.line, "clause \(id.value.quoted) is not among [clauses]",
        remedy: "cite one of: " + clauses.map(\.id).joined(separator: ", "))
    }
    return clause
  }

  /// What may and what must not be read of the log.
  func fields(_ section: TOMLSection?) throws(PolicyError)
    -> (permits: [Reduction: Clause], forbids: [Reduction: Clause])
  {
    var permits: [Reduction: Clause] = [:]
    var forbids: [Reduction: Clause] = [:]
    guard let section else { return (permits, forbids) }
    try section.allow(Reduction.fieldNames)
    for field in section.keys.map(\.value) {
      let rules = try section.requiredSection(field)
      try rules.allow(["permit", "forbid"])
      let forms = Reduction.forms(of: field)
      if let list = try rules.section("permit") {
        if let raw = list.keys.first(where: { $0.value == Reduction.identity }) {
          throw list.error(
            line: raw.line, "\"identity\" cannot be permitted: no report holds a raw field",
            remedy: "permit forms of it: " + forms.joined(separator: ", "))
        }
        try list.allow(forms)
        for (reduction, clause) in try cited(list, field) { permits[reduction] = clause }
      }
      if let list = try rules.section("forbid") {
        try list.allow(forms + [Reduction.any, Reduction.identity])
        for (reduction, clause) in try cited(list, field) { forbids[reduction] = clause }
      }
    }
    return (permits, forbids)
  }

  private func cited(_ list: TOMLSection, _ field: String) throws(PolicyError)
    -> [(Reduction, Clause)]
  {
    var cited: [(Reduction, Clause)] = []
    for form in list.keys.map(\.value) {
      let clause = try clause(form, of: list)
      for reduction in Reduction.allCases where reduction.fieldName == field {
        if form == Reduction.any || form == reduction.form { cited.append((reduction, clause)) }
      }
    }
    return cited
  }
}
