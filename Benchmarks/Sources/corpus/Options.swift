/// What the command line asks for.
struct Options {
  /// Why the command line cannot be followed, and what to do.
  struct Mistake: Error {
    let message: String
  }

  private(set) var lines = 30_000
  private(set) var seed: UInt64 = 1
  private(set) var mix = Mix()
  private(set) var offset = "+0000"
  private(set) var format = LineFormat.combined
  private(set) var wantsHelp = false
  private var first = CivilDate("2026-11-19")
  private var dayCount = 1
  private var visitorsAsked: Int?

  /// The days that the log covers, in order.
  var days: [CivilDate] {
    var list: [CivilDate] = []
    var day = first
    while let today = day, list.count < dayCount {
      list.append(today)
      day = today.next
    }
    return list
  }

  /// The number of distinct visitors to bring, robots not counted.
  var visitors: Int { visitorsAsked ?? max(lines * mix.visitorsPerThousandLines / 1000, 1) }

  /// Reads `arguments`: `--name value` or `--name=value`.
  /// - Throws: `Mistake` for an option that is unknown, incomplete or out of range.
  init(_ arguments: [String]) throws(Mistake) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--help" || argument == "-h" {
        wantsHelp = true
        return
      }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard Self.names.contains(name) else {
        throw Mistake(
          message: "unknown option '\(name)'; known are \(Self.names.joined(separator: " "))")
      }
      guard let value = parts.count > 1 ? String(parts[1]) : rest.popFirst() else {
        throw Mistake(message: "\(name) needs a value; see corpus --help")
      }
      try set(name, value)
    }
  }

  private static let names = [
    "--lines", "--seed", "--preset", "--visitors", "--day", "--days", "--format", "--offset",
  ]

  private mutating func set(_ name: String, _ value: String) throws(Mistake) {
    switch name {
    case "--lines": lines = try Self.number(name, value, 1...1_000_000_000)
    case "--visitors": visitorsAsked = try Self.number(name, value, 1...200_000_000)
    case "--days": dayCount = try Self.number(name, value, 1...3_660)
    case "--seed":
      guard let number = UInt64(value) else {
        throw Mistake(message: "--seed: '\(value)' is no whole number from 0 up; try --seed 1")
      }
      seed = number
    case "--preset":
      guard let preset = Mix.presets.first(where: { $0.name == value }) else {
        let known = Mix.presets.map(\.name).joined(separator: ", ")
        throw Mistake(message: "--preset: there is no '\(value)'; choose one of \(known)")
      }
      mix = preset.mix
    case "--day":
      guard let day = CivilDate(value) else {
        throw Mistake(message: "--day: '\(value)' is no day; write it like 2026-11-19")
      }
      first = day
    case "--offset":
      guard Self.isOffset(value) else {
        throw Mistake(message: "--offset: '\(value)' is no offset from UTC; write it like +0530")
      }
      offset = value
    default:
      guard let known = LineFormat(rawValue: value) else {
        throw Mistake(
          message: "--format: '\(value)' is unknown; choose one of \(LineFormat.names)")
      }
      format = known
    }
  }

  private static func number(
    _ name: String, _ value: String, _ range: ClosedRange<Int>
  ) throws(Mistake) -> Int {
    guard let number = Int(value), range.contains(number) else {
      throw Mistake(
        message:
          "\(name): '\(value)' is no whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  private static func isOffset(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[0] == 0x2B || bytes[0] == 0x2D,
      let hours = Int(text.dropFirst().prefix(2)), let minutes = Int(text.suffix(2))
    else { return false }
    return (0...14).contains(hours) && (0...59).contains(minutes)
  }

  static var help: String {
    let presets = Mix.presets.map { preset in
      "    \(preset.name)\(String(repeating: " ", count: 24 - preset.name.count))\(preset.purpose)\n"
    }.joined()
    return """
      Writes a believable access log to standard output. The same options give the same bytes.

      usage: corpus [options] > access.log

        --lines N        lines to write (default 30000)
        --seed N         another seed, another log (default 1)
        --preset NAME    the kind of traffic (default everyday):
      \(presets)\
        --visitors N     distinct visitors, robots not counted (default: in proportion to the lines)
        --day DATE       the first day (default 2026-11-19)
        --days N         days to cover (default 1)
        --format NAME    combined, common or json (default combined)
        --offset +HHMM   the offset from UTC that the log's clock shows (default +0000)

      """
  }
}
