extension KnownFormat {
  /// OVH: client, virtual host, user, then as combined.
  /// - Source: OVH web hosting, as Matomo's log importer reads it.
  static let ovh = KnownFormat(
    "ovh",
    summary: "OVH: client, virtual host, user, then as combined",
    layout: .nginx(
      #"$logagg_address $logagg_dotted_host $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent""#
    ),
    samples: [
      #"203.0.113.9 www.example.org - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"203.0.113.9 example.org jane doe [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
    ],
    counterSamples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"www.example.org 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"203.0.113.9 www.example.org - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
    ])
}
