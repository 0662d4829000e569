internal import LogAggregate

/// The reports that a run is to write: the one that the options ask for, or all that the site file lists.
///
/// Options that say what one report is (`--audience`, `--advertiser`, `-o`, `--format`) ask for that report only. Every audience is admitted
/// before anything else is looked at; where the site file has to say who they are, right after it.
struct RequestedReports {
  let site: Site
  let plans: [Plan]
  /// The policies that are files.
  let policyFiles: [String]
  /// For each plan its outputs, with names in braces.
  private let outputs: [[String]]
  /// The site file's entries, where the reports are its.
  private let listed: [Site.Report]

  init(_ promise: PromiseOptions, _ writing: WritingOptions) throws {
    let policy = try promise.loadPolicy()
    let asksForOne =
      promise.audience != nil || promise.advertiser != nil || !writing.output.isEmpty
      || writing.format != nil
    if asksForOne || promise.site == nil { try promise.admit(by: policy) }
    site = try Self.site(promise, policy)
    listed = asksForOne ? [] : site.reports
    guard !listed.isEmpty else {
      try promise.admit(by: policy)
      plans = [try promise.plan(policy, site)]
      outputs = [writing.paths]
      policyFiles = [promise.policyFile].compactMap(\.self)
      return
    }
    let policies = try listed.map { try Self.policy(of: $0) ?? policy }
    for (report, policy) in zip(listed, policies) { try Self.admit(report, by: policy) }
    plans = try Self.plans(listed, policies, site)
    outputs = listed.map(\.outputs)
    policyFiles = ([promise.policy] + listed.compactMap(\.policy)).filter(PolicySource.isFile)
    for report in listed { try Self.checkForms(report) }
  }

  /// The paths to write, for each report, and `-` for standard output.
  /// - Parameter days: the days that were asked for.
  func paths(_ days: ClosedRange<CivilDate>?) throws(Failure) -> [[String]] {
    guard !listed.isEmpty else { return outputs }
    var paths: [[String]] = []
    for report in listed {
      guard days != nil || !report.namesDate else {
        throw Failure(
          .usage,
          "\(report.place): the outputs hold {date}; say which day, as in --day yesterday")
      }
      paths.append(report.outputs.map { report.path($0, date: days.map(Self.text) ?? "") })
    }
    return paths
  }

  /// Refuses outputs that would replace a file the run reads, and two outputs that are one file.
  func refuseCollisions(_ paths: [[String]], inputs: [String]) throws {
    do {
      try OutputPlan.refuseCollisions(paths.flatMap(\.self), inputs: inputs)
    } catch let failure as Failure where !listed.isEmpty {
      throw Failure(.configuration, "\(listed[0].place): \(failure.message)")
    }
  }

  private static func text(_ days: ClosedRange<CivilDate>) -> String {
    days.lowerBound == days.upperBound
      ? days.lowerBound.description : "\(days.lowerBound)_\(days.upperBound)"
  }

  /// The site; where it cannot be read and the policy refuses the audience anyway, the refusal comes first.
  private static func site(_ promise: PromiseOptions, _ policy: Policy) throws -> Site {
    do {
      return try promise.loadSite()
    } catch {
      try promise.admit(by: policy)
      throw error
    }
  }

  private static func policy(of report: Site.Report) throws(Failure) -> Policy? {
    guard let policy = report.policy else { return nil }
    do throws(Failure) {
      return try PolicySource.load(policy)
    } catch {
      // What the site file names wrongly is the site file's error.
      let status = error.status == .usage ? .configuration : error.status
      throw Failure(status, "\(report.place): \(error.message)")
    }
  }

  private static func admit(_ report: Site.Report, by policy: Policy) throws(Failure) {
    do throws(Refusal) {
      try Plan.admit(report.audience, by: policy)
    } catch {
      throw Failure(.refused, "\(report.place): \(error.description)")
    }
  }

  private static func plans(
    _ reports: [Site.Report], _ policies: [Policy], _ site: Site
  ) throws(Failure) -> [Plan] {
    var plans: [Plan] = []
    for (report, policy) in zip(reports, policies) {
      let plan = try plan(report, policy, site)
      guard plan.scope == plans.first?.scope ?? plan.scope else {
        throw Failure(
          .configuration,
          "\(report.place): this report and the first count different pages, one those of the promotion;"
            + " write it in a run of its own, with --audience and -o")
      }
      plans.append(plan)
    }
    return plans
  }

  private static func checkForms(_ report: Site.Report) throws(Failure) {
    for output in report.outputs where OutputPlan.format(of: output) == nil {
      throw Failure(
        .configuration,
        "\(report.place): the form of \(Failure.quoted(output)) is not told by its name; "
          + "end it in .html, .json, .csv, .txt or .md")
    }
  }

  private static func plan(
    _ report: Site.Report, _ policy: Policy, _ site: Site
  ) throws(Failure) -> Plan {
    do throws(Refusal) {
      return try Plan(
        policy: policy, audience: report.audience, site: site, only: report.tables,
        advertiser: report.advertiser)
    } catch {
      throw Failure(.refused, "\(report.place): \(error.description)")
    }
  }
}
