extension KnownFormat {
  /// Combined behind what syslog or a container puts before it.
  /// - Source: RFC 3164; RFC 5424; nginx access_log syslog:.
  static let combinedSyslog = KnownFormat(
    "combined-syslog",
    summary: "Combined behind what syslog or a container puts before it",
    layout: .nginx(
      #"$remote_addr $ident $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent""#,
      prefix: .required),
    samples: [
      #"Jul  8 11:07:07 web-1.example.org nginx[2869]: 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"<190>1 2026-10-10T08:25:36Z web nginx 2869 - - 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"2026-10-10T08:25:36.493035218+00:00 stdout F 203.0.113.9 - jane doe [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"web-1  | 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
    ],
    counterSamples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"Jul  8 11:07:07 web nginx[2869]: 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
      #"Jul  8 11:07:07 web nginx[2869]: started"#,
    ])
}
