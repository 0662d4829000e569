/// Reads comma-separated values row by row, for small trusted tables.
///
/// Rows end with LF or CR LF; a field in quotes may hold commas, line ends, and quotes written twice.
/// - Source: RFC 4180.
struct CSVRows {
  /// What is wrong with a row.
  struct Malformed: Error, Hashable {
    let line: Int
    let problem: String
    let remedy: String
  }

  private let bytes: [UInt8]
  private var index: Int
  /// The line on which the row read last begins, from 1.
  private(set) var line = 1
  private var nextLine = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    // Spreadsheets write a byte order mark.
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The fields of the next row that is not empty, or `nil` after the last.
  /// - Complexity: O(length of the row).
  mutating func next() throws(Malformed) -> [[UInt8]]? {
    while index < bytes.count, isLineEnd(at: index) { endLine() }
    guard index < bytes.count else { return nil }
    line = nextLine
    var fields: [[UInt8]] = []
    while true {
      fields.append(try field())
      guard index < bytes.count, !isLineEnd(at: index) else { break }
      // A comma: at the row's end an empty field follows it.
      index += 1
    }
    if index < bytes.count { endLine() }
    return fields
  }

  private mutating func field() throws(Malformed) -> [UInt8] {
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: ","), !isLineEnd(at: index) {
        guard bytes[index] != UInt8(ascii: "\"") else {
          throw error("a quote stands within a field", "put the whole field in quotes")
        }
        index += 1
      }
      return Array(bytes[start..<index])
    }
    return try quotedField()
  }

  private mutating func quotedField() throws(Malformed) -> [UInt8] {
    var field: [UInt8] = []
    index += 1
    while index < bytes.count {
      if bytes[index] != UInt8(ascii: "\"") {
        if bytes[index] == 0x0A { nextLine += 1 }
        field.append(bytes[index])
        index += 1
      } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
        field.append(UInt8(ascii: "\""))
        index += 2
      } else {
        index += 1
        guard index == bytes.count || bytes[index] == UInt8(ascii: ",") || isLineEnd(at: index)
        else { throw error("text follows a quoted field", "put a comma behind its last quote") }
        return field
      }
    }
    throw error("a quoted field has no end", "close it with a quote")
  }

  private func isLineEnd(at index: Int) -> Bool {
    bytes[index] == 0x0A
      || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] == 0x0A))
  }

  private mutating func endLine() {
    if bytes[index] == 0x0D, index + 1 < bytes.count { index += 1 }
    index += 1
    nextLine += 1
  }

  private func error(_ problem: String, _ remedy: String) -> Malformed {
    Malformed(line: line, problem: problem, remedy: remedy)
  }
}
