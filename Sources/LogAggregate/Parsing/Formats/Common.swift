extension KnownFormat {
  /// The Common Log Format.
  /// - Source: Apache `mod_log_config`, `%h %l %u %t "%r" %>s %b`.
  static let common = KnownFormat(
    "common", summary: "Apache and others: client, user, time, request, status, bytes",
    fields: [.client, .user, .time, .method, .target, .status, .bytes], reading: .common,
    samples: [
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a.html HTTP/1.0" 200 2326"#,
      #"2001:db8::1 - jane doe [10/Oct/2026:00:00:00 +0530] "HEAD / HTTP/2" 304 -"#,
      #"host.example - - [29/Feb/2024:23:59:60 +0000] "GET /x" 404 0"#,
    ],
    counterSamples: [
      "",
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "-" 408 -"#,
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "\x16\x03\x01" 400 226"#,
      #"203.0.113.9 - - [30/Feb/2000:13:55:36 -0700] "GET / HTTP/1.0" 200 2326"#,
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 2x0 2326"#,
      #"203.0.113.9 - - "GET / HTTP/1.0" 200 2326"#,
    ])
}
