internal import ArgumentParser
internal import LogAggregate

/// The options that say which ledger guards the release.
struct LedgerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Record this release, and refuse what would contradict an earlier one (default: the site file's ledger, if it names one).",
      valueName: "file"), completion: .file())
  var ledger: String?

  @Option(
    help: ArgumentHelp(
      "Replace the earlier release of this period, where the two cannot be subtracted; the reason is recorded.",
      valueName: "reason"))
  var restate: String?

  @Option(
    help: ArgumentHelp(
      "How long to wait for another run that holds the ledger (default: not at all).",
      valueName: "seconds"))
  var wait = 0

  /// The ledger that is named, here or in the site file.
  func path(_ site: Site) -> String? { ledger ?? site.ledger }

  func validate() throws {
    guard (0...86_400).contains(wait) else {
      throw ValidationError("--wait takes a number of seconds from 0 to 86400.")
    }
    guard let restate else { return }
    let isOneLine = restate.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    guard isOneLine, (1...200).contains(restate.count) else {
      throw ValidationError("--restate takes a reason of one line, of at most 200 characters.")
    }
  }

  /// What a confined run has to be allowed: the folder of the ledger, which holds its key and its lock.
  func writable(_ site: Site) -> [String] {
    guard let ledger = path(site) else { return [] }
    return [
      PendingFile.folder(of: ledger),
      PendingFile.folder(of: (try? PendingFile.resolve(ledger)) ?? ledger),
    ]
  }

  /// The ledger, locked until it is let go; `nil` where none is named.
  func open(_ site: Site, quiet: Bool) throws -> Ledger? {
    guard let ledger = path(site) else {
      guard restate == nil else { throw Failure(.usage, "--restate needs --ledger: give both") }
      return nil
    }
    do throws(LedgerError) {
      let opened = try Ledger(path: ledger, waitingSeconds: wait)
      if opened.recoveredByteCount > 0, !quiet {
        Diagnostics.write(
          "logagg: \(ledger): an append that an earlier run did not finish was cut off; nothing of it had been released"
        )
      }
      return opened
    } catch {
      throw Failure(ledger: error)
    }
  }
}
