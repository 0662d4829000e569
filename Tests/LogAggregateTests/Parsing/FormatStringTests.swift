import Testing

@testable import LogAggregate

/// A line written by a format string, and what is to be read back from it.
struct WrittenLine {
  var text: String
  var fields: [Field: String]
}

@Suite struct FormatStringTests {
  /// What the directives of nginx and Apache write for one invented request.
  static let values: [(names: [String], value: String)] = [
    (["$remote_addr", "$remote_addr_anon", "%h", "%a"], "203.0.113.9"),
    (["$http_cf_connecting_ip", "%{X-Real-IP}i"], "203.0.113.10"),
    (["$http_x_forwarded_for", "%{X-Forwarded-For}i"], "198.51.100.4, 203.0.113.11"),
    (["$remote_user", "%u"], #"jane "q" [doe]"#),
    (["$time_local"], "10/Oct/2026:13:55:36 +0530"), (["%t"], "[10/Oct/2026:13:55:36 +0530]"),
    (["$time_iso8601"], "2026-10-10T13:55:36+05:30"),
    (["%{%Y-%m-%dT%H:%M:%S%z}t"], "2026-10-10T13:55:36+0530"),
    (["%{%Y-%m-%d %H:%M:%S}t"], "2026-10-10 08:25:36"), (["%{usec_frac}t"], "123456"),
    (["$request", "%r"], "GET /a/b%20c?x=1&y= HTTP/1.1"),
    (["$request_method", "%m"], "GET"), (["$request_uri"], "/a/b%20c?x=1&y="),
    (["%U"], "/a/b%20c"), (["%q"], "?x=1&y="), (["%H"], "HTTP/1.1"),
    (["$status", "%>s", "$upstream_status", "$uptream_status"], "200"),
    (["$body_bytes_sent", "%b", "%B"], "2326"), (["$bytes_sent", "%O"], "2700"),
    (["$http_referer", "%{Referer}i"], "https://example.com/?q=a b"),
    (["$http_user_agent", "%{User-Agent}i"], #"Mozilla/5.0 (X11; Linux) \"x\""#),
    (["$host", "$server_name", "$http_host", "%v", "%V"], "www.example.org"),
    (["$upstream_addr"], "10.0.0.1:80, 10.0.0.2:80"), (["$server_port", "%p"], "443"),
    (["$upstream_response_time"], "0.1, 0.2"),
  ]

  static func write(_ format: String) -> String {
    var rest = Substring(format)
    var line = ""
    while let first = rest.first {
      if first == "$" || first == "%" {
        let isVariable = first == "$"
        let word =
          first == "$"
          ? String("$" + rest.dropFirst().prefix { $0.isLetter || $0 == "_" || $0.isNumber }) : ""
        let known =
          isVariable
          ? values.first { $0.names.contains(word) }.map { (word, $0.value) }
          : values.flatMap { entry in entry.names.map { ($0, entry.value) } }
            .filter { rest.hasPrefix($0.0) }.max { $0.0.count < $1.0.count }
        let name = known?.0 ?? Self.unknown(rest)
        line += known?.1 ?? "7"
        rest = rest.dropFirst(name.count)
      } else {
        line.append(first)
        rest = rest.dropFirst()
      }
    }
    return line
  }

  private static func unknown(_ rest: Substring) -> String {
    if rest.hasPrefix("$") {
      return rest.hasPrefix("${")
        ? String(rest.prefix { $0 != "}" }) + "}"
        : "$" + rest.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    if rest.hasPrefix("%{") { return String(rest.prefix { $0 != "}" }) + "}i" }
    return String(rest.prefix(rest.hasPrefix("%^") ? 4 : 2))
  }

  static func read(_ format: String, _ line: String) -> (fields: [Field: String], time: Int64)? {
    guard let known = try? KnownFormat(nameOrString: format),
      case .compiled(let layout) = known.reading
    else { return nil }
    var compiled = CompiledFormat(layout)
    var places = InlineArray<1, FieldPlaces>(repeating: FieldPlaces())
    do throws(Malformed) {
      let record = try compiled.parse(
        Array(line.utf8).span, fields: known.fields.subtracting(.forwarded).union(.query),
        into: &places)
      var fields: [Field: String] = [:]
      for field in Field.allCases {
        let bytes = record[field]
        if !bytes.isEmpty {
          fields[field] = String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self)
        }
      }
      fields[.status] = String(record.status)
      return (fields, record.time)
    } catch {
      Issue.record("\(error): \(format)")
      return nil
    }
  }

  static let tail = #""$request" $status $body_bytes_sent "$http_referer" "$http_user_agent""#
  static let combined = "$remote_addr - $remote_user [$time_local] " + tail
  static let apacheTail = #"%l %u %t "%r" %>s %O "%{Referer}i" "%{User-Agent}i""#

  /// The strings of public configurations, the bare format beside what a configuration has around it.
  static let nginx: [String] = [
    combined + #" "$http_x_forwarded_for""#,
    #"{"time":"$time_iso8601","remote_addr":"$remote_addr","request":"$request","status":"$status","body_bytes_sent":"$body_bytes_sent","http_referer":"$http_referer","http_user_agent":"$http_user_agent"}"#,
    combined,
    #"$remote_addr [$time_local] "$request" status=$status body_bytes=$body_bytes_sent upstream_addr=$upstream_addr upstream_status=$upstream_status upstream_response_time=${upstream_response_time}s"#,
    #"{"time_local":"$time_local","remote_addr":"$remote_addr","request":"$request","status":$status,"body_bytes_sent":$body_bytes_sent,"http_referer":"$http_referer","http_user_agent":"$http_user_agent"}"#,
    #"{ "time":"$time_iso8601", "remote_addr":"$remote_addr", "method":"$request_method", "host":"$host", "uri":"$request_uri", "status":$status, "bytes_sent":$bytes_sent, "upstream_addr":"$upstream_addr", "upstream_status":"$upstream_status", "request_time":$request_time, "upstream_time":$upstream_response_time }"#,
    #"{"time_local":"$time_local","remote_addr":"$remote_addr","remote_user":"$remote_user","request":"$request","status":$status,"body_bytes_sent":"$body_bytes_sent","request_time":"$request_time","http_referrer":"$http_referer","http_user_agent":"$http_user_agent","http_x_forwarded_for":"$http_x_forwarded_for"}"#,
    #"{"timestamp":"$time_iso8601","request_id":"$request_id","remote_addr":"$remote_addr","request_method":"$request_method","request_uri":"$request_uri","status":$status,"upstream_status":$upstream_status,"api_key":"$http_x_api_key","user_id":"$auth_user_id"}"#,
    combined + #" "$http_x_forwarded_for" $request_time $upstream_response_time $pipe"#,
    "$remote_addr $host $upstream_http_user_session [$time_local] " + tail
      + #" "$http_x_forwarded_for" $request_time $upstream_response_time $pipe"#,
    combined + " $request_time $upstream_response_time $pipe",
    combined + " rt=$request_time urt=$upstream_response_time",
    combined + " $request_time",
    "time:$time_local\thost:$remote_addr\tforwardedfor:$http_x_forwarded_for\treq:$request\tstatus:$status\tmethod:$request_method\turi:$request_uri\tsize:$body_bytes_sent\treferer:$http_referer\tua:$http_user_agent\treqtime:$request_time\tcache:$upstream_http_x_cache\truntime:$upstream_http_x_runtime\tapptime:$upstream_response_time\tvhost:$host",
    "$http_cf_connecting_ip - $remote_user [$time_local] " + tail,
    "$http_cf_connecting_ip - $remote_user [$time_local] " + tail + #" "$http_x_forwarded_for""#,
    "$host $http_cf_connecting_ip - $remote_user [$time_local] " + tail,
    #"$server_name $remote_addr - $remote_user [$time_local] "$request" $status $uptream_status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_x_forwarded_for" $ssl_protocol $ssl_cipher $upstream_addr $request_time $upstream_response_time"#,
    combined + " $request_time $upstream_response_time $ssl_protocol $ssl_cipher",
    #"$remote_addr - [$time_local] "$request" $status $ssl_protocol $ssl_cipher"#,
    "$host " + combined,
    #"$server_name:$server_port $remote_addr - $remote_user [$time_local] "$request" $status $bytes_sent "$http_referer" "$http_user_agent""#,
    combined
      + " $request_length $request_time [$proxy_upstream_name] [$proxy_alternative_upstream_name] $upstream_addr $upstream_response_length $upstream_response_time $upstream_status $req_id",
    #"[$time_iso8601] - $app_name - $remote_addr - $remote_user - $status - "$request" - $bytes_sent - "$http_referer" - "$http_user_agent" - "$server_name" - $upstream_addr - $http_host - $upstream_response_time - $request_time"#,
    #"[$time_local] $remote_addr-$geoip_country_code "$host" $request_length $bytes_sent $status "$request" referer: "$http_referer" ua: "$http_user_agent""#,
    #"$remote_addr_anon - $remote_user [$time_local] "$request" $status $bytes_sent "$http_referer" "$http_user_agent" "$gzip_ratio""#,
    "$remote_addr_anon - $remote_user [$time_local] " + tail,
    #"{ "time": "$time_local", "remote_ip": "$remote_addr", "remote_user": "$remote_user", "request": "$request", "response": "$status", "bytes": "$body_bytes_sent", "referrer": "$http_referer", "agent": "$http_user_agent" }"#,
  ]

  static let apache: [String] = [
    #"%h %l %u %t "%r" %>s %b"#, #"%h %l %u %t "%r" %>s %O"#, "%h " + apacheTail,
    "%v:%p %h " + apacheTail, "%h " + apacheTail + " %I %O", "%{X-Forwarded-For}i %h " + apacheTail,
    #"%{X-Forwarded-For}i %h %l %u %t "%r" %>s %b"#, "%{X-Forwarded-For}i " + apacheTail,
    #"%{X-Forwarded-For}i %l %u %t "%r" %>s %b"#, "%{X-Real-IP}i " + apacheTail,
    "%a " + apacheTail + " %D %H", #"%a %l %u %t "%r" %>s %b"#,
    #"{ "time":"%t", "remoteIP":"%a", "host":"%V", "request":"%U", "query":"%q", "method":"%m", "status":"%>s", "userAgent":"%{User-Agent}i", "referer":"%{Referer}i" }"#,
    #"{ "timestamp": "%{%Y-%m-%dT%H:%M:%S%z}t", "remote_addr": "%a", "remote_user": "%u", "request_method": "%m", "request_uri": "%U%q", "protocol": "%H", "status": %>s, "body_bytes_sent": %B, "request_time_ms": %{ms}T, "vhost": "%v" }"#,
    #"{ "timestamp":"%t", "protocol":"%H", "method":"%m", "request":"%U", "query":"%q", "request_size_in_bytes":"%I", "status_code":"%>s", "response_size_in_bytes":"%O", "time_taken_ms":"%{ms}T" }"#,
    #"%t %h "%r" %>s %b "%{Referer}i" "%{User-Agent}i""#,
    #"%h %{GEOIP_COUNTRY_CODE}e %u [%{%Y-%m-%d %H:%M:%S}t.%{usec_frac}t] "%r" %>s %b "%{Referer}i" "%{User-Agent}i" "%{Content-Type}i" %{remote}p %v %A %p %R %{BALANCER_WORKER_ROUTE}e %X "%{cookie}n" %{UNIQUE_ID}e %{SSL_PROTOCOL}x %{SSL_CIPHER}x %I %O %{ratio}n%% %D"#,
    #"%v,%p,%h,%l,%u,%t,%I,%O,%S,%B,%{ms}T,%D,%^FB,%>s,"%H","%m","%U","%q","%{Referer}i","%{User-Agent}i","%{VARNAME}C",%L"#,
    #"%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i" %{cookie}n %D"#,
    #"%v %h %l %u %t "%r" %>s %O %I %D"#,
  ]

  /// The values that a format's own directives wrote.
  static func wanted(_ format: String) -> [Field: String] {
    var fields: [Field: String] = [.status: "200"]
    func has(_ names: String...) -> Bool {
      names.contains { name in
        format.contains(name)
          && !["$remote_user", "$request_", "%u"].contains {
            $0.hasPrefix(name + "_") && format.contains($0) && !format.contains(name + "\"")
              && !format.contains(name + " ") && !format.contains(name + "\t")
          }
      }
    }
    if has("$remote_addr", "%h", "%a") {
      fields[.client] = "203.0.113.9"
    } else if has("$http_cf_connecting_ip", "%{X-Real-IP}i") {
      fields[.client] = "203.0.113.10"
    } else if has("%{X-Forwarded-For}i") {
      fields[.client] = "203.0.113.11"
    }
    if has("$remote_user", "%u") { fields[.user] = #"jane "q" [doe]"# }
    let isWhole =
      format.contains("$request\"") || format.contains("$request\t") || format.contains("%r")
    if isWhole || has("$request_method", "%m") { fields[.method] = "GET" }
    let hasQuery = isWhole || has("$request_uri", "%U%q")
    fields[.target] = hasQuery ? "/a/b%20c?x=1&y=" : "/a/b%20c"
    if !hasQuery, has("%q") { fields[.query] = "?x=1&y=" }
    if has("$body_bytes_sent", "%b", "%B") {
      fields[.byteCount] = "2326"
    } else if has("$bytes_sent", "%O") {
      fields[.byteCount] = "2700"
    }
    if has("$http_referer", "%{Referer}i") { fields[.referrer] = "https://example.com/?q=a b" }
    if has("$http_user_agent", "%{User-Agent}i") {
      fields[.userAgent] = #"Mozilla/5.0 (X11; Linux) \"x\""#
    }
    if has("$host", "$server_name", "$http_host", "%v", "%V") { fields[.host] = "www.example.org" }
    return fields
  }

  @Test(
    "a line that a public configuration writes is read back field by field",
    arguments: nginx + apache)
  func readBack(_ format: String) throws {
    let line = Self.write(format)
    let found = try #require(Self.read(format, line))
    #expect(found.time == 1_791_620_736, "\(line)")
    #expect(found.fields == Self.wanted(format), "\(line)")
  }

  @Test("the whole directive line reads the same", arguments: nginx)
  func directive(_ format: String) throws {
    let bare = try Layout(FormatString(format).pieces)
    #expect(try Layout(FormatString("log_format main '\(format)';").pieces) == bare)
    #expect(try Layout(FormatString("  log_format json escape=json '\(format)';\n").pieces) == bare)
    #expect(try Layout(FormatString("main '\(format)'").pieces) == bare)
    let middle = format.index(format.startIndex, offsetBy: 20)
    #expect(
      try Layout(
        FormatString("log_format x '\(format[..<middle])'\n    '\(format[middle...])';").pieces)
        == bare)
  }

  @Test("Apache's directive line reads the same", arguments: apache)
  func apacheDirective(_ format: String) throws {
    let bare = try Layout(FormatString(format).pieces)
    let quoted = format.replacing("\"", with: "\\\"")
    #expect(try Layout(FormatString("\"\(quoted)\"").pieces) == bare)
    #expect(try Layout(FormatString("LogFormat \"\(quoted)\" combined").pieces) == bare)
    #expect(try Layout(FormatString("\"\(quoted)\" vhost_combined").pieces) == bare)
    #expect(try Layout(FormatString(quoted).pieces) == bare)
  }

  @Test(
    "what cannot be used is explained",
    arguments: [
      (#"$remote_addr "$request" $status"#, "no time"),
      (#"$remote_addr [$time_local] $status"#, "no request"),
      ("%h %y %t \"%r\"", "%y"), ("%h%l %t \"%r\"", "side by side"), ("%h %{%Q}t \"%r\"", "%{%Q}t"),
      ("%h %{%Y-%m-%d}t \"%r\"", "time of day"), ("plain words only", "no directives"),
      ("%h [%d:%t %^] %s", "no request"), ("%h %d:%t %J", "%J"), ("%h %{abc", "closing brace"),
      ("$remote_addr $ [$time_local]", "variable"),
    ])
  func unusable(_ format: String, _ problem: String) {
    let error = #expect(throws: FormatStringError.self) { try KnownFormat(nameOrString: format) }
    #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "")")
  }

  @Test(
    "GoAccess' formats",
    arguments: [
      (
        #"%h %^[%d:%t %^] "%r" %s %b "%R" "%u""#,
        #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 5 "-" "x""#
      ),
      (
        #"log-format %v:%^ %h %^[%d:%t %^] "%r" %s %b "%R" "%u""#,
        #"www.example.org:443 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 5 "-" "x""#
      ),
      (
        #"%d\t%t\t%^\t%b\t%h\t%m\t%v\t%U\t%s\t%R\t%u\t%q"#,
        "2026-10-10\t08:25:36\tFRA\t5\t203.0.113.9\tGET\twww.example.org\t/a\t200\t-\tx\t-"
      ),
      (#"%x %h "%r" %s"#, #"1791620736.5 203.0.113.9 "GET /a HTTP/1.1" 200"#),
    ])
  func goAccess(_ format: String, _ line: String) throws {
    let found = try #require(Self.read(format, line))
    #expect(found.time == 1_791_620_736)
    #expect(found.fields[.client] == "203.0.113.9")
    #expect(found.fields[.target] == "/a")
    #expect(found.fields[.status] == "200")
  }

  @Test(
    "a client is read without port and brackets",
    arguments: [
      ("203.0.113.9:44740", "203.0.113.9"), ("[2001:db8::1]:80", "2001:db8::1"),
      ("[2001:db8::1]", "2001:db8::1"),
      ("2001:db8::1", "2001:db8::1"), ("::ffff:203.0.113.9", "::ffff:203.0.113.9"),
      ("host.example:1", "host.example"),
      ("host.example", "host.example"), ("-", "-"),
    ])
  func client(_ text: String, _ wanted: String) throws {
    let found = try #require(
      Self.read(#"%t %h "%r" %>s"#, #"[10/Oct/2026:13:55:36 +0530] \#(text) "GET / HTTP/1.1" 200"#))
    #expect(found.fields[.client] == wanted)
  }
}
