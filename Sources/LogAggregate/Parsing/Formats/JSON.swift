extension KnownFormat {
  /// One JSON object a line.
  /// - Source: the documentation of nginx, Caddy, Traefik, Cloudflare Logpush, Fastly, Azure Front Door and Application
  ///   Gateway, Envoy, Google Cloud Load Balancing and the Elastic Common Schema.
  static let json = KnownFormat(
    "json",
    aliases: [
      "caddy", "caddy_json", "nginx-json", "nginx_json", "traefik-json", "traefik_json",
      "cloudflare",
      "fastly", "azure", "envoy-json", "ecs",
    ],
    summary: "JSON lines of nginx, Caddy, Traefik, Cloudflare, Fastly, Azure, Envoy and others",
    fields: .all, reading: .json,
    samples: [
      #"{"time":"2026-10-10T13:55:36+05:30","remote_addr":"203.0.113.9","request":"GET /a HTTP/1.1","status":"200","body_bytes_sent":"5","http_referer":"","http_user_agent":"x \x22y\u00e9\""}"#,
      #"{"level":"info","ts":1791620736.6014807,"request":{"remote_ip":"10.0.0.1","client_ip":"203.0.113.9","proto":"HTTP/2.0","method":"GET","host":"www.example.org","uri":"/a?x=1","headers":{"Accept":["*/*"],"User-Agent":["Mozilla/5.0 (X11)"]}},"user_id":"","size":7,"status":200,"resp_headers":{"Server":["Caddy"]}}"#,
      #"2026-10-10T08:25:36.4930Z stdout F {"ClientHost":"203.0.113.9","DownstreamStatus":200,"RequestMethod":"GET","RequestPath":"/a","StartUTC":"2026-10-10T08:25:36.5Z","request_User-Agent":"x","time":"2026-10-10T08:25:37Z"}"#,
      #"{ "ClientIP" : "203.0.113.9", "ClientRequestMethod":"GET", "ClientRequestURI":"/a", "EdgeStartTimestamp":1791620736100000000, "EdgeResponseStatus":200, "x":[1,{"status":500}], "y":- }"#,
      #"{"time":"2026-10-10T08:25:36Z","properties":{"clientIp":"203.0.113.9","httpMethod":"GET","requestUri":"https://www.example.org/a","httpStatusCode":"200","userAgent":"x"}}"#,
    ],
    counterSamples: [
      #"{"level":"info","ts":1791620736.60,"msg":"serving initial configuration"}"#,
      #"{"time":"2026-10-10T13:55:36+05:30","request":"GET /a HTTP/1.1","remote_addr":"203.0.113.9"}"#,
      #"{"time":"2026-10-10T13:55:36+05:30","request":"GET /a HTTP/1.1","status":200"#,
      #"{"time":"today","request":"GET /a HTTP/1.1","status":200}"#, "{}", "[]",
    ])

  /// The names of members in common use, of each kind the one that tells it best first.
  static let jsonNames = FieldNames([
    (
      .time,
      [
        "time_local", "time_iso8601", "StartUTC", "EdgeStartTimestamp", "start_time", "ts", "time",
        "timestamp", "@timestamp", "msec", "date", "datetime", "StartLocal", "EdgeEndTimestamp",
        "request_time_local", "timestampMs", "event/created", "t", "time_utc",
      ]
    ),
    (
      .client,
      [
        "request/client_ip", "request/remote_ip", "ClientHost", "ClientIP", "client_ip",
        "remote_addr",
        "remote_ip", "clientip", "client", "remote_host", "remoteIP", "remote_address",
        "remoteAddr",
        "properties/clientIp", "properties/clientIP", "httpRequest/remoteIp", "source/ip",
        "client/ip",
        "source/address", "client/address", "downstream_remote_address", "ClientAddr", "src_ip",
        "ip",
        "c-ip", "http_client_ip", "request/remote_addr", "network/client/ip",
        "httpRequest/clientIp",
      ]
    ),
    (
      .forwarded,
      ["http_x_forwarded_for", "x-forwarded-for", "x_forwarded_for", "forwarded_for", "xff"]
    ),
    (
      .user,
      ["remote_user", "ClientUsername", "user_id", "user", "user/name", "auth_user", "username"]
    ),
    (.request, ["request", "request_line", "req", "http_request"]),
    (
      .method,
      [
        "request/method", "request_method", "RequestMethod", "ClientRequestMethod", "method",
        "http_method", "properties/httpMethod", "httpRequest/requestMethod", "http/request/method",
        "httpMethod", "requestMethod", "cs-method", "verb", "http/method",
      ]
    ),
    (
      .target,
      [
        "request_uri", "request/uri", "ClientRequestURI", "RequestPath", "properties/requestUri",
        "httpRequest/requestUrl", "url/original", "uri", "url", "request_url", "path",
        "x-envoy-original-path", "x-envoy-origin-path", "ClientRequestPath", "request_path",
        "url/path", "requestUri", "cs-uri-stem", "document_uri", "http/url", "http/target",
        "target",
      ]
    ),
    (
      .query,
      [
        "args", "query_string", "query", "properties/requestQuery", "url/query", "cs-uri-query",
        "request_query",
      ]
    ),
    (
      .status,
      [
        "status", "DownstreamStatus", "EdgeResponseStatus", "response_status", "status_code",
        "response_code", "properties/httpStatusCode", "properties/httpStatus", "httpRequest/status",
        "http/response/status_code", "response", "statusCode", "sc-status", "http_status", "code",
        "OriginStatus", "http/status_code", "responseCode",
      ]
    ),
    (
      .bytes,
      [
        "body_bytes_sent", "DownstreamContentSize", "EdgeResponseBytes", "response_body_size",
        "size",
        "bytes_sent", "bytes", "httpRequest/responseSize", "http/response/body/bytes",
        "properties/responseBytes", "properties/sentBytes", "body_bytes", "response_size",
        "response_size_in_bytes", "resp_body_size", "sc-bytes", "sent_bytes",
      ]
    ),
    (
      .referrer,
      [
        "http_referer", "request/headers/Referer", "request_Referer", "ClientRequestReferer",
        "request_referer", "http_referrer", "referer", "referrer", "properties/referer",
        "properties/referrer", "httpRequest/referer", "http/request/referrer", "cs-referer",
      ]
    ),
    (
      .agent,
      [
        "http_user_agent", "request/headers/User-Agent", "request_User-Agent",
        "ClientRequestUserAgent", "request_user_agent", "user_agent", "user-agent", "userAgent",
        "agent", "ua", "properties/userAgent", "httpRequest/userAgent", "user_agent/original",
        "cs-user-agent", "useragent", "http_agent",
      ]
    ),
    (
      .host,
      [
        "host", "request/host", "RequestHost", "ClientRequestHost", "http_host", "server_name",
        "vhost",
        "properties/host", "properties/hostName", ":authority", "authority", "url/domain",
        "RequestAddr", "server/address", "virtual_host",
      ]
    ),
  ])
}

extension FieldSet {
  /// Every field that the lines of a format may hold.
  static let all: FieldSet = [
    .client, .user, .time, .method, .target, .status, .bytes, .referrer, .userAgent, .host,
  ]
}
