import Testing

@testable import LogAggregate

@Suite struct GroupDisclosureTests {
  private static func groups(_ lines: String) throws -> GroupDisclosure {
    try TestRun.policy(disclosure: lines).groups
  }

  @Test("a share from half to nearly all is taken, above nine tenths with a reason only")
  func shares() throws {
    #expect(try Self.groups("identifying = [\"section\"]").greatestPercent == 90)
    for (share, percent) in [("0.5", 50), ("0.57", 57), ("0.9", 90)] {
      #expect(try Self.groups("max_share = \(share)").greatestPercent == percent)
    }
    for (share, percent) in [("0.91", 91), ("0.99", 99)] {
      #expect(throws: PolicyError.self) { try Self.groups("max_share = \(share)") }
      let groups = try Self.groups("max_share = \(share)\nreason = \"A test.\"")
      #expect(groups.greatestPercent == percent)
    }
    for share in ["0.49", "1", "1.0"] {
      #expect(throws: PolicyError.self) {
        try Self.groups("max_share = \(share)\nreason = \"A test.\"")
      }
    }
  }

  @Test(
    "of several reports of one run the strictest holds: every marked dimension, the least share")
  func union() throws {
    let plans = try [
      "identifying = [\"section\"]\nmax_share = 0.9", "max_share = 0.6",
      "identifying = [\"placement\"]\nmax_share = 0.8",
    ]
    .map { try Plan(policy: TestRun.policy(disclosure: $0), audience: .internal, site: .unnamed) }
    for order in [plans, plans.reversed()] {
      let groups = try RunSetting(plans: order).groups
      #expect(groups.identifying == [.section, .placement] && groups.greatestPercent == 60)
    }
  }
}
