internal import ArgumentParser

extension Failure {
  /// The failure that an error of the argument parser is, in one line; `nil` where it is no failure but an answer,
  /// such as the help.
  init?(arguments error: any Error) {
    guard Logagg.exitCode(for: error) != .success else { return nil }
    let message = Logagg.message(for: error).split(whereSeparator: \.isNewline)
      .joined(separator: " ")
    let told = message.hasSuffix(".") ? message.dropLast() : message[...]
    self.init(.usage, "\(Self.printable(told)); `\(Self.help(for: error))` lists the options")
  }

  /// The command that shows the help for what was asked.
  private static func help(for error: any Error) -> String {
    let full = Logagg.fullMessage(for: error)
    guard let start = full.firstRange(of: "See '"),
      let end = full[start.upperBound...].firstIndex(of: "'")
    else { return "logagg --help" }
    return String(full[start.upperBound..<end])
  }

  /// The text without characters that a terminal may take for commands.
  private static func printable(_ text: Substring) -> String {
    String(
      text.unicodeScalars.map {
        $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0)
      })
  }
}
