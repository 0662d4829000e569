extension KnownFormat {
  /// Nginx Proxy Manager.
  /// - Source: Nginx Proxy Manager, log_format proxy.
  static let nginxProxyManager = KnownFormat(
    "nginx-proxy-manager", aliases: ["npm"],
    summary: "Nginx Proxy Manager",
    layout: .nginx(
      #"[$time_local] $cache $upstream_status $status - $request_method $scheme $host "$request_uri" [Client $logagg_address] [Length $body_bytes_sent] [Gzip $ratio] [Sent-to $server] "$http_user_agent" "$http_referer""#
    ),
    samples: [
      #"[10/Oct/2026:13:55:36 +0530] - 200 200 - GET https www.example.org "/a" [Client 203.0.113.9] [Length 192] [Gzip 3.10] [Sent-to 10.0.0.1] "Mozilla/5.0 (X11)" "-""#
    ],
    counterSamples: [
      #"[10/Oct/2026:13:55:36 +0530] - 200 200 - GET https www.example.org "/a" [Client www] [Length 192] [Gzip -] [Sent-to 10.0.0.1] "x" "-""#,
      #"[10/Oct/2026:13:55:36 +0530] - - 400 - - http localhost "-" [Client 203.0.113.9] [Length 1] [Gzip -] [Sent-to -] "-" "-""#,
    ])
}
