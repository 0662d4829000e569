import Foundation
import Synchronization
import Testing

@testable import LogAggregate

/// Real logs of many servers: which format they are told to be of, and how many of their lines it reads.
@Suite struct RealFormatTests {
  static let folder = URL(filePath: TestData.path("logs")).resolvingSymlinksInPath()

  static let logs: [String] = {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter {
      !$0.lastPathComponent.hasPrefix("LICENSE") && !$0.hasDirectoryPath
        && !["zip", "md", "txt"].contains($0.pathExtension)
    }.map { String($0.path.dropFirst(folder.path.count + 1)) }.sorted()
  }()

  /// Logs in which nothing, or not everything, is an access line of one format, and why.
  static let exceptions: [String: String] = [
    "angle-grinder/long_lines.log": "no access log", "angle-grinder/test_json.log": "no access log",
    "angle-grinder/test_logfmt.log": "no access log",
    "angle-grinder/test_parse.log": "no access log",
    "angle-grinder/test_partial_json.log": "no access log",
    "crowdsec-hub/apache2-malformed.log": "no line has a request",
    "crowdsec-hub/bunkerweb-http-malformed.log": "no line has a request",
    "crowdsec-hub/base-upsun-httplog-logs.log": "an access line inside a JSON string",
    "crowdsec-hub/envoy-logs.log": "two formats in turns",
    "crowdsec-hub/haproxy-logs.log": "three lines of handshakes, no requests",
    "crowdsec-hub/magento-ccs.log": "no access log",
    "crowdsec-hub/nginx-http-generic-bf.log": "error lines between",
    "crowdsec-hub/nginx-proxy-manager-logs.log": "three formats in turns, error lines between",
    "crowdsec-hub/nginx_http-catch-npm.log": "three formats in turns, each of a site's own",
    "crowdsec-hub/nginx_req_limit_exceeded.log": "an error log",
    "crowdsec-hub/pfsense-rfc5424-nginx.log": "an error log",
    "crowdsec-hub/tcpudp-flood-traefik.log": "no access log",
    "crowdsec-hub/traefik_json.log": "a plugin's message between",
    "lnav/bad_access_log.0": "a line without ident and user",
    "lnav/caddy_log.0": "the server's own messages between",
    "lnav/haproxy.0": "the server's own messages between",
    "lnav/syslog_with_access_log.0": "a time without a year",
    "lnav/access_log.1": "no line has a request", "lnav/w3c.2": "a log of FTP",
    "lnav/w3c.4": "a line without a status",
    "lnav/w3c.5": "a header that names no status",
    "nekrassov01/sample_ltsv_all_unmatch.log": "damaged on purpose",
    "nekrassov01/sample_ltsv_contains_unmatch.log": "damaged on purpose",
    "nekrassov01/sample_s3_all_unmatch.log": "damaged on purpose",
    "nekrassov01/sample_s3_contains_unmatch.log": "damaged on purpose",
    "willthefarmer/apache_common/farmwork.error.log": "an error log",
  ]

  /// The formats of those that are not `combined`.
  static func wanted(_ path: String) -> String {
    let names: [(String, String)] = [
      ("apache_csv/", "apache-csv"), ("apache_vhost/", "vhost-combined"),
      ("apache_common/", "common"),
      ("angle-grinder/apache.log", "common"), ("CVE-2022-35914", "common"),
      ("apache2-http-sensitive", "common"), ("cve-2021-42013", "common"), ("aws-alb", "aws-alb"),
      ("bunkerweb", "vhost-combined"), ("nginx-cve-2021-41773", "vhost-combined"),
      ("spring4shell", "vhost-combined"), ("regexp_access", "vhost-combined"), ("caddy", "json"),
      ("envoy", "json"), ("fastly", "json"), ("traefik", "json"), ("cloudflare", "json"),
      ("wordpress_wpconfig", "combined-syslog"), ("w3c", "w3c"), ("ltsv", "ltsv"),
      ("_s3_", "aws-s3"),
      ("zoraxy", "zoraxy"), ("zoneminder", "combined"),
    ]
    return names.first { path.contains($0.0) }?.1 ?? "combined"
  }

  /// What a format reads of a whole log.
  static func count(_ path: String) throws -> (name: String?, read: Int, lines: Int) {
    let url = folder.appending(path: path)
    let slot = OpenInput.Slot(capacity: 4 << 20)
    let input = OpenInput(try LogSource.file(url.path).open(), salvages: false)
    let found = try input.peek(slot) { FormatDetection($0).format }
    guard let found, let format = found else { return (nil, 0, 0) }
    var read = 0
    var lines = 0
    let parse = FormatLawTests.reader(format)
    var header: [UInt8] = []
    // The peeked chunk comes first.
    repeat {
      slot.chunk.withLock { chunk in
        var cursor = LineCursor(chunk.bytes)
        while let line = cursor.next() {
          let text = line.indices.map { line[$0] }
          if format.hasNamedValues,
            text.first == 0x23 || text.starts(with: [0xEF, 0xBB, 0xBF, 0x23])
          {
            header += text + [0x0A]
            continue
          }
          // Blank lines, and what was sent instead of a request, are rejected on purpose.
          if text.isEmpty || !Self.hasRequest(text, format) { continue }
          lines += 1
          if parse(header + text, format.fields) != nil { read += 1 }
        }
      }
    } while try input.fill(slot)
    return (format.name, read, lines)
  }

  /// Whether a line of the log's family has a request in quotes.
  private static func hasRequest(_ text: [UInt8], _ format: KnownFormat) -> Bool {
    let line = String(decoding: text, as: UTF8.self)
    if format == .apacheCSV { return line.contains(/,"[A-Z]+","\//) }
    guard ["combined", "common", "vhost-combined"].contains(format.name) else { return true }
    return line.contains(#/"[A-Z]+ \S+( HTTP/[0-9.]+)?" [0-9]{3} /#)
  }

  @Test(
    "a log's format is told, and it reads every line that has a request",
    .enabled(if: TestData.exists), arguments: logs)
  func recognised(_ path: String) throws {
    guard Self.exceptions[path] == nil else { return }
    let found = try Self.count(path)
    print("format of \(path): \(found.name ?? "none"), \(found.read) of \(found.lines) lines")
    #expect(found.name == Self.wanted(path))
    #expect(found.lines > 0)
    #expect(found.read * 100 >= found.lines * 99, "\(found.read) of \(found.lines)")
  }

  @Test("what is no access log is of no format", .enabled(if: TestData.exists))
  func foreign() throws {
    for (path, reason) in Self.exceptions
    where reason == "no access log" || reason == "an error log" {
      let found = try Self.count(path)
      #expect(found.name == nil, "\(path)")
    }
  }
}
