/// One thing that is wrong with a report: where, by which rule, and what.
///
/// Its text never repeats a suspicious value: a finding must not spread what it warns of.
struct AuditFinding: Hashable, Sendable, Comparable {
  /// The rules that the auditor checks.
  enum Rule: String, Sendable, CaseIterable {
    case form, chain, sum, threshold, remainder, hierarchy, subtraction, identifier, selfContained
  }
  /// The file, as it was named.
  let file: String
  /// Where in the file: a table and a row, or a line.
  let place: String
  let rule: Rule
  /// What is wrong, in one sentence without a value that may identify anybody.
  let problem: String

  static func < (one: AuditFinding, other: AuditFinding) -> Bool {
    (one.file, one.place, one.rule.rawValue, one.problem)
      < (other.file, other.place, other.rule.rawValue, other.problem)
  }
}
