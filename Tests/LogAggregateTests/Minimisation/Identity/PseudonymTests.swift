import Testing

@testable import LogAggregate

@Suite struct PseudonymTests {
  private static let key: (UInt64, UInt64) = (0x0123_4567_89AB_CDEF, 0x0F1E_2D3C_4B5A_6978)

  private static func pseudonym(
    _ client: String, _ agent: String, _ key: (UInt64, UInt64) = key
  ) -> Pseudonym {
    let bytes = Array(agent.utf8)
    let tag = SipHash.tag(of: bytes.span, key: key)
    return Pseudonym(client: Array(client.utf8).span, agent: (tag, bytes.count), key: key)
  }

  @Test("equal inputs are one visitor, whatever the spelling of the address")
  func equal() {
    #expect(Self.pseudonym("203.0.113.9", "A") == Self.pseudonym("203.0.113.9", "A"))
    #expect(Self.pseudonym("::ffff:203.0.113.9", "A") == Self.pseudonym("203.0.113.9", "A"))
    #expect(Self.pseudonym("2001:db8::1", "A") == Self.pseudonym("[2001:DB8:0::0:1]", "A"))
  }

  @Test("another address, agent or key is another visitor")
  func different() {
    let one = Self.pseudonym("203.0.113.9", "A")
    let others = [
      Self.pseudonym("203.0.113.8", "A"), Self.pseudonym("203.0.113.9", "B"),
      Self.pseudonym("203.0.113.9", ""), Self.pseudonym("203.0.113.9", "A", (1, 2)),
      Self.pseudonym("host.example", "A"), Self.pseudonym("-", "A"),
    ]
    #expect(Set(others.map(\.visitor) + [one.visitor]).count == others.count + 1)
    #expect(one.network != Self.pseudonym("203.0.113.9", "A", (1, 2)).network)
  }

  @Test("client and agent cannot be shifted into one another")
  func unambiguous() {
    let parts = [
      ("host", "agent"), ("hosta", "gent"), ("hos", "tagent"), ("hostagent", ""), ("h", "ostagent"),
    ]
    #expect(Set(parts.map { Self.pseudonym($0.0, $0.1).visitor }).count == parts.count)
  }

  @Test("IPv6 is one visitor within its /64, and one network within its /48")
  func prefixes() {
    let one = Self.pseudonym("2001:db8:1:2::1", "A")
    #expect(one == Self.pseudonym("2001:db8:1:2:ffff:ffff:ffff:ffff", "A"))
    let neighbour = Self.pseudonym("2001:db8:1:3::1", "A")
    #expect(one.visitor != neighbour.visitor)
    #expect(one.network == neighbour.network)
    #expect(one.network != Self.pseudonym("2001:db8:2:2::1", "A").network)
  }

  @Test("all lines without an address are one visitor", arguments: ["", "-"])
  func missing(_ client: String) {
    #expect(Self.pseudonym(client, "A") == Self.pseudonym("-", "B"))
    #expect(Self.pseudonym("--", "A").visitor != Self.pseudonym("-", "A").visitor)
  }

  @Test("hosts are visitors of their own, and told apart from addresses")
  func hosts() {
    let one = Self.pseudonym("a.example.net", "A")
    #expect(one.visitor != Self.pseudonym("b.example.net", "A").visitor)
    #expect(one.isOfName)
    #expect(!Self.pseudonym("192.0.2.1", "A").isOfName)
  }

  @Test("an IPv4 address and an IPv6 one of the same bits are two visitors")
  func kinds() {
    #expect(Self.pseudonym("0.0.0.1", "A").visitor != Self.pseudonym("0:0:0:1::", "A").visitor)
  }
}
