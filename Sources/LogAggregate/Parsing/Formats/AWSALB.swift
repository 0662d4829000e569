extension KnownFormat {
  /// AWS application load balancer.
  /// - Source: AWS, Access logs for your Application Load Balancer.
  static let awsALB = KnownFormat(
    "aws-alb", aliases: ["awsalb", "alb"],
    summary: "AWS application load balancer",
    layout: .nginx(
      #"$kind $time_iso8601 $elb $logagg_address $target $a $b $c $status $target_status $received $bytes_sent "$request" "$http_user_agent""#
    ),
    samples: [
      #"https 2026-10-10T08:25:36.186641Z app/my-loadbalancer/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://www.example.com:443/a HTTP/1.1" "curl/7.46.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:x "Root=1-58337281" "www.example.com" "-" 1 2026-10-10T08:25:36.364000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-""#,
      #"h2 2026-10-10T08:25:36.186641Z app/x/1 [2001:db8::1]:2817 - -1 -1 -1 502 - 34 366 "GET https://www.example.com:443/a HTTP/2.0" "Mozilla/5.0 (X11)" - - - "-" "-" "-" 0 2026-10-10T08:25:36.364000Z "forward""#,
    ],
    counterSamples: [
      #"https 2026-10-10T08:25:36Z app/x/1 203.0.113.9:2817 10.0.0.1:80 0.086 0.048 0.037 - 200 0 57 "GET https://www.example.com:443/a HTTP/1.1" "curl" - -"#,
      #"http 2026-10-10T08:25:36Z app/x/1 203.0.113.9:2817 - -1 -1 -1 400 - 0 57 "- http://www.example.com:80- " "-" - -"#,
    ])
}
