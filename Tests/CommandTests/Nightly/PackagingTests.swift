import Foundation
import Testing

/// The files that are installed around the command.
@Suite struct PackagingTests {
  private static func runs(_ line: String) -> Bool { (try? Scratch().run(line).status) == 0 }

  @Test(
    "the service and its timer are what systemd expects, and exposed to little",
    .enabled(if: runs("command -v systemd-analyze"), "systemd-analyze is missing"))
  func units() throws {
    let folder = Repository.root.path + "/Packaging/systemd"
    let outcome = try Scratch().run(
      "systemd-analyze security --offline=true --threshold=15 \(folder)/logagg.service")
    #expect(outcome.status == 0, "\(outcome.output.suffix(200)) \(outcome.message)")
  }

  @Test(
    "logrotate takes the rule", .enabled(if: runs("command -v logrotate"), "logrotate is missing"))
  func rotation() throws {
    let scratch = try Scratch()
    let rule = Repository.root.path + "/Packaging/logrotate/nginx-with-logagg"
    let outcome = try scratch.run("cp \(rule) rule && chmod 644 rule && logrotate -d -s state rule")
    #expect(outcome.status == 0 && !outcome.message.contains("error:"), "\(outcome.message)")
  }

  @Test("the shells take the completions", arguments: ["bash", "zsh", "fish"])
  func completions(_ shell: String) throws {
    guard Self.runs("command -v \(shell)") else { return }
    let name = ["bash": "logagg.bash", "zsh": "_logagg", "fish": "logagg.fish"][shell] ?? ""
    let outcome = try Scratch().run(
      "\(shell) -n \(Repository.root.path)/Packaging/completions/\(name)")
    #expect(outcome.status == 0, "\(outcome.message)")
  }

  @Test(
    "the Debian package of the release binary installs, runs the sample and removes cleanly",
    .enabled(
      if: Repository.isRelease && runs("command -v dpkg-deb") && runs("command -v objdump"),
      "LOGAGG_BINARY names no release binary, or dpkg is missing"))
  func debian() throws {
    let scratch = try Scratch()
    let folder = Repository.root.path + "/Packaging/deb"
    let built = try scratch.run("\(folder)/build '\(Repository.command)' .")
    try #require(built.status == 0, "\(built.message)")
    let outcome = try scratch.run("\(folder)/test logagg_*.deb", limit: 120)
    // 77: no root, or no overlay mounts.
    guard outcome.status != 77 else { return }
    #expect(outcome.status == 0, "\(outcome.output) \(outcome.message)")
  }
}
