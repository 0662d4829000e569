import Foundation

/// A request as bytes, and what a log must say of it.
struct SentRequest: Sendable {
  var target: [UInt8]
  var agent = Array("Mozilla/5.0 (X11; Linux x86_64)".utf8)
  var referrer = Array("https://example.com/?q=a b".utf8)
  var user: [UInt8] = []

  static let host = Array("www.example.org".utf8)

  /// Each target begins with its request's number, by which the log's line is found.
  static let all: [SentRequest] = {
    var list: [SentRequest] = []
    func add(_ target: String, _ change: (inout SentRequest) -> Void = { _ in }) {
      var request = SentRequest(target: Array("/r\(list.count)/\(target)".utf8))
      change(&request)
      list.append(request)
    }
    add("plain?x=1&y=")
    add(#"q"b\c"#) {
      $0.agent = Array(#"M "x" \ y"#.utf8)
      $0.referrer = Array(#"http://example.com/?a"b"#.utf8)
    }
    add("control") { $0.agent = Array("M ".utf8) + [0x01, 0x7F] }
    add("bytes") { $0.agent = Array("M é ".utf8) + [0xC3, 0x28, 0xFF] }
    add("é/ü")
    add("%C3%A9/a%20b%22")
    add(String(repeating: "a", count: 8000))
    add("auth") { $0.user = Array(#"jane "q" [doe]"#.utf8) }
    add("agent") {
      $0.agent = Array(#"x\x22y] "GET / HTTP/1.1" 200 1 "-" "z"#.utf8)
      $0.referrer = Array("-".utf8)
    }
    return list
  }()

  /// The bytes of a request by HTTP/1.1.
  func bytes(prefix: String = "") -> [UInt8] {
    var bytes = Array("GET \(prefix)".utf8) + target + Array(" HTTP/1.1\r\nHost: ".utf8) + Self.host
    bytes += Array("\r\nUser-Agent: ".utf8) + agent + Array("\r\nReferer: ".utf8) + referrer
    if !user.isEmpty {
      let secret = Data(user + Array(":x".utf8)).base64EncodedString()
      bytes += Array("\r\nAuthorization: Basic \(secret)".utf8)
    }
    return bytes + Array("\r\nConnection: close\r\n\r\n".utf8)
  }

  /// The number of the request whose target this is.
  static func number(_ target: [UInt8]) -> Int? {
    let text = String(decoding: target, as: UTF8.self)
    guard let place = text.firstRange(of: "/r") else { return nil }
    return Int(text[place.upperBound...].prefix { $0 != "/" })
  }
}
