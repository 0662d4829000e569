/// A section of a policy's text that a rule rests on.
public struct Clause: Hashable, Sendable {
  /// The section's short name in the policy file, such as `s7`.
  public let id: String
  /// What the section promises, paraphrased in one sentence.
  public let says: String

  init(id: String, says: String) {
    self.id = id
    self.says = says
  }
}
