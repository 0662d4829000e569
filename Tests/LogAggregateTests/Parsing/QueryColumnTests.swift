import Foundation
import Testing

@testable import LogAggregate

/// Formats that have the query in a column of its own tell as much as those that have it in the target.
@Suite struct QueryColumnTests {
  /// How the same requests are written.
  enum Writing: String, CaseIterable {
    case w3c, iis, cloudFront, ltsv, json, pasted, apache

    /// What `--log-format` is given.
    var format: String {
      switch self {
      case .w3c, .iis: "w3c"
      case .cloudFront: "cloudfront"
      case .ltsv: "ltsv"
      case .json: "json"
      case .pasted:
        "$remote_addr [$time_local] $request_method $uri $args $status $body_bytes_sent "
          + "\"$http_referer\" \"$http_user_agent\""
      case .apache: "%h %t %m %q %U %>s %b \"%{Referer}i\" \"%{User-Agent}i\""
      }
    }

    var header: String {
      switch self {
      case .w3c:
        "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent) sc-bytes cs(Referer)\n"
      case .iis:
        "#Fields: date time s-ip cs-method cs-uri-query cs-uri-stem s-port c-ip cs(User-Agent) cs(Referer) sc-status sc-bytes\n"
      case .cloudFront:
        "#Fields: date time x-edge-location sc-bytes c-ip cs-method cs-uri-stem sc-status cs(Referer) "
          + "cs(User-Agent) cs-uri-query\n"
      case .ltsv, .json, .pasted, .apache: ""
      }
    }

    func line(_ request: AdvertisingLog.Request) -> String {
      let parts = request.kind.target.split(separator: "?", maxSplits: 1)
      let (stem, query) = (parts[0], parts.count > 1 ? parts[1] : "-")
      let local = ZoneRules.utc.local(at: Int64(request.time))
      let (second, date) = (Int(local.secondOfDay), CivilDate(daysSinceEpoch: local.day))
      let clock = String(format: "%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60)
      let day = String(format: "%04d-%02d-%02d", date.year, date.month, date.day)
      let stamp = "\(String(format: "%02d", date.day))/Nov/\(date.year):\(clock) +0000"
      let (agent, method) = (FactsRun.agent, request.method)
      let plus = agent.replacing(" ", with: "+")
      return switch self {
      case .w3c:
        "\(day) \(clock) \(request.client) \(method) \(stem) \(query) \(request.status) \(plus) 512 -"
      case .iis:
        "\(day) \(clock) 10.0.0.1 \(method) \(query) \(stem) 443 \(request.client) \(plus) - \(request.status) 512"
      case .cloudFront:
        "\(day)\t\(clock)\tLHR62-C2\t512\t\(request.client)\t\(method)\t\(stem)\t\(request.status)\t-\t"
          + "\(agent.replacing(" ", with: "%20"))\t\(query.replacing("%", with: "%25"))"
      case .ltsv:
        "time:\(stamp)\thost:\(request.client)\tmethod:\(method)\turi:\(stem)\tquery:\(query)\t"
          + "status:\(request.status)\tsize:512\treferer:-\tua:\(agent)"
      case .json:
        #"{"time":"\#(stamp)","remote_addr":"\#(request.client)","method":"\#(method)","args":"\#(query)","#
          + #""uri":"\#(stem)","status":\#(request.status),"bytes_sent":512,"http_referer":"-","http_user_agent":"\#(agent)"}"#
      case .pasted:
        "\(request.client) [\(stamp)] \(method) \(stem) \(query) \(request.status) 512 \"-\" \"\(agent)\""
      case .apache:
        "\(request.client) [\(stamp)] \(method) \(query == "-" ? "" : "?\(query)") \(stem) \(request.status) 512 \"-\" \"\(agent)\""
      }
    }

    func text(_ requests: [AdvertisingLog.Request]) -> String {
      header + requests.map { line($0) + "\n" }.joined()
    }
  }

  private static let site =
    AdvertisingLog.site + """

      [[goals]]
      name = "Enquiry"
      pattern = "/enquiry?sent=yes"
      type_parameter = "about"
      types = ["price", "trade"]
      [[parameters]]
      name = "view"
      values = ["map", "list"]
      [screen]
      parameter = "s"
      """

  private static let kinds =
    AdvertisingLog.kinds + [
      AdvertisingLog.Kind(target: "/stay?view=map"), AdvertisingLog.Kind(target: "/stay?view=x"),
      AdvertisingLog.Kind(target: "/?s=1920x1080"), AdvertisingLog.Kind(target: "/?s=360x800"),
      AdvertisingLog.Kind(target: "/enquiry?sent=yes&about=trade"),
      AdvertisingLog.Kind(target: "/enquiry?sent=no&about=trade"),
    ]

  private static func requests(_ seed: Int) -> [AdvertisingLog.Request] {
    var random = SeededRandom(seed)
    return (0..<1500).map { number in
      AdvertisingLog.Request(
        client: "241.7.\(random.int(0...60)).\(random.int(0...1))",
        time: 1_795_046_400 + number * 9,
        kind: random.pick(kinds), status: random.pick([200, 200, 200, 302, 304, 404]),
        method: random.once(in: 12) ? "POST" : "GET")
    }
  }

  /// The dump of the report on a log, without what tells the format.
  private static func dump(_ text: String, _ format: String) async throws -> [Substring] {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(text.utf8), "access.log")
    let setting = try TestRun.setting(site: site)
    let dump = try await TestRun.dump([path], setting, TestRun.options(format: format))
    return dump.split(separator: "\n").filter {
      !$0.hasPrefix("formats") && !$0.hasPrefix("lines") && !$0.hasPrefix("excluded directive")
        && !$0.hasPrefix("rules")
    }
  }

  @Test(
    "one log in every writing gives one report: campaigns, screens, clicks, goals and pages by parameter",
    arguments: Writing.allCases)
  func oneReport(_ writing: Writing) async throws {
    let requests = Self.requests(7)
    let wanted = try await Self.dump(AdvertisingLog.text(requests), "combined")
    for row in [
      "row newsletter / autumn", "row 1920x1080", "row kestrel.example", "row Side",
      "row Enquiry / trade", "row /stay?view=map",
    ] {
      #expect(wanted.contains { $0.hasPrefix(row) }, "\(row)")
    }
    let found = try await Self.dump(writing.text(requests), writing.format)
    #expect(found == wanted, "\(writing)")
  }

  @Test("a query that no statistic is made of is not read", arguments: Writing.allCases)
  func unread(_ writing: Writing) throws {
    let plain = try TestRun.setting(site: "[site]\nhosts = [\"www.example.org\"]")
    #expect(!plain.fields.contains(.query))
    #expect(try TestRun.setting(site: Self.site).fields.contains(.query))
    let known = try #require(try KnownFormat(nameOrString: writing.format))
    let request = AdvertisingLog.Request(
      client: "241.7.0.1", time: 1_795_046_400, kind: AdvertisingLog.autumn)
    let text = Array(writing.text([request]).utf8.dropLast())
    let read = FormatLawTests.reader(known)
    #expect(try #require(read(text, plain.fields)).fields[.query] == [])
    #expect(try #require(read(text, plain.fields.union(.query))).fields[.query] != [])
  }
}
