import Foundation
import Testing

@testable import LogAggregate

/// What the servers themselves write is read back as it was sent.
@Suite(.serialized) struct RealServerTests {
  /// A line's fields as bytes.
  typealias Fields = [Field: [UInt8]]

  /// The records of a log as a run reads them, decoded, and the name of the format.
  static func read(_ bytes: [UInt8], format: String?) throws -> (records: [Fields], name: String?) {
    let known =
      try format.map { try #require(try KnownFormat(nameOrString: $0)) }
      ?? FormatDetection(bytes.span).format
    guard let known else { return ([], nil) }
    func records<Format: LogFormat>(_ format: Format) -> [Fields] {
      var format = format
      var escapes = LineEscapes(format.escape)
      var list: [Fields] = []
      var lines = LineCursor(bytes.span)
      while let line = lines.next() {
        do throws(Malformed) {
          var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
          try format.read(line, fields: .all, into: &places[0])
          escapes.decode(line, decoded: format.decodedBytes, &places[0])
          list.append(
            copy(Record(line: line, decoded: escapes.decodedBytes, places: places.span)))
        } catch {
          continue
        }
      }
      return list
    }
    let found: [Fields] =
      switch known.reading {
      case .combined: records(CombinedFormat())
      case .common: records(CommonFormat())
      case .compiled(let layout): records(CompiledFormat(layout))
      case .json: records(JSONFormat(KnownFormat.jsonNames, fields: .all))
      case .ltsv: records(LTSVFormat(KnownFormat.ltsvNames, fields: .all))
      case .w3c(let dialect): records(W3CFormat(KnownFormat.w3cNames, dialect: dialect))
      }
    return (found, known.name)
  }

  private static func copy(_ record: borrowing Record) -> Fields {
    var copy: Fields = [
      .time: Array(String(record.time).utf8), .status: Array(String(record.status).utf8),
    ]
    for field in Field.allCases where field != .time && field != .status {
      let bytes = record[field]
      copy[field] = bytes.indices.map { bytes[$0] }
    }
    return copy
  }

  /// A request that was sent, and how it was answered.
  struct Exchange {
    let number: Int
    let client: String
    let port: Int
    let status: Int
  }

  @Test(
    "what a server writes is what was sent to it", .timeLimit(.minutes(5)),
    arguments: RealServer.all)
  func readBack(_ server: RealServer) throws {
    guard server.isInstalled else {
      print("skipped: \(server.name) is not installed")
      return
    }
    let began = Int(Date().timeIntervalSince1970)
    let running = try RunningServer(server)
    var exchanges: [Exchange] = []
    for (place, port) in running.ports.enumerated() where place != server.http2Port || place == 0 {
      for client in ["127.0.0.1", "::1"] where Loopback.answers(client, port) {
        for (number, request) in SentRequest.all.enumerated() {
          let bytes = request.bytes(prefix: server.targetPrefix)
          // What a server refuses to read it need not tell.
          guard let status = Loopback.status(bytes, client, port), status != 400 else { continue }
          exchanges.append(
            Exchange(number: number, client: client, port: place, status: status))
        }
      }
    }
    let accepted = Set(exchanges.map(\.number))
    #expect(accepted.count >= 6, "\(server.name) took only \(accepted.sorted())")
    #expect(Set(exchanges.map(\.client)).count == 2)
    running.stop()
    for log in server.logs {
      let wanted = exchanges.filter { log.ports?.contains($0.port) ?? true }
      let bytes = running.contents(log.file)
      if let detected = log.detected {
        #expect(try Self.read(bytes, format: nil).name == detected, "\(server.name) \(log.file)")
      }
      let records = try Self.read(bytes, format: log.format).records
      for exchange in wanted where !log.unreadable.contains(exchange.number) {
        let found = records.filter {
          SentRequest.number($0[.target] ?? []) == exchange.number
            && $0[.client] == Array(exchange.client.utf8)
        }
        let place = "\(server.name) \(log.file), request \(exchange.number) of \(exchange.client)"
        #expect(found.count >= 1, "\(place) is not there")
        guard let record = found.first else { continue }
        Self.check(record, exchange, server, log, place)
        let time = Int(String(decoding: record[.time] ?? [], as: UTF8.self)) ?? 0
        #expect((began - 1...began + 600).contains(time), "\(place): time")
      }
    }
  }

  private static func check(
    _ record: Fields, _ exchange: Exchange, _ server: RealServer, _ log: RealServer.Log,
    _ place: String
  ) {
    let sent = SentRequest.all[exchange.number]
    let prefix = Array(server.targetPrefix.utf8)
    var wanted: Fields = [
      .method: Array("GET".utf8), .target: sent.target, .status: Array("\(exchange.status)".utf8),
      .referrer: sent.referrer, .userAgent: sent.agent, .host: SentRequest.host,
      .user: server.hasUsers ? sent.user : [],
    ]
    if server.name != "Squid" { wanted[.target] = prefix + sent.target }
    for field in log.fields where field != .client && field != .byteCount {
      let found = record[field] ?? []
      if field == .target {
        // Squid and Varnish name the whole URI, and percent-encode what the client did not.
        let tail = decoded(found)
        let isSame =
          tail.suffix(sent.target.count) == sent.target[...]
          || tail.suffix(decoded(sent.target).count) == decoded(sent.target)[...]
        #expect(isSame, "\(place): target")
      } else if field == .host {
        #expect(found.starts(with: SentRequest.host), "\(place): host")
      } else if field == .user {
        #expect((found == [0x2D] ? [] : found) == wanted[.user], "\(place): user")
      } else {
        #expect(
          text(found) == text(wanted[field] ?? []) || same(found, wanted[field] ?? [], server),
          "\(place): \(field)")
      }
    }
    let bytes = record[.byteCount] ?? []
    #expect(!bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }, "\(place): bytes")
  }

