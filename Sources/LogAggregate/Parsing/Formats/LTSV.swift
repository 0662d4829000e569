extension KnownFormat {
  /// Labelled tab-separated values.
  /// - Source: ltsv.org, recommended labels.
  static let ltsv = KnownFormat(
    "ltsv", summary: "Labelled tab-separated values", fields: .all, reading: .ltsv,
    samples: [
      "time:[10/Oct/2026:13:55:36 +0530]\thost:203.0.113.9\treq:GET /a HTTP/1.1\tstatus:200\tua:Mozilla/5.0 (X11)",
      "remote_host:203.0.113.9\tdatetime:2026-10-10T08:25:36Z\tmethod:GET\turi:/a?x=1\tstatus:304\tsize:0\treferer:-",
    ],
    counterSamples: [
      "203.0.113.9\ttime:[10/Oct/2026:13:55:36 +0530]\treq:GET /a HTTP/1.1\tstatus:200",
      "time:[10/Oct/2026:13:55:36 +0530]\thost:203.0.113.9\tstatus:200",
      "status:200\treq:GET / HTTP/1.1",
    ])

  /// The labels, the recommended ones first.
  static let ltsvNames = FieldNames([
    (.time, ["time", "datetime", "time_local", "time_iso8601", "timestamp", "msec"]),
    (.client, ["host", "remote_host", "remote_addr", "client", "client_ip", "ip"]),
    (.forwarded, ["forwardedfor", "x_forwarded_for", "xff"]), (.user, ["user", "remote_user"]),
    (.request, ["req", "request"]), (.method, ["method", "request_method"]),
    (.target, ["request_uri", "uri", "path"]), (.query, ["query", "args"]),
    (.status, ["status"]), (.bytes, ["size", "body_bytes_sent", "bytes", "bytes_sent"]),
    (.referrer, ["referer", "referrer", "http_referer"]),
    (.agent, ["ua", "user_agent", "http_user_agent", "agent"]),
    (.host, ["vhost", "server_name", "http_host"]),
  ])
}
