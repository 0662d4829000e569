import Foundation

/// What of a real log names a person.
extension RealLog {
  /// Everything that must be in no output, found by a splitter that knows nothing of the
  /// product's: addresses wherever they stand, user agents, values of queries, paths of referrers
  /// and user names.
  ///
  /// Left out is what a report may show: values shorter than eight characters, plain words, and
  /// names of hosts.
  static func identifiers(in text: Data) -> Needles {
    var collection = Collection()
    for line in [UInt8](text).split(separator: 0x0A) { collection.add(line: line.prefix(8_000)) }
    return collection.needles
  }

  private struct Collection {
    var needles = Needles()
    private var seen: Set<[UInt8]> = []

    private mutating func add(_ value: some Sequence<UInt8>, least: Int = 8) {
      let value = Array(value)
      guard value.count >= least, value.count < 400, seen.insert(value).inserted else { return }
      needles.add(form: value)
    }

    mutating func add(line: ArraySlice<UInt8>) {
      addAddresses(line)
      let fields = line.prefix(200).split(separator: 0x20, maxSplits: 4)
      if fields.count > 3, fields[3].first == UInt8(ascii: "[") { add(fields[2]) }
      if let first = fields.first, first.count(where: { $0 == UInt8(ascii: ":") }) > 2,
        first.allSatisfy({ Self.isHexadecimal($0) || $0 == UInt8(ascii: ":") })
      {
        add(first)
      }
      let parts = line.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
      for part in parts.dropFirst() {
        if part.starts(with: "Mozilla/".utf8) || part.starts(with: "Opera/".utf8) { add(part) }
        if part.starts(with: "http".utf8) { addReferrer(part) }
        if let question = part.firstIndex(of: UInt8(ascii: "?")) { addQuery(part[question...]) }
      }
    }

    /// Four numbers with dots, unless they are part of something longer such as `Chrome/131.0.0.0`.
    private mutating func addAddresses(_ line: ArraySlice<UInt8>) {
      var index = line.startIndex
      while index < line.endIndex {
        guard Self.isDigit(line[index]) else {
          index += 1
          continue
        }
        let end = line[index...].firstIndex { !Self.isDigit($0) && $0 != UInt8(ascii: ".") }
        let run = line[index..<(end ?? line.endIndex)]
        let groups = run.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isAddress = groups.count == 4 && groups.allSatisfy { (1...3).contains($0.count) }
        if isAddress, !Self.isPartOfMore(line, index) { add(run) }
        index = run.endIndex
      }
    }

    private static func isPartOfMore(_ line: ArraySlice<UInt8>, _ start: Int) -> Bool {
      guard start > line.startIndex else { return false }
      let before = line[start - 1]
      if before == UInt8(ascii: "/") { return !line[..<start].suffix(3).elementsEqual("://".utf8) }
      return isWord(before)
    }

    /// A referrer without its scheme and query, where it has at least two parts behind its host.
    private mutating func addReferrer(_ field: ArraySlice<UInt8>) {
      let path = field.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
      let parts = path.split(separator: UInt8(ascii: "/"))
      if parts.count > 3 { add(path.dropFirst(parts[0].count + 2), least: 12) }
    }

    private mutating func addQuery(_ query: ArraySlice<UInt8>) {
      let query = query.prefix { $0 != 0x20 && $0 != UInt8(ascii: "#") }.dropFirst()
      for pair in query.split(separator: UInt8(ascii: "&")) {
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let value = pair[(equals + 1)...]
        let isPlain = value.allSatisfy {
          Self.isWord($0) && !Self.isDigit($0) || $0 == UInt8(ascii: ".")
            || $0 == UInt8(ascii: "-")
        }
        if !isPlain { add(value) }
      }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
      isDigit(byte) || (byte | 0x20) &- 0x61 < 6
    }

    private static func isWord(_ byte: UInt8) -> Bool {
      isDigit(byte) || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
    }
  }
}
