/// Changes bytes in ways that break readers: always the same for the same seed.
struct FuzzMutator {
  var random: SeededRandom
  let corpus: [[UInt8]]

  private static let telling: [UInt8] =
    Array("\"\\ []{}:,-+%=/#;.\t\r\n0123456789GETxu".utf8) + [
      0x00, 0x1F, 0x7F, 0x80, 0x8B, 0xBF, 0xC3, 0xEF, 0xFF,
    ]
  private static let numbers = [
    "0", "-1", "255", "65536", "2147483648", "4294967296", "9223372036854775807",
    "9223372036854775808", "18446744073709551616", "99999999999999999999999999", "1e999", "00",
  ].map { Array($0.utf8) }

  init(seed: Int, corpus: [[UInt8]]) {
    random = SeededRandom(seed)
    self.corpus = corpus
  }

  /// One of the corpus, changed a few times.
  mutating func next() -> [UInt8] {
    var bytes = random.pick(corpus)
    for _ in 0..<random.int(0...6) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else {
      bytes = random.pick(corpus)
      return
    }
    let place = random.int(0...bytes.count - 1)
    let end = min(bytes.count, place + random.int(0...24))
    switch random.int(0...11) {
    case 0: bytes[place] ^= 1 << UInt8(random.int(0...7))
    case 1: bytes[place] = UInt8(random.int(0...255))
    case 2: bytes[place] = random.pick(Self.telling)
    case 3: bytes.insert(random.pick(Self.telling), at: place)
    case 4: bytes.removeSubrange(place..<end)
    case 5: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
    case 6: bytes.removeSubrange(place...)
    case 7:
      let other = random.pick(corpus)
      guard !other.isEmpty else { return }
      bytes = Array(bytes[..<place] + other[random.int(0...other.count - 1)...])
    case 8:
      // A number becomes another one.
      guard let digit = bytes[place...].firstIndex(where: { $0 >= 0x30 && $0 <= 0x39 }) else {
        return
      }
      let last = bytes[digit...].firstIndex { $0 < 0x30 || $0 > 0x39 } ?? bytes.count
      bytes.replaceSubrange(digit..<last, with: random.pick(Self.numbers))
    case 9:
      // Seldom, a run as long as a chunk of the tests.
      let count = random.once(in: 40) ? 20_000 : random.int(1...80)
      bytes.insert(
        contentsOf: [UInt8](repeating: random.pick(Self.telling), count: count), at: place)
    case 10: bytes.swapAt(place, random.int(0...bytes.count - 1))
    default:
      let other = random.pick(corpus)
      bytes.insert(contentsOf: other.prefix(random.int(0...40)), at: place)
    }
  }
}
