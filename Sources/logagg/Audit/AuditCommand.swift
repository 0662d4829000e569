internal import ArgumentParser

/// `logagg audit`: looks at finished reports as a stranger would, and trusts none of them.
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract:
      "Check finished reports from outside: form, sums, thresholds, identifiers, comparison.",
    discussion: """
      Reads reports as JSON, CSV or HTML, ledgers, or all of a folder, and shares no code with what made them. It checks that \
      figures add up, that every cell stands for as many visitors as the report claims, that remainders and linked \
      tables leave no small group, that no word looks like an identifier, and that reports of one site, held together, \
      cannot be subtracted to show a small group.

      Status 0 means nothing was found. Findings are listed, each with its place, and the status is 65. A finding never \
      repeats the word that it is about.
      """)

  @Argument(
    help: "Reports (.json .csv .html), ledgers (.jsonl), or folders of them.", completion: .file())
  var reports: [String]

  @Option(
    help: ArgumentHelp(
      "The least number of visitors behind a cell; default: what each report claims.",
      valueName: "count"))
  var threshold: Int?

  @Flag(name: .shortAndLong, help: "Say nothing where nothing is found.")
  var quiet = false

  func validate() throws {
    guard !reports.isEmpty else {
      throw ValidationError("name a report, or a folder of them")
    }
    if let threshold, threshold < 2 {
      throw ValidationError("--threshold is a whole number of at least 2")
    }
  }

  func run() throws {
    let files = try AuditInput.files(reports)
    // Reports come from anywhere: from here on nothing is opened.
    Confinement().enter()
    let audit = Audit(files, threshold: threshold)
    var text = ""
    if !quiet {
      for line in audit.summary { text += line + "\n" }
    }
    for finding in audit.findings {
      text += "\(finding.file): \(finding.place): \(finding.problem) [\(finding.rule.rawValue)]\n"
    }
    try StandardOutput.write(Array(text.utf8))
    guard audit.findings.isEmpty else {
      let count = audit.findings.count
      throw Failure(
        .dataError,
        "\(count) finding\(count == 1 ? "" : "s") in \(audit.reportCount) "
          + "report\(audit.reportCount == 1 ? "" : "s"); do not hand on what was found")
    }
  }
}
