extension KnownFormat {
  /// Gandi simple hosting: virtual host, client, user, time, seconds taken, then as combined.
  /// - Source: Gandi Simple Hosting, as Matomo's log importer reads it.
  static let gandi = KnownFormat(
    "gandi",
    summary:
      "Gandi simple hosting: virtual host, client, user, time, seconds taken, then as combined",
    layout: .nginx(
      #"$host $logagg_address $ident $remote_user [$time_local] ($taken) "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent""#
    ),
    samples: [
      #"www.example.org 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] (0 s) "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#
    ],
    counterSamples: [
      #"www.example.org 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"www.example.org 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] (0 s) "-" 408 0 "-" "-""#,
    ])
}
