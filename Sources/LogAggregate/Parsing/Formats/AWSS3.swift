extension KnownFormat {
  /// Amazon S3 server access log.
  /// - Source: AWS, Amazon S3 server access log format.
  static let awsS3 = KnownFormat(
    "aws-s3", aliases: ["awss3", "s3"],
    summary: "Amazon S3 server access log",
    layout: .nginx(
      #"$owner $bucket [$time_local] $remote_addr $requester $rid $operation $key "$request" $status $error $bytes_sent $size $total $turnaround "$http_referer" "$http_user_agent""#
    ),
    samples: [
      #"79a59df900b949e55d96a1e698fbaced my-bucket [10/Oct/2026:13:55:36 +0530] 203.0.113.9 - 3E57427F3EXAMPLE WEBSITE.GET.OBJECT a.html "GET /my-bucket/a.html HTTP/1.1" 200 - 113 113 7 6 "-" "S3Console/0.4" - abc= SigV4 ECDHE AuthHeader my-bucket.s3.amazonaws.com TLSv1.2 -"#,
      #"79a59df9 my-bucket [10/Oct/2026:13:55:36 +0530] 203.0.113.9 arn:aws:iam::1:user/x 3E57 REST.GET.OBJECT k "GET /k?x=1 HTTP/1.1" 404 NoSuchKey 297 - 38 - "https://example.com/" "Mozilla/5.0 (X11)" -"#,
    ],
    counterSamples: [
      #"79a59df9 my-bucket [10/Oct/2026:13:55:36 +0530] 203.0.113.9 - 3E57 REST.GET.OBJECT k "-" 404 - - - 38 - "-" "-" -"#,
      #"203.0.113.9 - - [10/Oct/2026:13:55:36 +0530] "GET /a HTTP/1.1" 200 2326 "-" "Mozilla/5.0 (X11)""#,
    ])
}
