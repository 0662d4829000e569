extension KnownFormat {
  /// Bunny CDN.
  /// - Source: bunny.net, CDN log format.
  static let bunny = KnownFormat(
    "bunny",
    summary: "Bunny CDN",
    layout: .nginx(
      #"$cache|$status|$msec|$bytes_sent|$zone|$logagg_address|$http_referer|$request_uri|$edge|$http_user_agent|$rid|$country"#
    ),
    samples: [
      #"HIT|200|1791620736421|412|390|203.0.113.9|-|https://www.example.org/a.jpg|WA|Mozilla/5.0 (X11)|322b688bd63fb63f2babe9de96a5a262|DE"#,
      #"MISS|404|1791620736421|0|390|2001:db8::1|https://example.com/|https://www.example.org/b|WA|-|1|-"#,
    ],
    counterSamples: [
      #"HIT|2x0|1791620736421|412|390|203.0.113.9|-|https://www.example.org/a.jpg|WA|x|1|DE"#,
      #"HIT|200|1791620736421|412|390|203.0.113.9"#,
    ])
}
