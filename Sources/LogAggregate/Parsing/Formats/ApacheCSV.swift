extension KnownFormat {
  /// Apache's fields between commas, as log importers into databases like them.
  /// - Source: WillTheFarmer/apache-logs-to-mysql, LogFormat csv2mysql.
  static let apacheCSV = KnownFormat(
    "apache-csv", aliases: ["csv2mysql"],
    summary:
      "Apache: host, port, client, user, time, sizes, status and a split request between commas",
    layout: .apache(
      #"%v,%p,%a,%l,%u,%t,%I,%O,%S,%B,%{ms}T,%D,%^FB,%>s,"%H","%m","%U","%q","%{Referer}i","%{User-Agent}i""#
    ),
    samples: [
      #"www.example.org,443,203.0.113.9,-,-,[10/Oct/2026:13:55:36 +0530],663,4766,5429,410,2,2247,1977,200,"HTTP/1.1","GET","/a","?x=1","-","Mozilla/5.0 (X11)","-",-"#
    ],
    counterSamples: [
      #"www.example.org,443,203.0.113.9,-,-,[10/Oct/2026:13:55:36 +0530],663,4766,5429,410,2,2247,1977,408,"-","-","-","","-","-","-",-"#
    ])
}
