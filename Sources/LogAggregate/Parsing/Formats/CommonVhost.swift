extension KnownFormat {
  /// Apache and nginx: common, then the virtual host.
  /// - Source: Apache mod_log_config, common and %v.
  static let commonVhost = KnownFormat(
    "common-vhost",
    summary: "Apache and nginx: common, then the virtual host",
    layout: .nginx(
      #"$remote_addr $ident $remote_user [$time_local] "$request" $status $body_bytes_sent $logagg_dotted_host"#
    ),
    samples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 www.example.org"#,
      #"2001:db8::1 - a b [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 example.org:443"#,
    ],
    counterSamples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 0.004"#,
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
    ])
}
