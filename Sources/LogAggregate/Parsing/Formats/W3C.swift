extension KnownFormat {
  /// The W3C Extended Log File Format, in which IIS and others write.
  /// - Source: W3C, WD-logfile-960323; Microsoft, IIS; NetScaler, web logging.
  static let w3c = KnownFormat(
    "w3c", aliases: ["w3c_extended", "iis", "netscaler", "incapsula", "incapsula_w3c"],
    summary:
      "W3C extended (IIS, NetScaler, Incapsula): columns as the directive #Fields names them",
    fields: .all, reading: .w3c(.spaced),
    samples: [
      """
      #Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip \
      cs(User-Agent) cs(Referer) sc-status sc-substatus sc-win32-status sc-bytes cs-bytes time-taken
      2026-10-10 08:25:36 10.0.0.1 GET /a x=1 80 - 203.0.113.9 Mozilla/5.0+(X11) - 200 0 2 1405 242 283
      """,
      """
      #Date: 2026-10-10 00:00:00
      #Fields: time c-ip cs-method cs-uri-stem sc-status
      08:25:36 203.0.113.9 GET /a 200
      """,
      """
      #Fields:  c-ip  date  time  cs-method  cs-uri  sc-status  bytes  cs(Referrer)  cs(User-Agent)
      "203.0.113.9" "2026-10-10"  "08:25:36"\tGET /a?x=1 304  0 "-" "Mozilla/5.0 (X11) "x" y"
      """,
    ],
    counterSamples: [
      "2026-10-10 08:25:36 10.0.0.1 GET /a x=1 80 - 203.0.113.9 Mozilla/5.0+(X11) - 200 0 2 1405",
      "#Fields: time c-ip cs-method cs-uri-stem sc-status\n08:25:36 203.0.113.9 GET /a 200",
      "#Fields: date time c-ip cs-method cs-uri-stem sc-status\n2026-10-10 08:25:36 203.0.113.9 GET /a",
      "#Fields: date time c-ip cs-method cs-uri-stem\n2026-10-10 08:25:36 203.0.113.9 GET /a",
      "#Fields: date time c-ip cs-method cs-uri-stem sc-status\n2026-10-10 08:25:36 - GET - 200",
    ])

  /// The names of the columns.
  static let w3cNames = FieldNames([
    (.date, ["date", "date-local", "date-utc"]), (.clock, ["time", "time-local", "time-utc"]),
    (.time, ["x-timestamp"]), (.client, ["c-ip", "c-dns", "x-client-ip", "cs-ip"]),
    (.forwarded, ["x-forwarded-for"]),
    (.user, ["cs-username", "c-auth-id", "cs-auth-id", "cs(username)"]), (.method, ["cs-method"]),
    (.target, ["cs-uri", "cs-uri-stem"]), (.query, ["cs-uri-query"]), (.status, ["sc-status"]),
    (.bytes, ["sc-bytes", "bytes"]), (.referrer, ["cs(referer)", "cs(referrer)"]),
    (.agent, ["cs(user-agent)"]), (.host, ["x-host-header", "cs-host", "cs(host)", "s-dns"]),
  ])
}
