/// For each of some keys the numbers that have it, such as the visitors of a cell: side by side, ascending, each once.
struct InvertedIndex: Sendable {
  /// Where each key's numbers begin; one more than there are keys.
  private let starts: [Int]
  private let numbers: [UInt32]

  /// Turns lists around.
  /// - Parameters:
  ///   - keys: the keys of number 0, those of number 1, and so on; of one number each once.
  ///   - ends: for each number where its keys end.
  ///   - keyCount: more than the greatest key.
  /// - Complexity: O(`keys` + `ends` + `keyCount`).
  init(_ keys: [UInt32], ends: [Int], keyCount: Int) {
    // Each key's count two places behind it: summed up these are the starts of the keys before, and where the lists are filled they
    // count up to the starts of the keys behind.
    var starts = [Int](repeating: 0, count: keyCount + 2)
    for key in keys { starts[Int(key) + 2] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var numbers = [UInt32](repeating: 0, count: keys.count)
    var index = 0
    for (number, end) in ends.enumerated() {
      while index < end {
        let key = Int(keys[index])
        numbers[starts[key + 1]] = UInt32(truncatingIfNeeded: number)
        starts[key + 1] += 1
        index += 1
      }
    }
    starts.removeLast()
    self.starts = starts
    self.numbers = numbers
  }

  /// The numbers that have a key.
  @inline(__always)
  subscript(key: Int) -> Span<UInt32> {
    @_lifetime(borrow self)
    get { numbers.span.extracting(starts[key]..<starts[key + 1]) }
  }
}
