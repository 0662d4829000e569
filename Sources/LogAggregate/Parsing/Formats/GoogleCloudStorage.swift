extension KnownFormat {
  /// Google Cloud Storage usage log, CSV.
  /// - Source: Google Cloud, Usage logs and storage logs.
  static let googleCloudStorage = KnownFormat(
    "google-cloud-storage", aliases: ["cloudstorage"],
    summary: "Google Cloud Storage usage log, CSV",
    layout: .nginx(
      #""$msec","$logagg_address","$kind","$region","$request_method","$request_uri","$status","$received","$bytes_sent","$taken","$host","$http_referer","$http_user_agent""#,
      directive: #""time_micros""#, escape: .none),
    samples: [
      #""1791620736000000","203.0.113.9","1","","GET","/my-bucket/a.html","200","0","2326","52000","storage.googleapis.com","","Mozilla/5.0 (X11)","abc","GET_Object","my-bucket","a.html""#,
      #""1791620736000000","2001:db8::1","2","","GET","/b?x=1","304","0","0","1","storage.googleapis.com","https://example.com/","x, ""y""","abc""#,
    ],
    counterSamples: [
      #""time_micros","c_ip","c_ip_type","c_ip_region","cs_method","cs_uri","sc_status","cs_bytes","sc_bytes","time_taken_micros","cs_host","cs_referer","cs_user_agent""#,
      #""1791620736000000","","1","","GET","/a","200","0","1","1","h","","x""#,
    ])
}
