import Foundation
import Testing

@Suite struct JSONSchemaTests {
  private static func schema() throws -> JSONSchema {
    let file = Repository.root.appending(path: "Documentation/report.schema.json")
    return try JSONSchema(Data(contentsOf: file))
  }

  private static func report(_ line: String) throws -> [String: Any] {
    let scratch = try Scratch()
    try scratch.write(InventedLog(visitors: 9, paths: ["/news/"]).data, to: "few.log")
    let outcome = try scratch.run("logagg --format json --site \"$SAMPLES/site.toml\" " + line)
    try #require(outcome.status == 0)
    return try JSONTree.read(outcome.stdout) as? [String: Any] ?? [:]
  }

  @Test(
    "a report is what its schema says, whole, empty and withheld",
    arguments: [
      "--audience internal \"$SAMPLES/access.log.gz\"",
      "--audience public \"$SAMPLES/access.log.gz\"",
      "--policy industrykart-2019 \"$SAMPLES/access.log.gz\"", "--audience internal",
      "--day 2026-11-01 \"$SAMPLES/access.log.gz\"",
      // Too few visitors for totals.
      "--audience public few.log",
    ])
  func valid(_ line: String) throws {
    let faults = try Self.schema().faults(of: Self.report(line))
    #expect(faults.isEmpty, "\(faults.prefix(5))")
  }

  @Test(
    "a validator of others finds the schema valid, and reports what it says",
    .enabled(if: Program.hasSchemaValidator, "the Python package jsonschema is needed"))
  func maintained() throws {
    let scratch = try Scratch()
    let outcome = try scratch.run(
      """
      logagg --audience internal --site "$SAMPLES/site.toml" -o a.json "$SAMPLES/access.log.gz" && \
      logagg --audience public -o b.json && sed 's/"threshold": /"threshold": -/' a.json > c.json
      """)
    try #require(outcome.status == 0, "\(outcome.message)")
    let schema = Repository.root.appending(path: "Documentation/report.schema.json").path
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      for name in sys.argv[2:]:
          print(sum(1 for _ in jsonschema.Draft202012Validator(schema).iter_errors(json.load(open(name)))))
      """
    try scratch.write(Data(program.utf8), to: "validate.py")
    let found = try scratch.run("python3 validate.py '\(schema)' a.json b.json c.json")
    #expect(found.output == "0\n0\n1\n", "\(found.message)")
  }

  @Test("a report with a fault is not what the schema says")
  func faults() throws {
    let schema = try Self.schema()
    let report = try Self.report("--audience internal \"$SAMPLES/access.log.gz\"")
    func faults(_ change: (inout [String: Any]) -> Void) throws -> [String] {
      var report = report
      change(&report)
      return try schema.faults(of: report)
    }
    #expect(try faults { $0["schema"] = "logagg.report/2" } == ["$.schema: const"])
    #expect(try faults { $0["visitors"] = ["203.0.113.9"] } == ["$: visitors is not known"])
    #expect(try faults { $0["totals"] = nil } == ["$: required"])
    #expect(
      try faults {
        var totals = $0["totals"] as? [String: Any] ?? [:]
        totals["visitors"] = -1.0
        $0["totals"] = totals
      } == ["$.totals.visitors: minimum"])
    #expect(
      try faults {
        var tables = $0["tables"] as? [[String: Any]] ?? []
        tables[0]["rows"] = [["key": "a", "address": "b"]]
        $0["tables"] = tables
      } == ["$.tables[0].rows[0]: address is not known"])
  }
}
