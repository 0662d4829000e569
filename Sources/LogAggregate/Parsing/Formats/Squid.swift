extension KnownFormat {
  /// Squid: its native access log.
  /// - Source: Squid, logformat squid.
  static let squid = KnownFormat(
    "squid",
    summary: "Squid: its native access log",
    layout: .nginx(
      #"$msec $taken $logagg_address $result/$status $bytes_sent $request_method $request_uri $remote_user $hierarchy $type"#,
      collapsingSpaces: true, escape: .none),
    samples: [
      #"1791620736.603    310 203.0.113.9 TCP_MISS/200 2000 GET http://www.example.org/a - DIRECT/198.51.100.1 text/html"#,
      #"1791620736.603      0 2001:db8::1 TCP_TUNNEL/200 39 CONNECT www.example.org:443 jane HIER_DIRECT/198.51.100.1 -"#,
    ],
    counterSamples: [
      #"1791620736.603    310 203.0.113.9 TCP_MISS/2x0 2000 GET http://www.example.org/a - DIRECT/198.51.100.1 text/html"#,
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"1791620736.603 310 203.0.113.9 TCP_MISS 200 2000 GET http://www.example.org/a -"#,
    ])
}
