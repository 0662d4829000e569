internal import ArgumentParser
internal import LogAggregate

/// The options that say which promise holds, and for whom the report is.
struct PromiseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A bundled policy (see `logagg policies list`) or a policy file.", valueName: "name|file"))
  var policy = "standard"

  @Option(
    help: ArgumentHelp("Who will read the report (default: advertiser).", valueName: "name"))
  var audience: String?

  @Option(
    help: ArgumentHelp(
      "Whose placements and campaigns the report shows, by the name in the site file.",
      valueName: "name"))
  var advertiser: String?

  @Option(
    help: ArgumentHelp(
      "The site file: what the site is, and which reports a run writes where no option asks for one.",
      valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var site: String?

  /// The path of the policy, where it is a file.
  var policyFile: String? { PolicySource.isFile(policy) ? policy : nil }

  func loadPolicy() throws -> Policy { try PolicySource.load(policy) }

  func validate() throws {
    if let audience, audience.isEmpty {
      throw ValidationError(
        "--audience names who will read the report, such as advertiser or internal.")
    }
  }

  /// Who will read the report that the options ask for.
  var reader: Audience { audience.map { Audience($0) } ?? .advertiser }

  /// Refuses an audience that the policy shows nothing, before any file but the policy is looked at.
  func admit(by policy: Policy) throws {
    do throws(Refusal) {
      try Plan.admit(reader, by: policy)
    } catch {
      throw Failure(.refused, error.description)
    }
  }

  func loadSite() throws -> Site {
    guard let site else { return .unnamed }
    return try SiteSource.load(site)
  }

  func plan(_ policy: Policy, _ site: Site) throws -> Plan {
    if let advertiser, !site.advertisers.contains(where: { $0.name == advertiser }) {
      let known = site.advertisers.map { Failure.quoted($0.name) }.joined(separator: ", ")
      throw Failure(
        .usage,
        "--advertiser: the site file names no advertiser \(Failure.quoted(advertiser)); "
          + (known.isEmpty
            ? "add [[advertisers]] to it, and give it with --site" : "known: \(known)"))
    }
    do throws(Refusal) {
      return try Plan(policy: policy, audience: reader, site: site, advertiser: advertiser)
    } catch {
      throw Failure(.refused, error.description)
    }
  }
}
