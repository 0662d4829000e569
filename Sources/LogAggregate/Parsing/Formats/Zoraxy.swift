extension KnownFormat {
  /// Zoraxy reverse proxy.
  /// - Source: Zoraxy, traffic log.
  static let zoraxy = KnownFormat(
    "zoraxy",
    summary: "Zoraxy reverse proxy",
    layout: .nginx(
      #"[$time_iso8601] [router:$router] [origin:$host] [client: $remote_addr] [useragent: $http_user_agent] $request_method $request_uri $status"#,
      prefix: .optional),
    samples: [
      #"[2026-10-10 08:25:36.417736] [router:host-http] [origin:www.example.org] [client: 203.0.113.9] [useragent: Mozilla/5.0 (X11)] GET /a 200"#,
      #"2026/10/10 08:25:36 [2026-10-10 08:25:36.417736] [router:root] [origin:10.0.0.1] [client: 2001:db8::1] [useragent: x] GET /b?c 444"#,
    ],
    counterSamples: [
      #"[2026-10-10 08:25:36.417736] [internal] [system:info] started"#,
      #"[2026-10-10 08:25:36.417736] [router:root] [origin:www.example.org] [client: 203.0.113.9] [useragent: x] GET /a -"#,
    ])
}
