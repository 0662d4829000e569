extension KnownFormat {
  /// Apache and nginx: combined, then the virtual host.
  /// - Source: Apache mod_log_config, combined and %v.
  static let combinedVhost = KnownFormat(
    "combined-vhost",
    summary: "Apache and nginx: combined, then the virtual host",
    layout: .nginx(
      #"$remote_addr $ident $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" $logagg_dotted_host"#
    ),
    samples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)" www.example.org"#,
      #"2001:db8::1 - a b [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)" example.org:443"#,
    ],
    counterSamples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)" TCP_MISS:HIER_DIRECT"#,
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)" 0.004"#,
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)" 10.0.0.1:80"#,
    ])
}
