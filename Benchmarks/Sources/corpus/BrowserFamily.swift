/// One browser on one platform: its share of the visitors and the agents it sends, newest first.
/// - Source: the forms follow agents in public use in 2026 (reduced versions, frozen platforms).
struct BrowserFamily {
  let share: Int
  let shareMobile: Int
  let device: Device
  let flatness: Int
  let variants: @Sendable () -> [String]

  private static let webKit = "AppleWebKit/537.36 (KHTML, like Gecko)"
  private static let appleKit = "AppleWebKit/605.1.15 (KHTML, like Gecko)"

  static let all: [BrowserFamily] = [
    // The commonest agents, each by itself.
    .init(share: 190, shareMobile: 330, device: .phone, flatness: 0) {
      [chrome("Linux; Android 10; K", 154, " Mobile")]
    },
    .init(share: 150, shareMobile: 105, device: .desktop, flatness: 0) {
      [chrome("Windows NT 10.0; Win64; x64", 154, "")]
    },
    .init(share: 112, shareMobile: 40, device: .phone, flatness: 0) {
      [safariPhone("18_7", "27.0")]
    },
    .init(share: 64, shareMobile: 26, device: .phone, flatness: 0) {
      [safariPhone("18_7", "26.6")]
    },
    .init(share: 48, shareMobile: 28, device: .desktop, flatness: 0) {
      [chrome("Windows NT 10.0; Win64; x64", 154, "") + " Edg/154.0.0.0"]
    },
    .init(share: 42, shareMobile: 18, device: .desktop, flatness: 0) {
      [chrome("Macintosh; Intel Mac OS X 10_15_7", 154, "")]
    },
    .init(share: 40, shareMobile: 60, device: .phone, flatness: 0) {
      [chrome("Linux; Android 10; K", 153, " Mobile")]
    },
    .init(share: 32, shareMobile: 62, device: .phone, flatness: 0) { [samsung(31)] },
    .init(share: 32, shareMobile: 18, device: .desktop, flatness: 0) {
      [firefox("Windows NT 10.0; Win64; x64", 156)]
    },
    .init(share: 28, shareMobile: 20, device: .desktop, flatness: 0) {
      [chrome("Windows NT 10.0; Win64; x64", 153, "")]
    },
    // The rest of each family.
    .init(share: 50, shareMobile: 70, device: .phone, flatness: 0) {
      (96...152).reversed().map { chrome("Linux; Android 10; K", $0, " Mobile") }
    },
    .init(share: 38, shareMobile: 30, device: .desktop, flatness: 0) {
      (94...152).reversed().map { chrome("Windows NT 10.0; Win64; x64", $0, "") }
    },
    .init(share: 26, shareMobile: 8, device: .desktop, flatness: 0) {
      (100...153).reversed().map { chrome("Macintosh; Intel Mac OS X 10_15_7", $0, "") }
    },
    .init(share: 18, shareMobile: 12, device: .desktop, flatness: 1) {
      (100...154).reversed().map { chrome("X11; Linux x86_64", $0, "") }
    },
    .init(share: 6, shareMobile: 2, device: .desktop, flatness: 1) {
      (120...154).reversed().map { chrome("X11; CrOS x86_64 14541.0.0", $0, "") }
    },
    .init(share: 20, shareMobile: 12, device: .tablet, flatness: 1) {
      (110...154).reversed().map { chrome("Linux; Android 10; K", $0, "") }
    },
    .init(share: 42, shareMobile: 26, device: .phone, flatness: 0) {
      [
        "26.5.2", "27.1", "18.7.5", "18.6", "26.3", "18.5", "17.6", "16.6", "26.1",
        "17.5", "18.3.1", "17.4.1", "16.3", "15.6.1", "18.1", "17.1", "15.5", "14.1.2",
      ].map { safariPhone("18_7", $0) }
    },
    .init(share: 16, shareMobile: 6, device: .phone, flatness: 2) {
      (15...18).reversed().flatMap { major in
        (0...7).reversed().map { safariPhone("\(major)_\($0)", "\(major).\($0)") }
      }
    },
    .init(share: 44, shareMobile: 10, device: .desktop, flatness: 1) {
      [
        "27.0", "26.6", "26.5", "18.6", "18.5", "17.6", "26.1", "18.3", "17.4.1", "16.6", "15.6.1",
        "14.1.2", "13.1.2",
      ].map {
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) \(appleKit) Version/\($0) Safari/605.1.15"
      }
    },
    .init(share: 18, shareMobile: 8, device: .desktop, flatness: 0) {
      (120...153).reversed().map {
        chrome("Windows NT 10.0; Win64; x64", $0, "") + " Edg/\($0).0.0.0"
      }
    },
    .init(share: 8, shareMobile: 3, device: .desktop, flatness: 1) {
      (140...154).reversed().map {
        chrome("Macintosh; Intel Mac OS X 10_15_7", $0, "") + " Edg/\($0).0.0.0"
      }
    },
    .init(share: 18, shareMobile: 12, device: .desktop, flatness: 0) {
      (102...155).reversed().map { firefox("Windows NT 10.0; Win64; x64", $0) }
    },
    .init(share: 10, shareMobile: 3, device: .desktop, flatness: 1) {
      (115...156).reversed().map { firefox("Macintosh; Intel Mac OS X 10.15", $0) }
    },
    .init(share: 12, shareMobile: 8, device: .desktop, flatness: 1) {
      (115...156).reversed().map { firefox("X11; Linux x86_64", $0) }
    },
    .init(share: 5, shareMobile: 4, device: .phone, flatness: 1) {
      (120...156).reversed().map {
        "Mozilla/5.0 (Android 15; Mobile; rv:\($0).0) Gecko/\($0).0 Firefox/\($0).0"
      }
    },
    .init(share: 12, shareMobile: 20, device: .phone, flatness: 0) {
      (18...30).reversed().map { samsung($0) }
    },
    .init(share: 12, shareMobile: 10, device: .desktop, flatness: 1) {
      (105...136).reversed().map {
        chrome("Windows NT 10.0; Win64; x64", $0 + 16, "") + " OPR/\($0).0.0.0"
      }
    },
    .init(share: 5, shareMobile: 22, device: .phone, flatness: 1) {
      (70...98).reversed().map {
        chrome("Linux; Android 10; K", $0 + 50, " Mobile") + " OPR/\($0).0.0.0"
      }
    },
    .init(share: 18, shareMobile: 10, device: .phone, flatness: 3) {
      applePhones("CriOS", ["154.0.8010.57", "154.0.8010.31", "153.0.7958.88", "152.0.7930.44"])
    },
    .init(share: 12, shareMobile: 6, device: .phone, flatness: 3) {
      applePhones(
        "GSA", ["441.1.980113275", "438.0.968254421", "432.9.954074404", "428.2.941208833"])
    },
    .init(share: 5, shareMobile: 2, device: .phone, flatness: 3) {
      applePhones("FxiOS", ["156.0", "155.1", "154.0"])
    },
    .init(share: 4, shareMobile: 2, device: .phone, flatness: 3) {
      applePhones("EdgiOS", ["154.0.3110.40", "153.0.3071.61"])
    },
    .init(share: 26, shareMobile: 32, device: .phone, flatness: 8) {
      AppDevice.androids.flatMap { device in
        (540...543).reversed().map {
          webView(device, 154) + " [FB_IAB/FB4A;FBAV/\($0).0.0.48.109;IABMV/1;]"
        }
      }
    },
    .init(share: 14, shareMobile: 8, device: .phone, flatness: 8) {
      AppDevice.phones.flatMap { device in
        (537...541).reversed().map {
          "Mozilla/5.0 (iPhone; CPU iPhone OS \(device.system) like Mac OS X) \(appleKit) Mobile/15E148 [FBAN/FBIOS;FBAV/\($0).0.0.45.98;FBDV/\(device.model);FBMD/iPhone;FBSN/iOS;FBSS/3;FBLC/en_GB]"
        }
      }
    },
    .init(share: 22, shareMobile: 26, device: .phone, flatness: 8) {
      AppDevice.androids.flatMap { device in
        (406...408).reversed().map {
          webView(device, 153)
            + " Instagram \($0).0.0.52.79 Android (35/15; 420dpi; 1080x2340; en_GB)"
        }
      }
    },
    .init(share: 10, shareMobile: 18, device: .phone, flatness: 12) {
      AppDevice.androids.flatMap { device in
        (152...154).reversed().map { webView(device, $0) }
      }
    },
  ]

  private static func chrome(_ system: String, _ version: Int, _ mobile: String) -> String {
    "Mozilla/5.0 (\(system)) \(webKit) Chrome/\(version).0.0.0\(mobile) Safari/537.36"
  }

  private static func samsung(_ version: Int) -> String {
    "Mozilla/5.0 (Linux; Android 10; K) \(webKit) SamsungBrowser/\(version).0 Chrome/\(version * 4 + 23).0.0.0 Mobile Safari/537.36"
  }

  private static func firefox(_ system: String, _ version: Int) -> String {
    "Mozilla/5.0 (\(system); rv:\(version).0) Gecko/20100101 Firefox/\(version).0"
  }

  private static func safariPhone(_ system: String, _ version: String) -> String {
    "Mozilla/5.0 (iPhone; CPU iPhone OS \(system) like Mac OS X) \(appleKit) Version/\(version) Mobile/15E148 Safari/604.1"
  }

  private static func applePhones(_ app: String, _ versions: [String]) -> [String] {
    versions.flatMap { version in
      AppDevice.phones.map {
        "Mozilla/5.0 (iPhone; CPU iPhone OS \($0.system) like Mac OS X) \(appleKit) \(app)/\(version) Mobile/15E148 Safari/604.1"
      }
    }
  }

  private static func webView(_ device: AppDevice, _ version: Int) -> String {
    "Mozilla/5.0 (Linux; Android \(device.system); \(device.model); wv) \(webKit) Version/4.0 Chrome/\(version).0.8010.61 Mobile Safari/537.36"
  }
}

