/// Times each room of the library on a log, beside what cannot be beaten, and checks every answer.
///
/// `rooms LOG [WORD]`: a log in combined format, and which rooms (all whose name holds the word).
@main
struct Rooms {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first else {
      print("usage: rooms LOG [WORD]")
      return
    }
    let word = arguments.dropFirst().first ?? ""
    let sample = try Sample(path)
    print(
      "\(sample.lineCount) lines, \(sample.bytes.count) bytes; the least of \(Figure.rounds) rounds\n"
    )
    print("| room | ns | a | ceiling | ns | times the ceiling |\n|---|--:|---|---|--:|--:|")
    let rooms: [(name: String, measure: (Sample) throws -> [Figure])] = [
      ("lines", LineFinding.measure), ("formats", Formats.measure),
      ("timestamp", Timestamp.measure), ("address", Address.measure), ("caches", Caches.measure),
      ("minimisation", Minimisation.measure),
      ("visitor sets", VisitorSets.measure), ("tables", Tables.measure),
      ("release", Releasing.measure), ("gzip", Gzip.measure),
    ]
    for room in rooms where word.isEmpty || room.name.contains(word) {
      for figure in try room.measure(sample) { print(figure.row) }
    }
  }
}
