internal import ArgumentParser
internal import LogAggregate

/// The options that say which promise holds, and for whom the report is.
struct PromiseOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A bundled policy (see `logagg policies list`) or a policy file.", valueName: "name|file"))
  var policy = "standard"

  @Option(help: ArgumentHelp("Who will read the report.", valueName: "name"))
  var audience = "advertiser"

  @Option(
    help: ArgumentHelp("The site file: what the site is.", valueName: "file"),
    completion: .file(extensions: ["toml"]))
  var site: String?

  /// The path of the policy, where it is a file.
  var policyFile: String? { PolicySource.isFile(policy) ? policy : nil }

  func loadPolicy() throws -> Policy { try PolicySource.load(policy) }

  func validate() throws {
    if audience.isEmpty {
      throw ValidationError(
        "--audience names who will read the report, such as advertiser or internal.")
    }
  }

  /// Refuses an audience that the policy shows nothing, before any file but the policy is looked at.
  func admit(by policy: Policy) throws {
    do throws(Refusal) {
      try Plan.admit(Audience(audience), by: policy)
    } catch {
      throw Failure(.refused, error.description)
    }
  }

  func loadSite() throws -> Site {
    guard let site else { return .unnamed }
    return try SiteSource.load(site)
  }

  func plan(_ policy: Policy, _ site: Site) throws -> Plan {
    do throws(Refusal) {
      return try Plan(policy: policy, audience: Audience(audience), site: site)
    } catch {
      throw Failure(.refused, error.description)
    }
  }
}
