import LogAggregate
import Testing

/// A bundled policy with an audience that it names.
struct Promise: Sendable, CustomTestStringConvertible {
  let policy: String
  let audience: String

  var testDescription: String { "\(policy) for \(audience)" }

  var options: String { "--policy \(policy) --audience \(audience)" }

  static let all = Policy.bundledNames.compactMap(Policy.bundled).flatMap { policy in
    policy.audiences.map { Promise(policy: policy.name, audience: $0.name) }
  }
}
