import Testing

@testable import LogAggregate

@Suite struct LexiconTests {
  private static func number(_ word: String, _ lexicon: Lexicon, _ attribute: UInt32 = 0) -> UInt32?
  {
    lexicon.number(of: Array(word.utf8).span, attribute: attribute)
  }

  @Test("words have numbers of their own, and numbers their words")
  func words() throws {
    let lexicon = Lexicon(limit: 1000, hash: ContentHash(key: try RunKey()))
    let words = (0..<500).map { "/word\($0)" } + ["", "/", "é", "/wor", "d1"]
    for (index, word) in words.enumerated() {
      #expect(Self.number(word, lexicon, UInt32(index) * 2) == UInt32(index))
    }
    for (index, word) in words.enumerated() {
      #expect(Self.number(word, lexicon, UInt32(index) * 2) == UInt32(index))
      #expect(lexicon.word(UInt32(index)) == word)
      #expect(lexicon.attributes[index] == UInt32(index) * 2)
    }
    #expect(lexicon.count == words.count)
    // A template that stands in two sections has two numbers and one name.
    #expect(Self.number("/", lexicon, 99) == UInt32(words.count))
    #expect(lexicon.word(UInt32(words.count)) == "/")
    let distinct = lexicon.distinctWords
    #expect(distinct.words == words)
    #expect(distinct.places == Array(words.indices) + [501])
    #expect(!lexicon.hasOverflowed)
    #expect(lexicon.word(9999) == "")
  }

  @Test("past its limit it takes no word, says so, and keeps those it has")
  func limit() throws {
    let lexicon = Lexicon(limit: 2, hash: ContentHash(key: try RunKey()))
    #expect(Self.number("a", lexicon) == 0)
    #expect(Self.number("b", lexicon) == 1)
    #expect(!lexicon.hasOverflowed)
    #expect(Self.number("c", lexicon) == nil)
    #expect(lexicon.hasOverflowed)
    #expect(Self.number("a", lexicon) == 0)
    #expect(lexicon.count == 2)
  }

  @Test("many workers agree on the numbers")
  func concurrent() async throws {
    let lexicon = Lexicon(limit: 10_000, hash: ContentHash(key: try RunKey()))
    let answers = await withTaskGroup(of: [UInt32?].self) { group in
      for worker in 0..<4 {
        group.addTask {
          let order = worker % 2 == 0 ? Array(0..<300) : (0..<300).reversed()
          var own = [UInt32?](repeating: nil, count: 300)
          for word in order { own[word] = Self.number("w\(word)", lexicon) }
          return own
        }
      }
      return await group.reduce(into: [[UInt32?]]()) { $0.append($1) }
    }
    for answer in answers { #expect(answer == answers[0]) }
    #expect(lexicon.count == 300)
  }
}
