internal import ArgumentParser

@main
struct Logagg: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logagg",
    abstract: "Turns web-server access logs into reports that a privacy policy allows.",
    discussion: """
      Reads logs (plain or gzip, files or a pipe), reduces every identifier before anything is counted, and writes \
      only the aggregate statistics that the policy grants the audience.

        zcat -f access.log* | logagg --policy standard -o report.html

      `logagg help report` lists the options of a report.
      """,
    version: ProductVersion.current,
    subcommands: [
      ReportCommand.self, CatchUpCommand.self, PeriodCommand.self, LedgerCommand.self,
      PoliciesCommand.self,
      FormatsCommand.self, LanguagesCommand.self, AuditCommand.self,
      InitCommand.self, DoctorCommand.self,
    ],
    defaultSubcommand: ReportCommand.self)

  static func main() async {
    QuietCrashes.install()
    StandardStreams.complete()
    OpenFileLimit.raise()
    LargeAllocations.areReturned()
    do {
      var command = try parseAsRoot()
      if var confinable = command as? any ConfinableCommand {
        try await confinable.runConfined()
      } else if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let failure as Failure {
      Diagnostics.write("logagg: \(failure.message)")
      QuietCrashes.leave(with: failure.status)
    } catch {
      guard let failure = Failure(arguments: error) else { exit(withError: error) }
      Diagnostics.write("logagg: \(failure.message)")
      QuietCrashes.leave(with: failure.status)
    }
  }
}
