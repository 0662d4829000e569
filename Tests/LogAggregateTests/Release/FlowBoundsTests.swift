import Testing

@testable import LogAggregate

@Suite struct FlowBoundsTests {
  /// The table of sdcTable issue 136, margins included.
  static let issue136Shape = CrossTable.Shape(rowCount: 4, columnCount: 4)
  static let issue136 = [
    30, 47, 64, 89, 230,
    90, 124, 5, 31, 250,
    92, 100, 59, 85, 336,
    800, 991, 651, 685, 3127,
    1012, 1262, 779, 890, 3943,
  ]
  /// The cells that issue hides: two in every line that has one.
  static let twoPerLine = places("wa wb wc xa xc yb yd zb zd")

  static func places(_ names: String) -> [Int] {
    names.split(separator: " ").map { name in
      let letters = Array(name.utf8)
      return issue136Shape.place(Int(letters[0] - 0x77), Int(letters[1] - 0x61))
    }
  }

  static let twoPerLineAnswers = [
    "wa": 25...94, "wb": 47...47, "wc": 0...69, "xa": 26...95, "xc": 0...69, "xd": 31...31,
    "yb": 0...185, "yd": 0...185, "zb": 906...1091, "zd": 585...770,
  ]
  static let withXdAnswers = [
    "wa": 0...120, "wb": 0...78, "wc": 0...69, "xa": 0...120, "xc": 0...69, "xd": 0...78,
    "yb": 0...185, "yd": 0...185, "zb": 875...1138, "zd": 538...801,
  ]

  @Test("the bounds of sdcTable issue 136 come out as computed there")
  func issue136Bounds() {
    for (hidden, answers) in [
      (Self.twoPerLine, Self.twoPerLineAnswers),
      (Self.twoPerLine + Self.places("xd"), Self.withXdAnswers),
    ] {
      var bounds = FlowBounds(shape: Self.issue136Shape, values: Self.issue136)
      for place in hidden { bounds.hide(place) }
      for (name, answer) in answers {
        let range = bounds.range(of: Self.places(name)[0])
        #expect(range == .init(least: answer.lowerBound, greatest: answer.upperBound), "\(name)")
      }
    }
  }

  @Test("a place that is shown has its own value only")
  func shown() {
    var bounds = FlowBounds(shape: Self.issue136Shape, values: Self.issue136)
    let place = Self.places("zc")[0]
    #expect(bounds.range(of: place) == .init(least: 651, greatest: 651))
    bounds.hide(place)
    #expect(bounds.range(of: place) == .init(least: 651, greatest: 651), "alone in its lines")
  }

  @Test("a cell hidden with its row's, its column's and the grand total has no greatest value")
  func unbounded() {
    let shape = CrossTable.Shape(rowCount: 2, columnCount: 2)
    var bounds = FlowBounds(shape: shape, values: [7, 1, 8, 2, 3, 5, 9, 4, 13])
    for place in [0, 2, 6, 8] { bounds.hide(place) }
    #expect(bounds.range(of: 0) == .init(least: 0, greatest: nil))
    #expect(bounds.range(of: shape.total) == .init(least: 6, greatest: nil))
  }

  @Test("a reader who knows what cells hold at least knows more")
  func leasts() {
    let shape = CrossTable.Shape(rowCount: 2, columnCount: 2)
    var bounds = FlowBounds(shape: shape, values: [4, 6, 10, 6, 4, 10, 10, 10, 20])
    for place in [0, 1, 3, 4] { bounds.hide(place, least: 1) }
    #expect(bounds.range(of: 0) == .init(least: 1, greatest: 9))
  }

  /// A random table with a random choice of hidden places, margins among them.
  static func randomTable(
    _ generator: inout SeededRandom, size: ClosedRange<Int>, values: ClosedRange<Int>
  ) -> (shape: CrossTable.Shape, values: [Int], hidden: [Bool]) {
    let shape = CrossTable.Shape(
      rowCount: Int.random(in: size, using: &generator),
      columnCount: Int.random(in: size, using: &generator))
    var table = [Int](repeating: 0, count: shape.placeCount)
    for row in 0..<shape.rowCount {
      for column in 0..<shape.columnCount {
        let isZero = Int.random(in: 0..<4, using: &generator) == 0
        let value = isZero ? 0 : Int.random(in: values, using: &generator)
        table[shape.place(row, column)] = value
        table[shape.place(row, shape.columnCount)] += value
        table[shape.place(shape.rowCount, column)] += value
        table[shape.total] += value
      }
    }
    let share = Int.random(in: 2...8, using: &generator)
    let hidden = table.indices.map { place in
      let isOften = shape.isInner(place) || Int.random(in: 0..<4, using: &generator) == 0
      return isOften && Int.random(in: 0..<10, using: &generator) < share
    }
    return (shape, table, hidden)
  }

  @Test(
    "flows give what linear programming gives, on more than 3,000 hidden places, margins included")
  func equalsLinearProgramming() {
    var generator = SeededRandom(136)
    var placeCount = 0
    var marginCount = 0
    var unboundedCount = 0
    var exactCount = 0
    while placeCount < 3_000 {
      let (shape, values, hidden) = Self.randomTable(&generator, size: 2...5, values: 0...40)
      let floor = Int.random(in: 0...1, using: &generator)
      let leasts = values.map { min($0, floor) }
      var bounds = FlowBounds(shape: shape, values: values)
      for place in values.indices where hidden[place] { bounds.hide(place, least: leasts[place]) }
      var reader = TableReader(
        shape: shape, shown: values.indices.map { hidden[$0] ? nil : values[$0] }, leasts: leasts)
      #expect(reader.isPossible)
      for place in values.indices where hidden[place] {
        let range = bounds.range(of: place)
        #expect(range == reader.range(of: place))
        placeCount += 1
        if !shape.isInner(place) { marginCount += 1 }
        if range.greatest == nil { unboundedCount += 1 }
        if range.greatest == range.least { exactCount += 1 }
      }
    }
    // The sample holds every kind.
    #expect(marginCount > 200)
    #expect(unboundedCount > 20)
    #expect(exactCount > 200 && exactCount < placeCount / 2)
  }

  @Test("linear programming gives what trying all tables gives")
  func equalsEnumeration() {
    var generator = SeededRandom(28)
    var placeCount = 0
    while placeCount < 300 {
      var (shape, values, hidden) = Self.randomTable(&generator, size: 2...3, values: 0...2)
      hidden[shape.total] = false
      guard values.indices.count(where: { hidden[$0] && shape.isInner($0) }) <= 5 else { continue }
      let shown = values.indices.map { hidden[$0] ? nil : values[$0] }
      let all = PatientReader(shape: shape, shown: shown).ranges()
      var reader = TableReader(
        shape: shape, shown: shown, leasts: [Int](repeating: 0, count: values.count))
      var bounds = FlowBounds(shape: shape, values: values)
      for place in values.indices where hidden[place] { bounds.hide(place) }
      for place in values.indices where hidden[place] {
        #expect(reader.range(of: place) == all[place])
        #expect(bounds.range(of: place) == all[place])
        placeCount += 1
      }
    }
  }
}
