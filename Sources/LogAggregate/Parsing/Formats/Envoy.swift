extension KnownFormat {
  /// Envoy: its default text.
  /// - Source: Envoy, Access logging, default format string.
  static let envoy = KnownFormat(
    "envoy",
    summary: "Envoy: its default text",
    layout: .nginx(
      #"[$time_iso8601] "$request" $status $flags $received $bytes_sent $taken $upstream_time "$http_x_forwarded_for" "$http_user_agent" "$rid" "$http_host" "$peer""#,
      prefix: .optional),
    samples: [
      #"[2026-10-10T08:25:36.310Z] "GET /a HTTP/2" 200 - 154 0 226 100 "203.0.113.9" "Mozilla/5.0 (X11)" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "www.example.org" "tcp://10.0.2.1:80""#,
      #"[2026-10-10T08:25:36.310Z] "POST /a HTTP/1.1" 204 DC 154 0 226 - "198.51.100.1,203.0.113.9" "-" "-" "www.example.org" "-""#,
    ],
    counterSamples: [
      #"[2026-10-10T08:25:36.310Z] "- - HTTP/1.1" 400 DPE 0 11 0 - "-" "-" "-" "-" "-""#,
      #"[2026-10-10T08:25:36.310Z] "GET /a HTTP/2" 0 DC 154 0 226 100 "-" "-" "-" "-" "-""#,
    ])
}
