/// The policy's answer that an audience is shown nothing; it comes before any log is opened.
public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// Who was refused.
  public let audience: Audience
  /// The name of the policy that refuses.
  public let policy: String
  /// The section that forbids it.
  public let clause: Clause
  /// Why, in one sentence, and what would be allowed.
  public let sentence: String

  /// One line: the policy, the section, and why.
  public var description: String {
    "policy \(policy), clause \(clause.id), refuses \(audience.name.quoted): \(sentence)"
  }
}
