extension KnownFormat {
  /// Nginx Proxy Manager, for proxied hosts.
  /// - Source: Nginx Proxy Manager, log_format proxy.
  static let nginxProxyManager = KnownFormat(
    "nginx-proxy-manager", aliases: ["npm"],
    summary: "Nginx Proxy Manager",
    layout: .nginx(
      #"[$time_local] $cache $upstream_status $status - $request_method $scheme $host "$request_uri" [Client $logagg_address] [Length $body_bytes_sent] $more "$http_user_agent" "$http_referer""#
    ),
    samples: [
      #"[10/Oct/2026:13:55:36 +0530] - 200 200 - GET https www.example.org "/a" [Client 203.0.113.9] [Length 192] [Gzip 3.10] [Sent-to 10.0.0.1] "Mozilla/5.0 (X11)" "-""#
    ],
    counterSamples: [
      #"[10/Oct/2026:13:55:36 +0530] - 200 200 - GET https www.example.org "/a" [Client www] [Length 192] [Gzip -] [Sent-to 10.0.0.1] "x" "-""#,
      #"[10/Oct/2026:13:55:36 +0530] - - 400 - - http localhost "-" [Client 203.0.113.9] [Length 1] [Gzip -] [Sent-to -] "-" "-""#,
    ])

  /// Nginx Proxy Manager, for redirections and dead hosts.
  /// - Source: Nginx Proxy Manager, log_format standard.
  static let nginxProxyManagerStandard = KnownFormat(
    "nginx-proxy-manager-standard", summary: "Nginx Proxy Manager: hosts without a proxy behind",
    layout: .nginx(
      #"[$time_local] $status - $request_method $scheme $host "$request_uri" [Client $logagg_address] [Length $body_bytes_sent] $more "$http_user_agent" "$http_referer""#
    ),
    samples: [
      #"[10/Oct/2026:13:55:36 +0530] 301 - GET https www.example.org "/a" [Client 203.0.113.9] [Length 3421] [Gzip 3.12] "Mozilla/5.0 (X11)" "-""#
    ],
    counterSamples: [
      #"[10/Oct/2026:13:55:36 +0530] - 404 200 - GET http www.example.org "/a" [Client 203.0.113.9] [Length 512] [Gzip 1.1] "x" "-""#
    ])
}
