import Testing

@testable import LogAggregate

@Suite struct MaxFlowTests {
  /// The network of Cormen, Leiserson, Rivest and Stein, chapter 26; its greatest flow is 23.
  static func textbook() -> MaxFlow {
    var network = MaxFlow(nodeCount: 6)
    for (from, to, capacity) in [
      (0, 1, 16), (0, 2, 13), (2, 1, 4), (1, 3, 12), (3, 2, 9), (2, 4, 14), (4, 3, 7), (3, 5, 20),
      (4, 5, 4),
    ] { network.addEdge(from: from, to: to, along: capacity, against: 0) }
    return network
  }

  @Test("the textbook's network carries 23")
  func textbookFlow() {
    var network = Self.textbook()
    #expect(network.flow(from: 0, to: 5, without: -1) == 23)
  }

  @Test("a flow stops at its limit")
  func limit() {
    var network = Self.textbook()
    #expect(network.flow(from: 0, to: 5, without: -1, limit: 7) == 7)
  }

  @Test("an excluded edge carries nothing")
  func excluded() {
    var network = Self.textbook()
    #expect(network.flow(from: 0, to: 5, without: 7) == 4)
  }

  @Test("one flow leaves nothing behind for the next")
  func reuse() {
    var network = Self.textbook()
    for _ in 0..<3 { #expect(network.flow(from: 0, to: 5, without: -1) == 23) }
    #expect(network.flow(from: 5, to: 0, without: -1) == 0)
    #expect(network.flow(from: 0, to: 5, without: -1) == 23)
  }

  @Test("a way of unlimited edges carries without limit, and one finite edge ends that")
  func unlimited() {
    var network = MaxFlow(nodeCount: 3)
    network.addEdge(from: 0, to: 1, along: MaxFlow.unlimited, against: 2)
    network.addEdge(from: 1, to: 2, along: MaxFlow.unlimited, against: 3)
    #expect(network.flow(from: 0, to: 2, without: -1) == MaxFlow.unlimited)
    #expect(network.flow(from: 2, to: 0, without: -1) == 2)
  }

  @Test("what a flow took of an edge is missing from its residual")
  func residual() {
    var network = MaxFlow(nodeCount: 2)
    network.addEdge(from: 0, to: 1, along: 5, against: 1)
    #expect(network.flow(from: 0, to: 1, without: -1, limit: 3) == 3)
    #expect(network.residual(ofEdge: 0, isAlong: true) == 2)
    #expect(network.residual(ofEdge: 0, isAlong: false) == 4)
  }
}
