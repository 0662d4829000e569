extension KnownFormat {
  /// Apache and nginx: the virtual host, then combined.
  /// - Source: Apache on Debian, vhost_combined; nginx-proxy.
  static let vhostCombined = KnownFormat(
    "vhost-combined", aliases: ["vcombined", "combined-vhost-first", "bunkerweb"],
    summary: "Apache and nginx: the virtual host, then combined",
    layout: .nginx(
      #"$host $logagg_address $ident $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent""#
    ),
    samples: [
      #"www.example.org:443 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"www.example.org 2001:db8::1 - a [b] c [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)" "-" 0.004"#,
    ],
    counterSamples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"www.example.org 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
      #"www.example.org - - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"www.example.org 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "-" 408 0 "-" "-""#,
    ])
}
