/// Takes an nginx `log_format` string apart.
/// - Source: nginx, `ngx_http_log_module` and the list of its variables.
enum NginxFormat {
  /// - Throws: where a variable has no end.
  static func pieces(of format: [UInt8]) throws(FormatStringError) -> [FormatPiece] {
    var pieces: [FormatPiece] = []
    var text: [UInt8] = []
    var index = 0
    while index < format.count {
      guard format[index] == 0x24 else {
        text.append(format[index])
        index += 1
        continue
      }
      let isBraced = index + 1 < format.count && format[index + 1] == 0x7B
      let start = index + (isBraced ? 2 : 1)
      var end = start
      while end < format.count, isNameByte(format[end]) { end += 1 }
      let name = String(decoding: format[start..<end], as: UTF8.self)
      if end == start || (isBraced && (end == format.count || format[end] != 0x7D)) {
        throw FormatStringError(
          problem: "'$\(isBraced ? "{" : "")\(name)' is no variable; "
            + "write a $ and a name, as in $remote_addr")
      }
      if !text.isEmpty { pieces.append(.text(text)) }
      text = []
      pieces.append(.field(kind(of: name.lowercased()), directive: "$\(name)"))
      index = end + (isBraced ? 1 : 0)
    }
    if !text.isEmpty { pieces.append(.text(text)) }
    return pieces
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
  }

  /// Variables that a report does not use are passed over, known or not: a `map` may define any.
  private static func kind(of name: String) -> FieldKind {
    switch name {
    case "remote_addr", "remote_host", "realip_remote_addr", "proxy_protocol_addr", "client_ip",
      "clientip":
      .client
    case "http_x_real_ip", "http_cf_connecting_ip", "http_true_client_ip", "http_x_client_ip",
      "http_fastly_client_ip", "http_cf_connecting_ipv6":
      .proxiedClient
    case "http_x_forwarded_for", "proxy_add_x_forwarded_for": .forwarded
    case "remote_user": .user
    case "time_local": .time(.common)
    case "time_iso8601", "msec": .time(.any)
    case "request": .request
    case "request_method": .method
    case "request_uri": .target
    case "uri", "document_uri": .path
    case "is_args": .queryMark
    case "args", "query_string": .query
    case "server_protocol": .httpProtocol
    case "status": .status
    case "body_bytes_sent": .bodyBytes
    case "bytes_sent": .sentBytes
    case "http_referer": .referrer
    case "http_user_agent": .agent
    case "host", "http_host", "server_name": .host
    // A masked address is an address of a network.
    case _ where name.hasPrefix("remote_addr_") || name.hasPrefix("ip_anon"): .client
    case _ where name.hasPrefix("anon") && name.hasSuffix("addr"): .client
    case _ where name.hasPrefix("upstream_"): .skipList
    // Names of our own, for the formats that ship with the product.
    case "logagg_address": .address
    case "logagg_dotted_host": .dottedHost
    default: .skip
    }
  }
}
