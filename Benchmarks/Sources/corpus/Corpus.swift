internal import Glibc

/// Writes a seeded, believable access log: `corpus --help` says how.
@main struct Corpus {
  static func main() {
    do throws(Options.Mistake) {
      let options = try Options(Array(CommandLine.arguments.dropFirst()))
      if options.wantsHelp {
        print(Options.help, terminator: "")
        return
      }
      var simulation = Simulation(options)
      let failure = simulation.run()
      if failure != 0 {
        complain("standard output took no more (error \(failure)); is the disk full?")
        exit(74)
      }
    } catch {
      complain(error.message)
      exit(64)
    }
  }

  /// Says on standard error what went wrong.
  private static func complain(_ message: String) {
    let bytes = Array("corpus: \(message)\n".utf8)
    // The count is the array's own; what cannot be said is not said.
    _ = unsafe write(2, bytes, bytes.count)
  }
}
