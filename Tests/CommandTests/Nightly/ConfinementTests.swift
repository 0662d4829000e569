import CShims
import Foundation
import Testing

@testable import logagg

/// What a confined process can no longer do, tried in child processes of the tests.
@Suite struct ConfinementTests {
  static let hasLandlock: Bool = {
    let rules = shim_landlock_begin()
    if rules >= 0 { close(rules) }
    return rules >= 0
  }()

  @Test(
    "a confined process opens what it named, and nothing else",
    .enabled(if: hasLandlock, "this kernel has no Landlock"))
  func files() async {
    await #expect(processExitsWith: .success) {
      let folder = FileManager.default.temporaryDirectory.path + "/confined-\(getpid())"
      _ = unsafe mkdir(folder, 0o700)
      _ = unsafe mkdir(folder + "/out", 0o700)
      for name in ["log", "secret"] {
        close(unsafe open(folder + "/" + name, O_CREAT | O_WRONLY, 0o600))
      }
      guard unsafe open(folder + "/secret", O_RDONLY) >= 0 else { exit(1) }

      let confinement = Confinement(readable: [folder + "/log"], writable: [folder + "/out"])
      guard confinement.enter().confinesFiles else { exit(2) }

      guard unsafe open(folder + "/log", O_RDONLY) >= 0 else { exit(3) }
      guard unsafe open(folder + "/secret", O_RDONLY) == -1, errno == EACCES else { exit(4) }
      guard unsafe open("/etc/passwd", O_RDONLY) == -1, errno == EACCES else { exit(5) }
      guard unsafe open(folder + "/new", O_CREAT | O_WRONLY, 0o600) == -1, errno == EACCES else {
        exit(6)
      }
      guard unsafe open(folder + "/log", O_WRONLY) == -1, errno == EACCES else { exit(7) }
      guard unsafe unlink(folder + "/log") == -1, errno == EACCES else { exit(8) }
      guard unsafe open(folder + "/out/new", O_CREAT | O_WRONLY, 0o600) >= 0 else { exit(9) }
      guard unsafe rename(folder + "/out/new", folder + "/out/report") == 0 else { exit(10) }
      guard unsafe unlink(folder + "/out/report") == 0 else { exit(11) }
      exit(0)
    }
  }

  @Test("a confined process has no network and starts no program, but makes threads")
  func calls() async {
    await #expect(processExitsWith: .success) {
      guard Confinement().enter().confinesCalls else { exit(2) }
      for family in [AF_INET, AF_INET6, AF_UNIX] {
        guard socket(family, Int32(SOCK_STREAM.rawValue), 0) == -1, errno == EPERM else { exit(3) }
      }
      guard fork() == -1, errno == EPERM else { exit(4) }
      var arguments: [UnsafeMutablePointer<CChar>?] = unsafe [strdup("true"), nil]
      guard unsafe execv("/bin/true", &arguments) == -1, errno == EPERM || errno == EACCES else {
        exit(5)
      }
      var thread = pthread_t()
      guard unsafe pthread_create(&thread, nil, { _ in nil }, nil) == 0 else { exit(6) }
      guard pthread_join(thread, nil) == 0 else { exit(7) }
      exit(0)
    }
  }

  @Test(
    "while the command reads, every thread of it is confined and its memory is closed to others")
  func command() throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a/"]).data, to: "access.log")
    let outcome = try scratch.run(
      """
      mkfifo pipe; logagg --audience internal -o report.json pipe & p=$!
      exec 3>pipe; head -n 1 access.log >&3; sleep 0.5
      cat /proc/$p/task/*/status | grep -E '^(NoNewPrivs|Seccomp):' | sort | uniq -c | tr -s ' \\t' ' '
      ls /proc/$p/task | wc -l
      tail -n +2 access.log >&3; exec 3>&-; wait $p && test -s report.json && echo whole
      """)
    let lines = outcome.output.split(separator: "\n").map(String.init)
    try #require(lines.count >= 3, "\(outcome.output) \(outcome.message)")
    let threads = lines[lines.count - 2].trimmingCharacters(in: .whitespaces)
    #expect(lines.dropLast(2) == [" \(threads) NoNewPrivs: 1", " \(threads) Seccomp: 2"])
    #expect(lines.last == "whole")
  }

  /// Lines of the shell that leave the command at work as `$p`, and let it finish.
  struct Work: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let begin: String
    let finish: String
  }

  private static let others = [
    Work(
      testDescription: "period, while another run holds the ledger",
      begin: """
        logagg -q --audience internal --ledger l.jsonl --day 2026-11-19 access.log > first || exit 9
        flock l.jsonl sleep 2 & sleep 0.3
        logagg period --ledger l.jsonl --audience internal --week 2026-W47 --wait 9 -o out/week.html & p=$!
        """, finish: "wait $p && test -s out/week.html"),
    Work(
      testDescription: "doctor, while it looks at a log",
      begin: """
        mkfifo pipe; logagg doctor -o out/report.html pipe > answer & p=$!
        exec 3>pipe; head -n 1 access.log >&3
        """, finish: "exec 3>&-; wait $p && grep -q '✔ output' answer"),
    Work(
      testDescription: "audit, while it tells what it found",
      begin: """
        mkdir r; i=0; while [ $i -lt 2000 ]; do echo '{}' > r/$i.json; i=$((i + 1)); done
        mkfifo pipe; logagg audit r > pipe & p=$!
        exec 3<pipe
        """, finish: "test $(cat <&3 | wc -l) -ge 2000"),
  ]

  @Test("other commands that read what came from elsewhere are confined too", arguments: others)
  func other(_ work: Work) throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a/"]).data, to: "access.log")
    let outcome = try scratch.run(
      """
      mkdir out; \(work.begin)
      sleep 0.7; grep -E '^(NoNewPrivs|Seccomp):' /proc/$p/status | tr -s ' \\t' ' '
      \(work.finish) && echo whole
      """)
    #expect(outcome.output == "NoNewPrivs: 1\nSeccomp: 2\nwhole\n", "\(outcome.message)")
  }

  @Test(
    "a log that another file takes the place of while the command runs stays the one that was named"
  )
  func replaced() throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a/"]).data, to: "access.log")
    try scratch.write(InventedLog(visitors: 90, paths: ["/b/"]).data, to: "other.log")
    // The command looks at the first lines of both inputs before it reads either.
    let outcome = try scratch.run(
      """
      mkfifo pipe; logagg --audience internal -o report.json access.log pipe & p=$!
      exec 3>pipe; sleep 0.5; mv other.log access.log; exec 3>&-; wait $p
      """)
    try #require(outcome.status == 0, "\(outcome.message)")
    #expect(try ReportJSON.read(scratch.read("report.json")).input.lines == 60)
  }

  @Test(
    "the command confines itself before it makes a thread",
    .enabled(if: hasLandlock && hasStrace, "no Landlock or no strace here"))
  func order() throws {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 60, paths: ["/a/"]).data, to: "access.log")
    let outcome = try scratch.run(
      "strace -f -o trace -e trace=clone,clone3,landlock_restrict_self logagg -o r.json access.log"
        + " && cut -d' ' -f2- trace | sed 's/^ *//' | cut -d'(' -f1 | head -1; grep -c 'restrict.*= 0' trace"
    )
    #expect(outcome.output == "landlock_restrict_self\n1\n", "\(outcome.message)")
  }

  private static let hasStrace = (try? Scratch().run("strace -V").status) == 0
}
