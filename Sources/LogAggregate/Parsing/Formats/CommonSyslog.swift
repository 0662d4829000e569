extension KnownFormat {
  /// Common behind what syslog or a container puts before it.
  /// - Source: RFC 3164; RFC 5424; nginx access_log syslog:.
  static let commonSyslog = KnownFormat(
    "common-syslog",
    summary: "Common behind what syslog or a container puts before it",
    layout: .nginx(
      #"$remote_addr $ident $remote_user [$time_local] "$request" $status $body_bytes_sent"#,
      prefix: .required),
    samples: [
      #"Jul  8 11:07:07 web nginx[2869]: 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
      #"<190>Jul  8 11:07:07 web httpd: 203.0.113.9 - a b [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
    ],
    counterSamples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
      #"Jul  8 11:07:07 web nginx[2869]: 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "-" 408 0"#,
    ])
}
