import Testing

@testable import LogAggregate

/// Agents whose beginnings are remembered are what they are when read alone.
@Suite struct AgentBeginningsTests {
  private static let classifier = AgentClassifier()

  private static let beginnings = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)",
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile",
    "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1; .NET CLR 1.1.4322)",
    "Mozilla/5.0 (compatible; example", "x",
  ]

  private static let words = [
    "Safari/537.36", "Edg/140.0.0.0", "OPR/120.0", "Googlebot/2.1", "Mobile/15E148", "rv:11.0)",
    "like", "Gecko", "Version/26.5.2", "bot", "bots", "wv", "(KHTML,", "Trident/7.0", "crawler",
    "name@example.com", "Reader/1.7", "Firefox/143.0",
  ]

  @Test(
    "in any order of agents that share beginnings", arguments: TestLength.seeds(40))
  func agrees(_ seed: Int) throws {
    var random = SeededRandom(seed)
    var remembered = AgentBeginnings(hash: ContentHash(key: try RunKey()))
    for _ in 0..<200 {
      var parts = [random.pick(Self.beginnings)]
      for _ in 0..<random.pick([0, 1, 1, 1, 2, 3]) { parts.append(random.pick(Self.words)) }
      let agent = Array(parts.joined(separator: " ").utf8)
      let alone = Self.classifier.classify(agent.span)
      #expect(
        Self.classifier.classify(agent.span, &remembered) == alone,
        "seed \(seed): \(parts.joined(separator: " "))")
    }
  }

  /// A name is found that begins in what another agent left behind and goes over the last space, whichever of the name's
  /// spaces that is: those behind it may be written as plus signs.
  @Test func findsWhatGoesOverTheLastSpace() throws {
    var texts = AgentTableTests.all.map { Array($0.text.utf8) }
    RobotList.forEach { text, _ in texts.append(text.indices.map { text[$0] }) }
    let (space, plus) = (UInt8(ascii: " "), UInt8(ascii: "+"))
    let opening = Array("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML) ".utf8)
    var changed = (last: 0, earlier: 0)
    for text in texts {
      let name = text.filter { !"^<>".utf8.contains($0) }
      for place in name.indices where name[place] == space {
        var remembered = AgentBeginnings(hash: ContentHash(key: try RunKey()))
        let other = opening + name[...place] + [UInt8(ascii: "x")]
        let before = Self.classifier.classify(other.span, &remembered)
        let rest = name[(place + 1)...]
        let agent = opening + name[...place] + rest.map { $0 == space ? plus : $0 }
        let alone = Self.classifier.classify(agent.span)
        #expect(
          Self.classifier.classify(agent.span, &remembered) == alone,
          "\(String(decoding: agent, as: UTF8.self))")
        guard alone != before else { continue }
        if rest.contains(space) { changed.earlier += 1 } else { changed.last += 1 }
      }
    }
    // In others another word of the name says the same, or nothing.
    #expect(changed.last >= 20)
    #expect(changed.earlier >= 1)
  }
}
