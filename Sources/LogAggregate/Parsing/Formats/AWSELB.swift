extension KnownFormat {
  /// AWS classic load balancer.
  /// - Source: AWS, Access logs for your Classic Load Balancer.
  static let awsELB = KnownFormat(
    "aws-elb", aliases: ["awselb", "elb"],
    summary: "AWS classic load balancer",
    layout: .nginx(
      #"$time_iso8601 $elb $logagg_address $backend $a $b $c $status $backend_status $received $bytes_sent "$request" "$http_user_agent""#
    ),
    samples: [
      #"2026-10-10T08:25:36.943739Z my-loadbalancer 203.0.113.9:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.com:80/a HTTP/1.1" "curl/7.38.0" - -"#,
      #"2026-10-10T08:25:36.943739Z lb [2001:db8::1]:2817 - -1 -1 -1 503 0 0 0 "GET https://www.example.com:443/ HTTP/1.1" "-" ECDHE TLSv1.2"#,
    ],
    counterSamples: [
      #"2026-10-10T08:25:36.943739Z lb 203.0.113.9:2817 10.0.0.1:80 0.000073 0.001048 0.000057 - - 82 305 "- - - " "-" - -"#,
      #"h2 2026-10-10T08:25:36Z lb 203.0.113.9:2817 10.0.0.1:80 0.1 0.1 0.1 200 200 0 29 "GET / HTTP/1.1" "x""#,
    ])
}
