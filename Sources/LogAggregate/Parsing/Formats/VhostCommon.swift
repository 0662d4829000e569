extension KnownFormat {
  /// Apache and nginx: the virtual host, then common.
  /// - Source: Apache mod_log_config, %v %h %l %u %t.
  static let vhostCommon = KnownFormat(
    "vhost-common", aliases: ["vcommon", "common_vhost", "common_complete"],
    summary: "Apache and nginx: the virtual host, then common",
    layout: .nginx(
      #"$host $logagg_address $ident $remote_user [$time_local] "$request" $status $body_bytes_sent"#
    ),
    samples: [
      #"www.example.org:443 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
      #"www.example.org 2001:db8::1 - a b [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 12 34"#,
    ],
    counterSamples: [
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326"#,
      #"www.example.org 203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "-" 408 0"#,
      #"www.example.org 203.0.113.9 [10/Oct/2026:13:55:36 +0530]"#,
    ])
}
