import Testing

@testable import LogAggregate

/// Decisions on random tables, checked by rules written a second time.
@Suite struct SuppressionTests {
  @Test("no decision on a random table breaks a rule")
  func random() {
    var totalsOnly = 0
    var partial = 0
    for seed in TestLength.seeds(4000) {
      let trial = SuppressionTrial(seed: seed)
      let found = trial.decide()
      for violation in trial.violations(hidden: found.hidden, isTotalsOnly: found.isTotalsOnly) {
        Issue.record("seed \(seed): \(violation)")
      }
      totalsOnly += found.isTotalsOnly ? 1 : 0
      partial += !found.isTotalsOnly && !found.hidden.isEmpty ? 1 : 0
    }
    // The tables are of all kinds.
    #expect(totalsOnly > 100)
    #expect(partial > 100)
  }

  @Test("no more is hidden than the rules ask for")
  func frugal() {
    var untouched = 0
    for seed in TestLength.seeds(4000) {
      let trial = SuppressionTrial(seed: seed)
      let found = trial.decide()
      let primary = trial.primary
      #expect(found.hidden.isSuperset(of: primary) || found.isTotalsOnly, "seed \(seed)")
      guard primary.count < trial.keys.count,
        trial.violations(hidden: primary, isTotalsOnly: false).isEmpty
      else { continue }
      untouched += 1
      #expect(found.hidden == primary, "seed \(seed)")
      #expect(!found.isTotalsOnly, "seed \(seed)")
    }
    #expect(untouched > 100)
  }

  @Test("the same table gives the same decision")
  func deterministic() {
    for seed in TestLength.seeds(300) {
      let first = SuppressionTrial(seed: seed).decide()
      let second = SuppressionTrial(seed: seed).decide()
      #expect(first == second, "seed \(seed)")
    }
  }

  @Test("the check finds fault with a decision that hides only what is small itself")
  func negativeControl() {
    let caught = TestLength.seeds(4000).count { seed in
      let trial = SuppressionTrial(seed: seed)
      return !trial.violations(hidden: trial.primary, isTotalsOnly: false).isEmpty
    }
    #expect(caught > 400)
    // Showing everything is caught wherever something is too small.
    for seed in 0..<300 {
      let trial = SuppressionTrial(seed: seed)
      let violations = trial.violations(hidden: [], isTotalsOnly: false)
      #expect(violations.isEmpty == trial.primary.isEmpty, "seed \(seed)")
    }
  }
}
