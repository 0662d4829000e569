/// The member table of a run: which segments a user's name stands for, without the names.
///
/// A name is kept as its digest under the run's key. Members with equal segments are one class.
struct MemberTable: Sendable {
  /// The columns that were loaded.
  let columns: [String]
  /// For each class its segment in every column, in the order of ``columns``; the first is of those
  /// who are no members.
  private(set) var classes: [[String]]
  private var index = KeyTable(minimumCapacity: 1 << 10)
  private let key: RunKey

  /// The class of visitors without a member's name.
  static let noMember: UInt32 = 0
  /// What reports call them.
  static let noMemberName = "(not a member)"
  /// What reports call a member whose row leaves the column empty.
  static let unknownName = "(unknown)"

  /// Reads a table: comma-separated values with a header whose first column is `user`.
  /// - Parameters:
  ///   - bytes: the file's content, which is let go of.
  ///   - file: the name that messages give it.
  ///   - columns: those to load; no other is looked at.
  /// - Throws: ``PolicyError`` with file and line, and never with a name or a value.
  /// - Complexity: O(bytes).
  init(
    _ bytes: consuming [UInt8], file: String, columns: [String], key: RunKey
  ) throws(PolicyError) {
    self.columns = columns
    self.key = key
    classes = [columns.map { _ in Self.noMemberName }]
    do throws(CSVRows.Malformed) {
      var rows = CSVRows(bytes)
      let header = try MemberHeader(rows.next(), columns)
      var numbers = [classes[0]: Self.noMember]
      while let row = try rows.next() {
        let segments = try header.segments(of: row, line: rows.line)
        let number = numbers[segments, default: UInt32(classes.count)]
        if Int(number) == classes.count {
          numbers[segments] = number
          classes.append(segments)
        }
        try add(row[0], number, line: rows.line)
      }
    } catch {
      throw PolicyError(
        file: file, line: error.line, problem: error.problem, remedy: error.remedy)
    }
  }

  /// The class of a user's name; of an unknown one, that of those who are no members.
  /// - Complexity: O(length of the name); allocates nothing.
  func number(of user: Span<UInt8>) -> UInt32 {
    index.value(for: digest(user)) ?? Self.noMember
  }

  private func digest(_ user: Span<UInt8>) -> UInt64 { SipHash.tag(of: user, key: key.halves) }

  private mutating func add(_ user: [UInt8], _ number: UInt32, line: Int) throws(CSVRows.Malformed)
  {
    let digest = digest(user.span)
    guard index.value(for: digest) == nil else {
      throw CSVRows.Malformed(
        line: line, problem: "this user has a row already", remedy: "keep one of the two")
    }
    index.insert(number, for: digest)
  }
}

/// Where the columns to load stand in a member table.
private struct MemberHeader {
  private let count: Int
  private let places: [Int]

  init(_ row: [[UInt8]]?, _ columns: [String]) throws(CSVRows.Malformed) {
    let names = (row ?? []).map { String(decoding: $0, as: UTF8.self) }
    guard names.first == "user" else {
      throw CSVRows.Malformed(
        line: 1, problem: "the first column is not `user`",
        remedy: "begin the file with a header such as user,industry")
    }
    var places: [Int] = []
    for column in columns {
      guard let place = names.dropFirst().firstIndex(of: column) else {
        throw CSVRows.Malformed(
          line: 1, problem: "there is no column \(column.quoted), which the site file names",
          remedy: "add it to the header, or take it out of [members]")
      }
      places.append(place)
    }
    count = names.count
    self.places = places
  }

  /// The segments of a row, in the order of the columns.
  func segments(of row: [[UInt8]], line: Int) throws(CSVRows.Malformed) -> [String] {
    guard row.count == count else {
      throw CSVRows.Malformed(
        line: line, problem: "the row has \(row.count) fields, the header \(count)",
        remedy: "give every row as many; a field with a comma stands in quotes")
    }
    guard !row[0].isEmpty else {
      throw CSVRows.Malformed(
        line: line, problem: "the user has no name", remedy: "fill the first field")
    }
    var segments: [String] = []
    for place in places { segments.append(try segment(row[place], line: line)) }
    return segments
  }

  private func segment(_ bytes: [UInt8], line: Int) throws(CSVRows.Malformed) -> String {
    guard let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.count <= 100,
      !text.unicodeScalars.contains(where: \.isControl)
    else {
      throw CSVRows.Malformed(
        line: line, problem: "a field is no short line of text",
        remedy: "write at most 100 characters in UTF-8, without control characters")
    }
    let isBlank = text.utf8.allSatisfy { $0 == 0x20 }
    return isBlank ? MemberTable.unknownName : text
  }
}