/// A phone as an app's built-in browser names it.
struct AppDevice {
  let system: String
  let model: String

  static let androids: [AppDevice] = [
    "SM-S931B Build/BP1A.250305.020", "SM-A556E Build/UP1A.231005.007",
    "CPH2689 Build/AP3A.240617.008",
    "V2318 Build/UP1A.231005.007", "23106RN0DA Build/TP1A.220624.014",
    "SM-A165F Build/AP3A.240905.015",
    "RMX3870 Build/UKQ1.230924.001", "Pixel 9 Build/BP2A.250605.031",
    "SM-M356B Build/UP1A.231005.007",
    "moto g85 5G Build/U3UCS34", "CPH2591 Build/TP1A.220905.001", "SM-G991B Build/SP1A.210812.016",
    "V2250 Build/TP1A.220624.014", "Redmi Note 13 Build/UKQ1.231003.002",
    "SM-S926B Build/AP3A.240905.015",
    "Pixel 8a Build/AP4A.250205.002", "NE2211 Build/UKQ1.230924.001",
    "SM-A245F Build/UP1A.231005.007",
    "RMX3990 Build/SP1A.210812.016", "M2101K6G Build/TKQ1.221013.002",
    "SM-X210 Build/UP1A.231005.007",
    "itel P665L Build/SP1A.210812.016", "SM-F741B Build/AP3A.240905.015",
    "Infinix X6833B Build/SP1A.210812",
  ].enumerated().map { AppDevice(system: String(16 - $0.offset % 5), model: $0.element) }

  static let phones: [AppDevice] = [
    "18_7", "26_6_0", "27_0_0", "26_5_2", "18_6_2", "18_5", "17_7_2", "26_3_1", "17_6_1", "16_7_10",
    "27_1_0", "15_8_3",
  ].enumerated().map {
    AppDevice(system: $0.element, model: "iPhone\(17 - $0.offset % 6),\(1 + $0.offset % 4)")
  }
}
