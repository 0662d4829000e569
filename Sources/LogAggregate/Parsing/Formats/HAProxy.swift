extension KnownFormat {
  /// HAProxy: option httplog, with or without what syslog puts before it.
  /// - Source: HAProxy configuration manual, section 8.2.3.
  static let haproxy = KnownFormat(
    "haproxy",
    summary: "HAProxy: option httplog, with or without what syslog puts before it",
    layout: .apache(
      #"%{logagg-port}a [%{%d/%b/%Y:%H:%M:%S}t.%{msec_frac}t] %{frontend}n %{backend}n %{timers}n %>s %b %{cookie}n %{cookie}n %{state}n %{connections}n %{queues}n "%r""#,
      prefix: .optional, escape: .hash),
    samples: [
      #"2001:db8::9:53042 [10/Oct/2026:08:25:36.655] http-in static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "GET /q#22b HTTP/1.1""#,
      #"203.0.113.9:33317 [10/Oct/2026:08:25:36.655] http-in static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "GET /a HTTP/1.1""#,
      #"Feb  6 12:14:14 localhost haproxy[14389]: 203.0.113.9:33317 [10/Oct/2026:08:25:36.655] http-in~ static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 {Mozilla/5.0 (X11)} {} "GET /a HTTP/1.1""#,
    ],
    counterSamples: [
      #"203.0.113.9:33317 [10/Oct/2026:08:25:36.655] http-in http-in/<NOSRV> -1/-1/-1/-1/0 400 0 - - PR-- 1/1/1/1/0 0/0 "<BADREQ>""#,
      #"Feb  6 12:14:14 localhost haproxy[14389]: Proxy http-in started."#,
    ])
}