  private static func text(_ bytes: [UInt8]) -> String {
    bytes.map { "\($0)" }.joined(separator: " ")
  }

  /// JSON has no bytes that are no UTF-8: HAProxy leaves them out, others write a replacement.
  private static func same(_ found: [UInt8], _ sent: [UInt8], _ server: RealServer) -> Bool {
    let valid = String(decoding: sent, as: UTF8.self)
    guard valid.contains("\u{FFFD}") else { return decoded(found) == sent }
    let left = valid.replacing("\u{FFFD}", with: "")
    let read = String(decoding: found, as: UTF8.self).replacing("\u{FFFD}", with: "")
    return read == left || decoded(found) == sent
  }

  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: bytes.count)
    let count = bytes.span.copyPercentDecoded(0, bytes.count, sign: 0x25, to: &result, at: 0)
    return Array(result[..<count])
  }

  @Test(
    "HTTP/2 is read back too", .timeLimit(.minutes(5)),
    arguments: RealServer.all.filter { $0.http2Port != nil })
  func http2(_ server: RealServer) throws {
    guard server.isInstalled, let curl = RealServer.path(of: "curl"), let place = server.http2Port
    else {
      print("skipped: \(server.name) or curl is not installed")
      return
    }
    let running = try RunningServer(server)
    let process = Process()
    process.executableURL = URL(filePath: curl)
    process.arguments = [
      "-s", "-o", "/dev/null", "--http2-prior-knowledge", "-A", #"H2 "x" é"#, "-e",
      "https://example.com/é", "http://127.0.0.1:\(running.ports[place])/r0/h2?x=1",
    ]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      print("skipped: curl has no HTTP/2")
      return
    }
    running.stop()
    for log in server.logs {
      let bytes = running.contents(log.file)
      let records = try Self.read(bytes, format: log.format).records
      let record = try #require(records.last, "\(server.name) \(log.file)")
      #expect(record[.target] == Array("/r0/h2?x=1".utf8), "\(server.name) \(log.file)")
      #expect(record[.userAgent] == Array(#"H2 "x" é"#.utf8), "\(server.name) \(log.file)")
      #expect(
        record[.referrer] == Array("https://example.com/é".utf8), "\(server.name) \(log.file)")
    }
  }
}
