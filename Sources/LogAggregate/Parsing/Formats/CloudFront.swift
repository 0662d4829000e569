extension KnownFormat {
  /// Amazon CloudFront standard logs.
  /// - Source: AWS, Standard logging reference.
  static let cloudFront = KnownFormat(
    "cloudfront", aliases: ["amazon_cloudfront"],
    summary: "Amazon CloudFront standard logs: tabs, a percent-encoded agent, #Fields",
    fields: .all, reading: .w3c(.tabbed),
    samples: [
      """
      #Version: 1.0
      #Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status \
      cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie)
      2026-10-10\t08:25:36\tLHR62-C2\t2390\t203.0.113.9\tGET\td111.cloudfront.net\t/a.html\t200\t\
      https://example.com/\tMozilla/5.0%20(X11;%20\(percentQuote))\tx=1\t-
      """
    ],
    counterSamples: [
      "2026-10-10\t08:25:36\tLHR62-C2\t2390\t203.0.113.9\tGET\td111\t/a.html\t200\t-\tx\t-\t-",
      "#Fields: date time c-ip cs-method cs-uri-stem sc-status\n2026-10-10 08:25:36 203.0.113.9 GET /a 200",
      "#Fields: date time c-ip cs-method cs-uri-stem sc-status\n2026-10-10\t08:25:36\t203.0.113.9\tGET",
    ])

  private static let percentQuote = "%22x%22"
}
