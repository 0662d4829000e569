extension KnownFormat {
  /// Istio: Envoy with response details.
  /// - Source: Istio, Envoy access logs, default format string.
  static let istio = KnownFormat(
    "istio",
    summary: "Istio: Envoy with response details",
    layout: .nginx(
      #"[$time_iso8601] "$request" $status $flags $details $termination "$failure" $received $bytes_sent $taken $upstream_time "$http_x_forwarded_for" "$http_user_agent" "$rid" "$http_host" "$peer""#,
      prefix: .optional),
    samples: [
      #"[2026-10-10T08:25:36.409Z] "GET /a HTTP/1.1" 200 - via_upstream - "-" 0 135 3 1 "203.0.113.9" "curl/7.73.0" "84961386" "www.example.org:8000" "10.44.1.27:80" inbound|8000|| 127.0.0.1:41854 10.44.1.27:80 10.44.1.23:37652 - default"#
    ],
    counterSamples: [
      #"[2026-10-10T08:25:36.409Z] "- - -" 0 UH - - "-" 0 0 0 - "-" "-" "-" "-" "-""#,
      #"[2026-10-10T08:25:36.310Z] "GET /a HTTP/2" 200 - 154 0 226 100 "203.0.113.9" "Mozilla/5.0 (X11)" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "www.example.org" "tcp://10.0.2.1:80""#,
    ])
}
