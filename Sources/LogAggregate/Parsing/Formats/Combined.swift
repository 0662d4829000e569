extension KnownFormat {
  /// The Combined Log Format, whatever follows the agent.
  /// - Source: Apache `mod_log_config`; nginx `log_format combined`.
  static let combined = KnownFormat(
    "combined",
    aliases: ["ncsa_extended", "combinedio", "main", "traefikclf", "traefik-clf", "litespeed"],
    summary: "Apache and nginx: common, then referrer and user agent, whatever follows",
    fields: common.fields.union([.referrer, .userAgent]), reading: .combined,
    samples: [
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326 "-" "Mozilla/4.08""#,
      #"2001:db8::1 - a [b] [10/Oct/2026:00:00:00 +0530] "GET /\"q\" HTTP/2" 200 1 "" "x \"y\" z""#,
      #"203.0.113.9 - - [10/Oct/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "Agent" "-""#,
      #"203.0.113.9 - - [10/Oct/2026:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "Agent" 0.004 - ."#,
    ],
    counterSamples: common.counterSamples + [
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326"#,
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326 "-" "Mozilla"#,
      #"203.0.113.9 - - [10/Oct/2000:13:55:36 -0700] "GET /a HTTP/1.0" 200 2326 - -"#,
    ])
}
