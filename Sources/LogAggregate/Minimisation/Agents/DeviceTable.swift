/// Tokens that tell the device where the operating system does not; the samples are tests.
/// - Source: the agents that the devices' makers document, and agents seen in logs.
enum DeviceTable {
  private static let droid =
    "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/112.0.5615.213 Safari/537.36"

  // swift-format-ignore
  static let devices: [AgentPattern] = [
    .init("<smart-tv", .device(.tv, 3),
      sample:
        "Mozilla/5.0 (SMART-TV; Linux; Tizen 2.3) AppleWebkit/538.1 (KHTML, like Gecko) SamsungBrowser/1.0 TV Safari/538.1"
    ),
    .init("<smarttv", .device(.tv, 3),
      sample:
        "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.6099.270 Safari/537.36 WebAppManager"
    ),
    .init("<smart tv", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 11; Smart TV Pro) \(droid)" ),
    .init("<android tv", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 12; Android TV) \(droid)" ),
    .init("<androidtv", .device(.tv, 3),
      sample:
        "Mozilla/5.0 (Linux; Android 12.0; Build/STTL.240206.002) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/92.0.4515.0 Safari/537.36 CrKey/1.56.500000 DeviceType/AndroidTV"
    ),
    .init("<google tv", .device(.tv, 3),
      sample: "Mozilla/5.0 (Linux; Android 14; Google TV Streamer) \(droid)"),
    .init("<googletv", .device(.tv, 3),
      sample:
        "Mozilla/5.0 (X11; Linux armv7l) AppleWebKit/534.24 (KHTML, like Gecko) Chrome/11.0.696.77 Large Screen Safari/534.24 GoogleTV/000000"
    ),
    .init("<chromecast", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 12; Chromecast) \(droid)" ),
    .init("<crkey/", .device(.tv, 3),
      sample:
        "Mozilla/5.0 (X11; Linux aarch64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.0.2743.84 Safari/537.36 CrKey/1.22.74257"
    ),
    .init("<devicetype/smartspeaker", .device(.other, 4),
      sample:
        "Mozilla/5.0 (X11; Linux armv7l) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0.4430.225 Safari/537.36 CrKey/1.56.500000 DeviceType/SmartSpeaker"
    ),
    .init("<hbbtv/", .device(.tv, 3),
      sample:
        "Opera/9.80 (Linux mips; U; HbbTV/1.1.1 (; Philips; ; ; ; ) CE-HTML/1.0 NETTV/4.1.3 PHILIPSTV/1.1.1; en) Presto/2.10.250 Version/11.60"
    ),
    .init("<netcast", .device(.tv, 3),
      sample:
        "Mozilla/5.0 (Unknown; Linux armv7l) AppleWebKit/537.1+ (KHTML, like Gecko) Safari/537.1+ LG Browser/6.00.00 LG NetCast.TV-2013"
    ),
    .init("<bravia", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 10; BRAVIA 4K UR2) \(droid)"),
    .init("<viera", .device(.tv, 3),
      sample:
        "Mozilla/5.0 (X11; FreeBSD; U; Viera; de-DE) AppleWebKit/537.11 (KHTML, like Gecko) Viera/3.10.0 Chrome/23.0.1271.97 Safari/537.11"
    ),
    .init("<webtv/", .device(.tv, 3), sample: "Mozilla/4.0 WebTV/2.6 (compatible; MSIE 4.0)"),
    .init("<shield android", .device(.tv, 3),
      sample: "Mozilla/5.0 (Linux; Android 11; SHIELD Android TV) \(droid)"),
    .init("<mibox", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 9; MIBOX4) \(droid)"),
    .init("; aftt", .device(.tv, 3),
      sample:
        "Mozilla/5.0 (Linux; Android 5.1.1; AFTT Build/LVY48F) AppleWebKit/537.36 (KHTML, like Gecko) Silk/120.2.1 like Chrome/120.0.6099.43 Safari/537.36"
    ),
    .init("; afts", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 9; AFTSSS) \(droid)"),
    .init("; aftm", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 7.1.2; AFTMM) \(droid)"),
    .init("; aftk", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 11; AFTKA) \(droid)"),
    .init("; aftb", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 5.1.1; AFTB) \(droid)"),
    .init("; aftr", .device(.tv, 3), sample: "Mozilla/5.0 (Linux; Android 9; AFTR) \(droid)"),
    .init("<large screen", .device(.tv, 2),
      sample:
        "Mozilla/5.0 (X11; U; Linux i686; en-US) AppleWebKit/533.4 (KHTML, like Gecko) Chrome/5.0.375.127 Large Screen Safari/533.4 GoogleTV/162853"
    ),
    .init("<oculusbrowser/", .device(.other, 3),
      sample:
        "Mozilla/5.0 (X11; Linux x86_64; Quest 2) AppleWebKit/537.36 (KHTML, like Gecko) OculusBrowser/26.2.0.0.10 SamsungBrowser/4.0 Chrome/110.0.5481.192 VR Safari/537.36"
    ),
    .init("<watch>", .device(.other, 3),
      sample:
        "Mozilla/5.0 (Linux; Android 13; Galaxy Watch 6) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/112.0.5615.213 Mobile Safari/537.36"
    ),
    .init("<kindle/", .device(.other, 3),
      sample:
        "Mozilla/5.0 (Linux; U; en-US) AppleWebKit/528.5+ (KHTML, like Gecko, Safari/528.5+) Version/4.0 Kindle/3.0 (screen 600x800; rotate)"
    ),
    .init("<tablet>", .device(.tablet, 2),
      sample:
        "Opera/9.80 (Android 3.2; Linux; Opera Tablet/ADR-1106291546; U; en) Presto/2.8.149 Version/11.10"
    ),
    .init("<touchpad", .device(.tablet, 2),
      sample:
        "Mozilla/5.0 (hp-tablet; Linux; hpwOS/3.0.5; U; en-US) AppleWebKit/534.6 (KHTML, like Gecko) wOSBrowser/234.83 Safari/534.6 TouchPad/1.0"
    ),
    .init("<playbook;", .device(.tablet, 2),
      sample:
        "Mozilla/5.0 (PlayBook; U; RIM Tablet OS 1.0.0; en-US) AppleWebKit/534.8+ (KHTML, like Gecko) Version/0.0.1 Safari/534.8+"
    ),
    .init("<silk/", .device(.tablet, 1),
      sample:
        "Mozilla/5.0 (Linux; Android 11; KFRASWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/143.3.1 like Chrome/143.0.7499.34 Safari/537.36"
    ),
    .init("<opera mini/", .device(.phone, 2),
      sample:
        "Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16"),
    .init("<opera mobi", .device(.phone, 2),
      sample:
        "Opera/9.80 (Android 2.3.4; Linux; Opera Mobi/ADR-1301071546; U; de) Presto/2.11.355 Version/12.10"
    ),
    .init("<ucweb", .device(.phone, 1), sample: "J2ME/UCWEB7.0.3.45/139/7682"),
    .init("<profile/midp", .device(.phone, 1),
      sample:
        "Nokia201/2.0 (11.21) Profile/MIDP-2.1 Configuration/CLDC-1.1 Mozilla/5.0 (Java; U; en-us; nokia201) UCBrowser8.3.0.154/70/355/UCWEB Mobile"
    ),
    .init("<up.browser/", .device(.phone, 1),
      sample: "Alcatel-OH5/1.0 UP.Browser/6.1.0.7.7 (GUI) MMP/1.0"),
    .init("obigo", .device(.phone, 1), sample: "ALCATEL-OT510A/382 ObigoInternetBrowser/Q05A"),
    .init("webos/1.", .device(.phone, 1),
      sample:
        "Mozilla/5.0 (webOS/1.2; U; en-US) AppleWebKit/525.27.1 (KHTML, like Gecko) Version/1.0 Safari/525.27.1 Desktop/1.0"
    ),
    .init("webos/2.", .device(.phone, 1),
      sample:
        "Mozilla/5.0 (Linux; webOS/2.2.4; U; de-DE) AppleWebKit/534.6 (KHTML, like Gecko) webOSBrowser/221.56 Safari/534.6 Pre/3.0"
    ),
  ]
}
