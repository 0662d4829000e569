/// Reads a ledger for the auditor: every release in it, and whether the chain of hashes holds.
///
/// A line is `{"hash": …, "bytes": …, "record": {"previous": …, "sequence": …, "release": …, "report": …}}`, the hash being SHA-256 of
/// the record's bytes as they stand there.
struct ReportsFromLedger {
  /// The releases that stand: those that a later one restates are left out.
  private(set) var reports: [AuditedReport] = []
  private(set) var findings: [AuditFinding] = []
  private let file: String
  private var previous = String(repeating: "0", count: 64)

  /// - Complexity: O(bytes).
  init(_ bytes: [UInt8], file: String) {
    self.file = file
    var replaced: Set<Int> = []
    var numbered: [(sequence: Int, report: AuditedReport)] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let place = "record \(index + 1)"
      if index == lines.count - 1 {
        complain(place, "it is cut off: an append did not finish, and released nothing")
        continue
      }
      guard let json = checked(Array(line), place) else { continue }
      let record = json["record"] ?? .null
      if let number = record["release"]?["restates"]?["sequence"]?.number {
        replaced.insert(Int(number))
      }
      guard let report = record["report"] else {
        complain(place, "it holds no report")
        continue
      }
      let read = ReportFromJSON(report, file: "\(file) \(place)", isRecord: true)
      findings += read.findings
      var found = read.report
      found.advertiser = record["release"]?["advertiser"]?.string ?? ""
      numbered.append((Int(record["sequence"]?.number ?? 0), found))
    }
    reports = numbered.filter { !replaced.contains($0.sequence) }.map(\.report)
  }

  private mutating func complain(_ place: String, _ problem: String) {
    findings.append(AuditFinding(file: file, place: place, rule: .chain, problem: problem))
  }

  /// A line as JSON, once its hash and its place in the chain were looked at.
  private mutating func checked(_ line: [UInt8], _ place: String) -> PlainJSON? {
    let json: PlainJSON
    do throws(PlainJSON.Problem) {
      json = try PlainJSON(line)
    } catch {
      complain(place, "\(error.what), at its byte \(error.byte)")
      return nil
    }
    let marker = Array(",\"record\":".utf8)
    let start = line.firstRange(of: marker)?.upperBound ?? line.count
    let digest = ChainDigest.digest(of: Array(line[start...].dropLast()))
    let hash = digest.map { Self.hexadecimal($0) }.joined()
    if json["hash"]?.string != hash { complain(place, "its hash is not that of its bytes") }
    if json["record"]?["previous"]?.string != previous {
      complain(place, "it does not follow the record before it")
    }
    previous = hash
    return json
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
