internal import Synchronization

/// The words that rows may be named by, each with a small number; shared by all workers of a run.
///
/// It holds reduced words only: page templates, sections, registrable domains. Numbers depend on the order in which
/// workers meet the words and never reach an output.
final class Lexicon: Sendable {
  private struct State {
    var words: [UInt8] = []
    /// Where each word begins in `words`; one more than there are words.
    var starts: [Int] = [0]
    var attributes: [UInt32] = []
    var index: KeyTable
    var hasOverflowed = false
    var distinct: DistinctWords?
  }

  /// The words without repetition, and for each number the place of its word among them.
  struct DistinctWords: Sendable {
    fileprivate(set) var words: [String] = []
    fileprivate(set) var places: [Int] = []
  }
  private let state: Mutex<State>
  private let hash: ContentHash
  private let limit: Int

  /// - Parameter limit: how many words it takes; further ones are refused, and ``hasOverflowed`` says so.
  init(limit: Int, hash: ContentHash) {
    self.limit = limit
    self.hash = hash
    state = Mutex(State(index: KeyTable(minimumCapacity: 64)))
  }

  /// The word's number, new or known, or `nil` where no further word is taken.
  /// - Parameter attribute: kept with a new word, such as a page's section.
  /// - Complexity: O(length) under a lock; called once for each distinct raw content.
  func number(of word: Span<UInt8>, attribute: UInt32 = 0) -> UInt32? {
    // One word under two attributes is two words: a template that stands in two sections.
    let digest = hash(word) ^ UInt64(attribute) &* 0x9E37_79B9_7F4A_7C15
    return state.withLock { state in
      let next = UInt32(truncatingIfNeeded: state.starts.count - 1)
      if let known = state.index.value(for: digest) { return known }
      guard next < limit else {
        state.hasOverflowed = true
        return nil
      }
      state.index.insert(next, for: digest)
      state.words.append(word)
      state.starts.append(state.words.count)
      state.attributes.append(attribute)
      return next
    }
  }

  var count: Int { state.withLock { $0.starts.count - 1 } }

  /// Whether a word was refused.
  var hasOverflowed: Bool { state.withLock { $0.hasOverflowed } }

  /// The word of that number, or the empty one where it was refused a number.
  func word(_ number: UInt32) -> String {
    state.withLock { state in
      guard Int(number) + 1 < state.starts.count else { return "" }
      let range = state.starts[Int(number)]..<state.starts[Int(number) + 1]
      return String(decoding: state.words[range], as: UTF8.self)
    }
  }

  /// The words without repetition: one that was taken with two attributes has two numbers.
  ///
  /// To be asked for when all words are in: the answer is kept.
  /// - Complexity: O(bytes of all words), once.
  var distinctWords: DistinctWords {
    state.withLock { state in
      let known = state.distinct ?? Self.distinctWords(state, hash)
      state.distinct = known
      return known
    }
  }

  private static func distinctWords(
    _ state: borrowing State, _ hash: ContentHash
  ) -> DistinctWords {
    var known = DistinctWords()
    let count = state.starts.count - 1
    known.places.reserveCapacity(count)
    var index = KeyTable(minimumCapacity: count)
    let bytes = state.words.span
    let digests = (0..<count).map {
      hash(bytes.extracting(state.starts[$0]..<state.starts[$0 + 1]))
    }
    let distance = 8
    for number in 0..<count {
      if number + distance < count { index.prefetch(digests[number + distance]) }
      let next = known.words.count
      let place = Int(index.findOrInsert(digests[number], next: UInt32(next)))
      if place == next {
        let range = state.starts[number]..<state.starts[number + 1]
        known.words.append(String(decoding: state.words[range], as: UTF8.self))
      }
      known.places.append(place)
    }
    return known
  }

  /// The attribute that every word was taken with, by number.
  var attributes: [UInt32] { state.withLock { $0.attributes } }
}
