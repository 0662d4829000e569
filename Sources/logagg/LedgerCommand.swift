internal import ArgumentParser
internal import LogAggregate

/// `logagg ledger`: what concerns a ledger's file itself.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Check a ledger's file.", subcommands: [Verify.self])

  /// `logagg ledger verify`: every byte is as it was written.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Read a ledger whole, and check its chain of hashes and every record.",
      discussion: """
        Status 0 means that no byte was changed and no record left out since it was written. A ledger that was written anew \
        from the beginning verifies too: compare a record's hash with the one in a report that was handed out.
        """)

    @Argument(help: "The ledger.", completion: .file())
    var ledger: String

    @Flag(name: .shortAndLong, help: "Say nothing where nothing is found.")
    var quiet = false

    func run() throws {
      var text = ""
      do throws(LedgerError) {
        let found = try Ledger.verify(path: ledger)
        guard !quiet else { return }
        var lines = [
          "\(found.releaseCount) release\(found.releaseCount == 1 ? "" : "s"), all as written"
        ]
        if let days = found.days { lines[0] += ", from \(days.lowerBound) to \(days.upperBound)" }
        if let hash = found.lastHash { lines.append("last record \(hash)") }
        if found.tornByteCount > 0 {
          lines.append(
            "an append at the end was never finished (\(found.tornByteCount) bytes); the next run cuts it off"
          )
        }
        text = lines.joined(separator: "\n") + "\n"
      } catch {
        throw Failure(ledger: error)
      }
      try StandardOutput.write(Array(text.utf8))
    }
  }
}
