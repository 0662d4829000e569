/// Whether what a policy lets be read of the log is enough for what it lets be shown.
struct Coverage {
  let permits: [Reduction: Clause]
  let forbids: [Reduction: Clause]

  /// Refuses a release that could only be computed from what the policy does not let be read.
  func check(
    _ subject: TOMLSection.Located<Subject>, _ metrics: [Metric], in section: TOMLSection
  ) throws(PolicyError) {
    var needs = Reduction.counting.union(subject.value.reductions)
    for metric in metrics where subject.value.metrics.contains(metric) {
      needs.formUnion(metric.reductions)
    }
    // In the order of the list, so that the same file always gets the same message.
    for need in Reduction.allCases where needs.contains(need) {
      if let clause = forbids[need] {
        throw section.error(
          line: subject.line,
          "\(Self.words(subject.value, need)), which is forbidden by clause \(clause.id)",
          remedy: "take it out of the release")
      }
      guard permits[need] != nil else {
        throw section.error(
          line: subject.line, "\(Self.words(subject.value, need)), which is not permitted",
          remedy: "permit it there with its clause, or take it out of the release")
      }
    }
  }

  private static func words(_ subject: Subject, _ need: Reduction) -> String {
    "\(subject.id.quoted) needs \(need.form.quoted) of [fields.\(need.fieldName)]"
  }
}
