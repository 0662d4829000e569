/// Tokens by which browsers are known; the samples are tests.
/// - Source: the agents that the browsers' makers document, and agents seen in logs.
enum BrowserTable {
  private static let win = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) "
  private static let mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) "
  private static let x11 = "Mozilla/5.0 (X11; Linux x86_64) "
  private static let iOS =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
  private static let droid =
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
  private static let blink =
    "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36"
  private static let mobile = "Chrome/143.0.0.0 Mobile Safari/537.36"
  private static let wv =
    "Mozilla/5.0 (Linux; Android 13; SM-N981N Build/TP1A.220624.014; wv) AppleWebKit/537.36 "
    + "(KHTML, like Gecko) Version/4.0 Chrome/143.0.7499.34 Mobile Safari/537.36"

  /// The families that most agents claim.
  // swift-format-ignore
  static let families: [AgentPattern] = [
    .init("<chrome/", .chrome, .family, sample: win + blink),
    .init("<crios/", .chrome, sample: iOS + "CriOS/151.0.7922.112 Mobile/15E148 Safari/604.1"),
    .init("<chromium/", .chromium, sample: x11 + "AppleWebKit/537.36 (KHTML, like Gecko) Ubuntu Chromium/32.0.1700.102 Chrome/32.0.1700.102 Safari/537.36" ),
    .init("<safari/", .safari, .claimed, sample: mac + "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6 Safari/605.1.15"),
    .init("<edg/", .edge, sample: win + blink + " Edg/151.0.0.0"),
    .init("<edge/", .edge, sample: win + blink + " Edge/17.17134"),
    .init("<edga/", .edge, sample: droid + mobile + " EdgA/143.0.0.0"),
    .init("<edgios/", .edge, sample: iOS + "Version/18.0 EdgiOS/143.0.3650.61 Mobile/15E148 Safari/604.1"),
    .init("<edgw/", .edge, sample: win + blink + " EdgW/151.0.0.0"),
    .init("<firefox/", .firefox, .family, sample: "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
    .init("<firefox-", .firefox, .family, sample: "Mozilla/5.0 (X11; Linux x86_64; rv:2.0b8pre) Gecko/20101031 Firefox-4.0/4.0b8pre"),
    .init("<fxios/", .firefox, .family, sample: iOS + "FxiOS/145.0 Mobile/15E148 Safari/605.1.15"),
    .init("<focus/", .firefoxFocus, sample: iOS + "FxiOS/8.1.1 Focus/8.1.1 Mobile/15E148 Safari/605.1.15"),
    .init("<klar/", .firefoxFocus, sample: "Mozilla/5.0 (Linux; Android 7.0) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Klar/1.0 Chrome/58.0.3029.83 Mobile Safari/537.36" ),
    .init("<iceweasel/", .firefox, sample: "Mozilla/5.0 (X11; Linux x86_64; rv:20.0) Gecko/20100101 Firefox/20.0 Iceweasel/20.0"),
    .init("<icecat/", .firefox, sample: "Mozilla/5.0 (X11; Linux x86_64; rv:2.0) Gecko/20110417 IceCat/4.0"),
    .init("<fennec/", .firefox, sample: "Mozilla/5.0 (Android; Linux armv7l; rv:2.0.1) Gecko/20100101 Firefox/4.0.1 Fennec/2.0.1"),
    .init("<minefield/", .firefox, sample: "Mozilla/5.0 (X11; U; Linux x86_64; en-US; rv:1.9.3a1pre) Gecko/20091120 Minefield/3.7a1pre" ),
    .init("<shiretoko/", .firefox, sample: "Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.9.1.1pre) Gecko/20090717 Ubuntu/9.04 (jaunty) Shiretoko/3.5.1pre" ),
    .init("<namoroka/", .firefox, sample: "Mozilla/5.0 (X11; U; Linux x86_64; en-US; rv:1.9.2.7pre) Gecko/20100629 Namoroka/3.6.7pre"),
    .init("<granparadiso/", .firefox, sample: "Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.9) Gecko/20071103 GranParadiso/3.0a9"),
    .init("<bonecho/", .firefox, sample: "Mozilla/5.0 (X11; U; Linux i686; en-US; rv:1.8.1) Gecko/20061003 BonEcho/2.0"),
    .init("<firebird/", .firefox, sample: "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.5) Gecko/20031007 Firebird/0.7"),
    .init("msie ", .internetExplorer, .family, sample: "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)"),
    .init("<trident/", .internetExplorer, .family, sample: "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko"),
    .init("<iemobile/", .internetExplorer, sample: "Mozilla/5.0 (compatible; MSIE 10.0; Windows Phone 8.0; Trident/6.0; IEMobile/10.0; ARM; Touch; NOKIA; Lumia 920)" ),
    .init("^microsoft internet explorer/", .internetExplorer, sample: "Microsoft Internet Explorer/1.0 (Windows 95)"),
    .init("<opera/", .opera, sample: "Opera/9.80 (Windows NT 6.2; Win64; x64) Presto/2.12.388 Version/12.17"),
    .init("<opera ", .opera, sample: "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; en) Opera 8.54" ),
    .init("<opr/", .opera, sample: win + blink + " OPR/133.0.0.0"),
    .init("<opios/", .opera, sample: "Mozilla/5.0 (iPhone; CPU iPhone OS 7_1_1 like Mac OS X) AppleWebKit/537.51.2 (KHTML, like Gecko) OPiOS/8.0.1.80062 Mobile/11D201 Safari/9537.53" ),
    .init("<opera mini/", .operaMini, .app, sample: "Opera/9.80 (Android; Opera Mini/36.2.2254/119.132; U; id) Presto/2.12.423 Version/12.16"),
    .init("<opt/", .operaTouch, .app, sample: iOS + "Version/18.6 Mobile/15E148 Safari/604.1 OPT/5.6.0"),
    .init("<opx/", .operaGX, .app, sample: iOS + "Version/18.6 Mobile/15E148 Safari/604.1 OPX/2.8.1"),
    .init("<oprgx/", .operaGX, .app, sample: win + blink + " OPRGX/133.0.0.0"),
    .init("<gecko/", .mozilla, .engine, sample: "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.7.12) Gecko/20050915"),
    .init("<netscape/", .netscape, sample: "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.7.5) Gecko/20050519 Netscape/8.0.1"),
    .init("<netscape6/", .netscape, sample: "Mozilla/5.0 (Windows; U; Win98; en-US; m18) Gecko/20010131 Netscape6/6.01"),
    .init("<navigator/", .netscape, sample: "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.8.1.12) Gecko/20080219 Firefox/2.0.0.12 Navigator/9.0.0.6" ),
  ]

  /// Browsers that are built on another's engine and say so.
  // swift-format-ignore
  static let brands: [AgentPattern] = [
    .init("<samsungbrowser/", .samsungInternet, sample: droid + "SamsungBrowser/30.0 " + mobile),
    .init("<brave/", .brave, sample: mac + "AppleWebKit/537.36 (KHTML, like Gecko) Brave/1.2.43 Chrome/120.0.0.0 Safari/537.36"),
    .init("<brave chrome/", .brave, sample: "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Brave Chrome/78.0.3904.108 Safari/537.36" ),
    .init("<vivaldi/", .vivaldi, sample: win + blink + " Vivaldi/7.5.3735.66"),
    .init("<yabrowser/", .yandex, sample: win + "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/148.0.0.0 YaBrowser/26.6.0.0 Safari/537.36" ),
    .init("<yasearchbrowser/", .yandex, sample: droid + mobile + " YaSearchBrowser/25.1.4"),
    .init("<yandexsearch/", .yandex, sample: "Mozilla/5.0 (Linux; Android 9; SM-J600F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/92.0.4515.131 Mobile Safari/537.36 YandexSearch/21.84" ),
    .init("<yaapp_", .yandex, sample: wv + " YaApp_Android/24.12.0"),
    .init("ucbrowser", .ucBrowser, .app, sample: "Mozilla/5.0 (Linux; U; Android 12; en-US; RMX3085 Build/SP1A.210812.016) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/100.0.4896.58 UCBrowser/13.8.2.1324 Mobile Safari/537.36" ),
    .init("uc browser", .ucBrowser, .app, sample: "Mozilla/5.0 (S60V5; U; ru; NokiaN97 mini)/UC Browser8.5.0.183/50/352/UCWEB Mobile"),
    .init("<ubrowser/", .ucBrowser, .app, sample: "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/55.0.2883.87 UBrowser/7.0.185.1002 Safari/537.36" ),
    .init("<ucweb", .ucBrowser, sample: "J2ME/UCWEB7.0.3.45/139/7682"),
    .init("<ucweb/", .ucBrowser, .family, sample: "UCWEB/2.0 (iOS; U; iPh OS 7_0_4; ru; iPh3,1) U2/1.0.0 UCBrowser/9.0.0.260 U2/1.0.0 Mobile"),
    .init("<iuc(", .ucBrowser, sample: "IUC(U;iOS 5.1.1;Zh-cn;320*480;)/UCWEB7.9.0.94/41/997"),
    .init("<mqqbrowser", .qqBrowser, sample: "Mozilla/5.0 (Linux; U; Android 4.4.2; zh-cn; GT-I9500 Build/KOT49H) AppleWebKit/537.36 (KHTML, like Gecko)Version/4.0 MQQBrowser/5.0 Mobile Safari/537.36" ),
    .init("<qqbrowser", .qqBrowser, sample: win + blink + " Core/1.116.611.400 QQBrowser/19.8.6871.400"),
    .init("<tencenttraveler", .qqBrowser, sample: "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1; TencentTraveler 4.0)"),
    .init("miuibrowser/", .miui, sample: "Mozilla/5.0 (Linux; U; Android 13; en-gb; Redmi Note 11) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/112.0.5615.136 Mobile Safari/537.36 XiaoMi/MiuiBrowser/14.22.0-gn" ),
    .init("<mintbrowser/", .miui, sample: "Mozilla/5.0 (Linux; U; Android 9; en-us; Redmi 7) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/71.0.3578.141 Mobile Safari/537.36 XiaoMi/Mint Browser/1.3.3 MintBrowser/1.3.3" ),
    .init("<huaweibrowser/", .huawei, sample: "Mozilla/5.0 (Linux; Android 12; HarmonyOS; NOH-AN00) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.4844.88 HuaweiBrowser/13.0.5.303 Mobile Safari/537.36" ),
    .init("<arkweb/", .huawei, .engine, sample: "Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) ArkWeb/4.1.6.1 Mobile" ),
    .init("<vivobrowser/", .vivo, sample: "Mozilla/5.0 (Linux; Android 13; V2157A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/101.0.4951.74 Mobile Safari/537.36 VivoBrowser/17.7.0.1" ),
    .init("<heytapbrowser/", .oppo, sample: "Mozilla/5.0 (Linux; U; Android 13; en-in; CPH2381) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/115.0.5790.168 Mobile Safari/537.36 HeyTapBrowser/45.11.0.1.1" ),
    .init("<oppobrowser/", .oppo, sample: "Mozilla/5.0 (Linux; U; Android 7.1.1; zh-cn; OPPO R11) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/53.0.2785.134 Mobile Safari/537.36 OppoBrowser/4.3.9" ),
    .init("<realmebrowser/", .oppo, sample: "Mozilla/5.0 (Linux; U; Android 11; en-us; RMX2193) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/91.0.4472.88 Mobile Safari/537.36 RealmeBrowser/35.5.0.8"),
    .init("<silk/", .silk, .app, sample: "Mozilla/5.0 (Linux; Android 11; KFRASWI) AppleWebKit/537.36 (KHTML, like Gecko) Silk/143.3.1 like Chrome/143.0.7499.34 Safari/537.36" ),
    .init("<whale/", .whale, sample: win + "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Whale/4.34.340.19 Safari/537.36"),
    .init("<duckduckgo/", .duckDuckGo, sample: iOS + "Version/18.7 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15"),
    .init("<ddg/", .duckDuckGo, sample: mac + "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15 Ddg/26.1" ),
    .init("<ecosia ", .ecosia, sample: droid + "Chrome/120.0.0.0 Mobile Safari/537.36 (Ecosia android@120.0.6099.230)"),
    .init("<maxthon", .maxthon, sample: "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Maxthon/4.4.8.1000 Chrome/30.0.1599.101 Safari/537.36" ),
    .init("<mxbrowser/", .maxthon, sample: droid + mobile + " MxBrowser/7.5.3"),
    .init("metasr ", .sogou, sample: "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/38.0.2125.122 Safari/537.36 SE 2.X MetaSr 1.0" ),
    .init("<sogoumobilebrowser/", .sogou, sample: droid + mobile + " SogouMSE,SogouMobileBrowser/6.4.18" ),
    .init("<360se", .qihoo360, sample: "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1; 360SE)"),
    .init("<360ee", .qihoo360, sample: "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/63.0.3239.132 Safari/537.36 QIHU 360EE" ),
    .init("<qihu ", .qihoo360, sample: "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/78.0.3904.108 Safari/537.36 QIHU 360SE" ),
    .init("<qhbrowser/", .qihoo360, sample: wv + " QHBrowser/317"),
    .init("<lbbrowser", .liebao, sample: "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/57.0.2987.98 Safari/537.36 LBBROWSER" ),
    .init("<quark/", .quark, .app, sample: "Mozilla/5.0 (Linux; U; Android 10; zh-CN; MI 8) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/78.0.3904.108 Quark/5.2.5.171 Mobile Safari/537.36" ),
    .init("<baiduboxapp/", .baidu, .app, sample: "Mozilla/5.0 (Linux; Android 12; V2054A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/97.0.4692.98 Mobile Safari/537.36 T7/13.34 baiduboxapp/13.34.5.10 (Baidu; P1 12)" ),
    .init("<bidubrowser/", .baidu, sample: "Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/47.0.2526.108 BIDUBrowser/8.7 Safari/537.36" ),
    .init("<baidubrowser/", .baidu, sample: "Mozilla/5.0 (Linux; U; Android 4.4.4; en-us; Redmi 2) AppleWebKit/534.24 (KHTML, like Gecko) Version/4.0 Mobile Safari/534.24 baidubrowser/7.6.13.0" ),
    .init("<phx/", .phoenix, sample: droid + mobile + " PHX/16.4"),
    .init("coc_coc_browser/", .cocCoc, sample: win + "AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/110.0.148 Chrome/104.0.5112.148 Safari/537.36" ),
    .init("<puffin/", .puffin, sample: "Mozilla/5.0 (X11; U; Linux x86_64; en-us) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.3945.130 Safari/537.36 Puffin/9.4.1.51004AP" ),
    .init("<dolphin/", .dolphin, sample: iOS + "Mobile/15E148 Dolphin/10.3"),
    .init("<alohabrowser/", .aloha, sample: wv + " AlohaBrowser/4.8.1"),
    .init("<avast/", .avast, sample: win + blink + " Avast/143.0.33429.93"),
    .init("<avg/", .avg, sample: win + blink + " AVG/143.0.33429.93"),
    .init("<norton/", .norton, sample: win + blink + " Norton/143.0.33429.93"),
    .init("<ccleaner/", .cCleaner, sample: win + blink + " CCleaner/143.0.33429.93"),
    .init("<dragon/", .comodoDragon, sample: "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Dragon/36.1.1.21 Chrome/36.0.1985.97 Safari/537.36" ),
    .init("<comodo_dragon/", .comodoDragon, sample: "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/535.2 (KHTML, like Gecko) Comodo_Dragon/15.0.1.0 Chrome/15.0.874.106 Safari/535.2" ),
    .init("<iron/", .iron, sample: "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/535.1 (KHTML, like Gecko) Iron/14.0.850.0 Chrome/14.0.850.0 Safari/535.1" ),
    .init("<iridium/", .iridium, sample: "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Ubuntu Iridium/46.0 Safari/537.36 Chrome/46.0.2490.80" ),
    .init("<sleipnir/", .sleipnir, sample: "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/53.0.2785.116 Safari/537.36 Sleipnir/4.5.9" ),
    .init("<oculusbrowser/", .meta, .app, sample: "Mozilla/5.0 (X11; Linux x86_64; Quest 2) AppleWebKit/537.36 (KHTML, like Gecko) OculusBrowser/26.2.0.0.10 SamsungBrowser/4.0 Chrome/110.0.5481.192 VR Safari/537.36" ),
    .init("<seamonkey/", .seaMonkey, sample: "Mozilla/5.0 (Windows NT 6.1; rv:2.0.1) Gecko/20100101 Firefox/4.0.1 SeaMonkey/2.1.1"),
    .init("<palemoon/", .paleMoon, sample: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:102.0) Goanna/6.7 Firefox/102.0 PaleMoon/33.2.1" ),
    .init("<waterfox/", .waterfox, sample: "Mozilla/5.0 (Windows NT 6.1; Win64; x64; rv:56.0) Gecko/20100101 Firefox/56.0 Waterfox/56.2.10" ),
    .init("<camino/", .camino, sample: "Mozilla/5.0 (Macintosh; U; PPC Mac OS X 10.4; en; rv:1.9.0.19) Gecko/2010051911 Camino/2.0.3 (like Firefox/3.0.19)" ),
    .init("<k-meleon/", .kMeleon, sample: "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.8.1.21) Gecko/20090331 K-Meleon/1.5.3" ),
    .init("<thunderbird/", .thunderbird, sample: "Mozilla/5.0 (Windows; U; Windows NT 6.0; de; rv:1.9.2.8) Gecko/20100802 Thunderbird/3.1.2"),
    .init("<epiphany/", .epiphany, sample: x11 + "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15 Epiphany/605.1.15"),
    .init("<konqueror", .konqueror, sample: "Mozilla/5.0 (compatible; Konqueror/3.5; NetBSD 4.0_RC3; X11) KHTML/3.5.7 (like Gecko)"),
    .init("<falkon/", .falkon, sample: x11 + "AppleWebKit/537.36 (KHTML, like Gecko) Falkon/3.2.0 QtWebEngine/5.15.8 Chrome/87.0.4280.144 Safari/537.36" ),
    .init("<qupzilla/", .falkon, sample: x11 + "AppleWebKit/537.36 (KHTML, like Gecko) QupZilla/2.0.1 Chrome/49.0.2623.111 Safari/537.36" ),
    .init("<midori", .midori, sample: "Midori/0.2 (X11; Linux; U; en-us) WebKit/531.2 "),
    .init("<qutebrowser/", .qutebrowser, sample: x11 + "AppleWebKit/537.36 (KHTML, like Gecko) qutebrowser/2.5.4 Chrome/112.0.5615.213 Safari/537.36" ),
    .init("<ladybird/", .ladybird, sample: "Mozilla/5.0 (SerenityOS; x86_64) LibWeb+LibJS/1.0 Ladybird/1.0"),
    .init("<omniweb/", .omniWeb, sample: "Mozilla/5.0 (Macintosh; U; PPC Mac OS X; en-US) AppleWebKit/125.4 (KHTML, like Gecko, Safari) OmniWeb/v563.51" ),
    .init("<icab", .iCab, sample: "Mozilla/5.0 (compatible; iCab 3.0.3; Macintosh; U; PPC Mac OS)"),
    .init("<mosaic/", .mosaic, sample: "Mosaic/0.9 (Windows 3.1)"),
    .init("ncsa_mosaic", .mosaic, sample: "NCSA_Mosaic/2.0 (Windows 3.1)"),
    .init("<aol ", .aol, sample: "Mozilla/4.0 (compatible; MSIE 6.0; AOL 9.0; Windows NT 5.1)"),
    .init("<aolshield/", .aol, sample: win + blink + " AOLShield/1.0.2"),
    .init("^lynx/", .lynx, sample: "Lynx/2.8.9rel.1 (Linux x86_64)"),
    .init("^elinks", .links, .family, sample: "ELinks/0.11.4 (textmode; FreeBSD 7.0-RELEASE-p4 i386; 80x24-2)"),
    .init("^links (", .links, sample: "Links (0.99pre4; Linux 2.4.18-26.7.x i686; 119x44)"),
    .init("^w3m/", .w3m, sample: "w3m/0.5.3+git20210102 (Linux x86_64)"),
  ]

  /// Browsers of phones before touch screens, consoles and television sets.
  // swift-format-ignore
  static let devices: [AgentPattern] = [
    .init("<nokiabrowser/", .nokia, sample: "Mozilla/5.0 (MeeGo; NokiaN9) AppleWebKit/534.13 (KHTML, like Gecko) NokiaBrowser/8.5.0 Mobile Safari/534.13" ),
    .init("<browserng/", .nokia, sample: "Mozilla/5.0 (Symbian/3; Series60/5.2 NokiaN8-00/013.016; Profile/MIDP-2.1 Configuration/CLDC-1.1 ) AppleWebKit/525 (KHTML, like Gecko) Version/3.0 BrowserNG/7.2.8.10 3gpp-gba" ),
    .init("<s40ovibrowser/", .nokia, sample: "Mozilla/5.0 (Series40; NokiaC2-03/07.48; Profile/MIDP-2.1 Configuration/CLDC-1.1) Gecko/20100401 S40OviBrowser/2.2.0.0.33" ),
    .init("<blackberry", .blackBerry, .engine, sample: "Mozilla/5.0 (BlackBerry; U; BlackBerry 9800; en-GB) AppleWebKit/534.1+ (KHTML, like Gecko) Version/6.0.0.141 Mobile Safari/534.1+" ),
    .init("(bb10;", .blackBerry, .engine, sample: "Mozilla/5.0 (BB10; Touch) AppleWebKit/537.3+ (KHTML, like Gecko) Version/10.0.9.388 Mobile Safari/537.3+" ),
    .init("<playbook;", .blackBerry, .engine, sample: "Mozilla/5.0 (PlayBook; U; RIM Tablet OS 1.0.0; en-US) AppleWebKit/534.8+ (KHTML, like Gecko) Version/0.0.1 Safari/534.8+" ),
    .init("<netfront/", .netFront, sample: "NetFront/3.5.1 (BREW 3.1.5; U; en-us; LG; NetFront/3.5.1/WAP) Sprint LN240 MMP/2.0 Profile/MIDP-2.1 Configuration/CLDC-1.1" ),
    .init("obigo", .obigo, sample: "PantechP7040/JLUS04042011 Browser/Obigo/Q05A OMC/1.5.3 Profile/MIDP-2.1 Configuration/CLDC-1.1" ),
    .init("<up.browser/", .openwave, sample: "Alcatel-OH5/1.0 UP.Browser/6.1.0.7.7 (GUI) MMP/1.0"),
    .init("<dolfin/", .bada, sample: "Mozilla/5.0 (SAMSUNG; SAMSUNG-GT-S8500/S8500XXJEE; U; Bada/1.0; nl-nl) AppleWebKit/533.1 (KHTML, like Gecko) Dolfin/2.0 Mobile WVGA SMM-MMS/1.2.0 OPN-B" ),
    .init("<playstation", .playStation, .family, sample: "Mozilla/5.0 (PlayStation; PlayStation 5/6.50) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/14.1.1 Safari/605.1.15" ),
    .init("<nintendo", .nintendo, .engine, sample: "Mozilla/5.0 (Nintendo 3DS; U; ; en) Version/1.7498.US"),
    .init("<nintendobrowser/", .nintendo, sample: "Mozilla/5.0 (Nintendo Switch; WebApplet) AppleWebKit/609.4 (KHTML, like Gecko) NF/6.0.2.22.5 NintendoBrowser/5.1.0.23519" ),
    .init("<hbbtv/", .tvBrowser, sample: "HbbTV/1.1.1 (;Samsung;SmartTV2013;T-FXPDEUC-1102.2;;) WebKit"),
    .init("<webappmanager", .tvBrowser, sample: "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.41 (KHTML, like Gecko) Large Screen WebAppManager Safari/537.41" ),
    .init("<webtv/", .tvBrowser, sample: "Mozilla/4.0 WebTV/2.6 (compatible; MSIE 4.0)"),
  ]

  /// Applications that show pages in a view of their own.
  // swift-format-ignore
  static let apps: [AgentPattern] = [
    .init("<micromessenger/", .weChat, .app, sample: wv + " XWEB/1430 MMWEBSDK/20250201 MicroMessenger/8.0.57.2820(0x28003951) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64" ),
    .init("<fban/", .facebook, .brand, sample: iOS + "Mobile/15E148 [FBAN/FBIOS;FBAV/540.0.0.38.68;FBBV/833121;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/18.7]" ),
    .init("<fbav/", .facebook, .app, sample: wv + " [FB_IAB/FB4A;FBAV/540.0.0.44.70;]"),
    .init("fb_iab/", .facebook, .brand, sample: wv + " [FB_IAB/FB4A;FBAV/540.0.0.44.70;]"),
    .init("<metaiab facebook", .facebook, .app, sample: wv + " MetaIAB Facebook"),
    .init("messengerforios", .messenger, .appInApp, sample: iOS + "Mobile/15E148 [FBAN/MessengerForiOS;FBAV/480.0.0.32.108;FBDV/iPhone14,5]"),
    .init("fb_iab/orca", .messenger, .appInApp, sample: wv + " [FB_IAB/Orca-Android;FBAV/480.0.0.31.104;]"),
    .init("fb_iab/messenger", .messenger, .appInApp, sample: wv + " [FB_IAB/MESSENGER;FBAV/480.0.0.31.104;]"),
    .init("<instagram ", .instagram, .appInApp, sample: iOS + "Mobile/15E148 Instagram 410.0.0.29.70 (iPhone14,5; iOS 18_7; en_GB; en; scale=3.00; 1170x2532; 1; 83)" ),
    .init("<barcelona ", .threads, .appInApp, sample: wv + " Barcelona 410.0.0.0.97 Android (33/13; 420dpi; 1080x2186)"),
    .init("<line/", .line, .app, sample: iOS + "Safari Line/15.19.0"),
    .init("<musical_ly", .tikTok, .app, sample: iOS + "Mobile/15E148 musical_ly_41.8.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/en Region/GB BytedanceWebview/d8a21c6" ),
    .init("<trill_", .tikTok, .app, sample: wv + " trill_410803 JsSdk/1.0 NetType/WIFI AppName/trill app_version/41.8.3 ByteLocale/en"),
    .init("<bytedancewebview", .tikTok, .brand, sample: iOS + "Mobile/15E148 BytedanceWebview/d8a21c6"),
    .init("<tiktok ", .tikTok, .app, sample: iOS + "Mobile/15E148 TikTok 26.2.0 rv:262018"),
    .init("<aweme", .douyin, .app, sample: iOS + "Mobile/15E148 aweme_30.1.0 JsSdk/2.0 NetType/WIFI Channel/App Store"),
    .init("<gsa/", .googleApp, .app, sample: iOS + "GSA/432.9.954074404 Mobile/15E148 Safari/604.1"),
    .init("<snapchat", .snapchat, .app, sample: iOS + "Mobile/15E148 Snapchat/13.71.0.43 (like Safari/8621.2.5, panda)"),
    .init("<pinterest/ios", .pinterest, .app, sample: iOS + "Mobile/15E148 [Pinterest/iOS]"),
    .init("<pinterest/android", .pinterest, .app, sample: wv + " [Pinterest/Android]"),
    .init("<pinterest for ", .pinterest, .app, sample: wv + " Pinterest for Android/13.40.0"),
    .init("<twitter for ", .x, .app, sample: iOS + "Mobile/15E148 Twitter for iPhone/11.35"),
    .init("twitterandroid", .x, .app, sample: wv + " TwitterAndroid"),
    .init("<linkedinapp", .linkedIn, .app, sample: iOS + "Mobile/15E148 [LinkedInApp]/9.31.3386"),
    .init("<reddit/", .reddit, .app, sample: iOS + "Mobile/15E148 Reddit/Version 2025.44.0"),
    .init("<telegram-", .telegram, .app, sample: wv + " Telegram-Android/12.2.0 (Samsung SM-N981N; Android 13; SDK 33; HIGH)"),
    .init("<kakaotalk", .kakaoTalk, .app, sample: wv + "; KAKAOTALK 2510320"),
    .init("<naver(", .naver, .app, sample: wv + " NAVER(inapp; search; 2000; 12.12.50)"),
    .init("<daumapps/", .daum, .app, sample: wv + " DaumApps/7.20.0"),
    .init("<zalo ", .zalo, .app, sample: wv + " Zalo android/260701901 ZaloTheme/dark ZaloLanguage/vi"),
    .init("<viber/", .viber, .app, sample: iOS + "Mobile/15E148 Viber/25.8.0"),
    .init("<bingsapphire/", .bing, .app, sample: iOS + "Version/18.0 Mobile/15E148 Safari/604.1 BingSapphire/31.5.430602001"),
    .init("<teams/", .teams, .app, sample: win + "AppleWebKit/537.36 (KHTML, like Gecko) Teams/1.6.00.4472 Chrome/102.0.5005.167 Electron/19.1.8 Safari/537.36" ),
    .init(" qq/", .qq, .app, sample: iOS + "Mobile/15E148 QQ/9.2.15.614 V1_IPH_SQ_9.2.15_1_APP_A Pixel/1170"),
    .init("weibo__", .weibo, .app, sample: iOS + "Mobile/15E148 Weibo (iPhone14,5__weibo__15.10.1__iphone__os18.7)"),
    .init("<alipayclient/", .alipay, .app, sample: iOS + "Mobile/15E148 NebulaSDK/1.8.100112 AlipayClient/10.7.90.6000"),
    .init("<aliapp(tb", .taobao, .app, sample: wv + " AliApp(TB/10.40.20) WindVane/8.5.0"),
    .init("<dingtalk/", .dingTalk, .app, sample: wv + " com.alibaba.android.rimet/43434 DingTalk/7.6.55" ),
    .init("<lark/", .lark, .app, sample: wv + " Lark/7.54.6 LarkLocale/en_US"),
    .init("<feishu/", .lark, .app, sample: wv + " Feishu/7.54.6"),
    .init("<electron/", .electron, sample: win + "AppleWebKit/537.36 (KHTML, like Gecko) Code/1.115.0 Chrome/142.0.7444.265 Electron/39.8.5 Safari/537.36" ),
  ]

  /// Marks that decide nothing alone.
  // swift-format-ignore
  static let hints: [AgentPattern] = [
    .init("^mozilla/", .hint(.opening), sample: win + blink),
    .init("^opera/", .hint(.opening), sample: "Opera/9.51 (X11; FreeBSD 6.1-RELEASE i386; U; en)"),
    .init("^ncsa_mosaic", .hint(.opening), sample: "NCSA_Mosaic/2.0 (Windows 3.1)"),
    .init("^mosaic/", .hint(.opening), sample: "Mosaic/0.9 (Windows 3.1)"),
    .init("^midori/", .hint(.opening), sample: "Midori/0.2 (X11; Linux; U; en-us) WebKit/531.2 "),
    .init("^lynx/", .hint(.opening), sample: "Lynx/2.8.9rel.1 (Linux x86_64)"),
    .init("^elinks", .hint(.opening), sample: "ELinks (0.10.6; Linux 2.6.16-hardened-r10 i686; 80x25)"),
    .init("^links (", .hint(.opening), sample: "Links (0.99pre9; FreeBSD 4.8-RELEASE i386; 80x25)"),
    .init("^w3m/", .hint(.opening), sample: "w3m/0.5.3+git20210102 (Linux x86_64)"),
    .init("^hbbtv/", .hint(.opening),
      sample: "HbbTV/1.2.1 (;Panasonic;VIERA 2013;3.672;4101-0003 0002-0000;)"),
    .init("^ice browser/", .hint(.opening),
      sample: "ICE Browser/5.05 (Java 1.4.0; Windows 2000 5.0 x86)"),
    .init("^microsoft internet explorer/", .hint(.opening),
      sample: "Microsoft Internet Explorer/1.0 (Windows 95)"),
    .init("^bunjalloo/", .hint(.opening), sample: "Bunjalloo/0.7.6(Nintendo DS;U;en)"),
    .init("^mqqbrowser/", .hint(.opening),
      sample:
        "MQQBrowser/371 Mozilla/5.0 (iPhone 4S; CPU iPhone OS 6_0_1 like Mac OS X) AppleWebKit/536.26 (KHTML, like Gecko) Mobile/10A523 Safari/7534.48.3"
    ),
    .init("^qqbrowser ", .hint(.opening), sample: "QQBrowser (Linux; U; zh-cn; HTC Hero Build/FRF91)"),
    .init("<compatible>", .hint(.compatible),
      sample: "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)"),
    .init("<version/", .hint(.version),
      sample: mac + "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.6 Safari/605.1.15"),
    .init("<mobile>", .hint(.mobile), sample: droid + mobile),
    .init("; wv)", .hint(.webView), sample: wv),
    .init("<trident/", .hint(.trident),
      sample: "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko"),
    .init("; rv:", .hint(.revision),
      sample: "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
    .init("webkit", .hint(.webKit), sample: win + blink),
    .init("<gecko/", .hint(.familiar),
      sample: "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"),
    .init("<like gecko", .hint(.familiar),
      sample: "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; rv:11.0) like Gecko"),
    .init("<khtml/", .hint(.familiar),
      sample:
        "Mozilla/5.0 (compatible; Konqueror/3.5; NetBSD 4.0_RC3; X11) KHTML/3.5.7 (like Gecko)"),
    .init("<goanna/", .hint(.familiar),
      sample:
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:102.0) Goanna/6.7 Firefox/102.0 PaleMoon/33.2.1"
    ),
    .init("<profile/midp", .hint(.featurePhone),
      sample:
        "Nokia201/2.0 (11.21) Profile/MIDP-2.1 Configuration/CLDC-1.1 Mozilla/5.0 (Java; U; en-us; nokia201) UCBrowser8.3.0.154/70/355/UCWEB Mobile"
    ),
    .init("<browser/applewebkit", .hint(.featurePhone),
      sample:
        "Lenovo-A288t_TD/S100 Linux/2.6.35 Android/2.3.5 Release/02.29.2012 Browser/AppleWebkit533.1 Mobile Safari/533.1"
    ),
    .init("<up.browser/", .hint(.featurePhone),
      sample: "Alcatel-OH5/1.0 UP.Browser/6.1.0.7.7 (GUI) MMP/1.0"),
    .init("obigo", .hint(.featurePhone), sample: "ALCATEL-OT510A/382 ObigoInternetBrowser/Q05A"),
    .init("<ucweb", .hint(.featurePhone), sample: "NOKIA6120c/UC Browser7.4.0.65/28/352/UCWEB"),
    .init("<uc browser", .hint(.featurePhone), sample: "NOKIA6120c/UC Browser7.4.0.65/28/352"),
    .init("<netfront/", .hint(.featurePhone),
      sample:
        "NetFront/4.2 (BMP 1.0.4; U; en-us; LG; NetFront/4.2/AMB) Boost LG272 MMP/2.0 Profile/MIDP-2.1 Configuration/CLDC-1.1"
    ),
    .init("<mozilla/", .hint(.laterOpening),
      sample: "acer_S200 Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; Windows Phone 6.5)"),
    .init("<opera/", .hint(.laterOpening),
      sample:
        "SAMSUNG-GT-B7350/1.0 Opera/9.80 (Windows Mobile; Windows CE; Opera Mobi/ORS-75XXX; U) Presto/2,4,13 Version/10.00"
    ),
    .init("<msie ", .hint(.namesItself),
      sample: "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)"),
    .init("<konqueror", .hint(.namesItself),
      sample:
        "Mozilla/5.0 (compatible; Konqueror/3.5; NetBSD 4.0_RC3; X11) KHTML/3.5.7 (like Gecko)"),
    .init("<icab", .hint(.namesItself),
      sample: "Mozilla/5.0 (compatible; iCab 3.0.3; Macintosh; U; PPC Mac OS)"),
    .init("<netfront/", .hint(.namesItself),
      sample: "Mozilla/4.0 (compatible; Linux 2.6.10) NetFront/3.3 Kindle/1.0 (screen 600x800)"),
    .init("<omniweb/", .hint(.namesItself),
      sample: "Mozilla/4.5 (compatible; OmniWeb/4.1.1-v424.6; Mac_PowerPC)"),
    .init("<crios/", .hint(.iOSOnly),
      sample:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 13_5_2) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/116 Version/11.1.1 Safari/605.1.15"
    ),
    .init("<fxios/", .hint(.iOSOnly),
      sample:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_4) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/122.0 Safari/605.1.15"
    ),
    .init("<edgios/", .hint(.iOSOnly),
      sample:
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 EdgiOS/143.0.3650.61 Safari/605.1.15"
    ),
    .init("<cpu os ", .hint(.systemVersion),
      sample:
        "Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148"
    ),
    .init("<ipad os ", .hint(.systemVersion),
      sample:
        "UCWEB/2.0 (iOS; U; iPad OS 6_1_3; en-US; iPad2,5) U2/1.0.0 UCBrowser/9.0.0.260 U2/1.0.0 Mobile"
    ),
    .init("client", .hint(.library), sample: "Chef Client/10.18.2"),
    .init("-sdk", .hint(.library), sample: "aws-sdk-zeta/1.0"),
    .init("http", .hint(.library), sample: "xhttp/1.0"),
    .init("library", .hint(.library), sample: "Mozilla/3.0 (compatible; Indy Library)"),
    .init("<ubuntu>", .hint(.familiar),
      sample:
        "Mozilla/5.0 (X11; U; Linux x86_64; fr; rv:1.9.1.6) Gecko/20091215 Ubuntu/9.10 (karmic) Firefox/3.5.6"
    ),
    .init("<wails.io", .hint(.familiar), sample: win + blink + " Edg/151.0.0.0 wails.io"),
    .init("<citrixchromeapp", .hint(.familiar),
      sample:
        "Mozilla/5.0 (X11; Windows x86_64 10718.88.2) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/68.0.3440.118 Safari/537.36 CitrixChromeApp"
    ),
    .init("<librewolf", .hint(.familiar), sample: "Mozilla/5.0 (X11; Linux x86_64; rv:109.0) Gecko/20100101 Firefox/115.0 LibreWolf"),
    .init("<theworld", .hint(.familiar),
      sample:
        "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/535.11 (KHTML, like Gecko) Chrome/17.0.963.84 Safari/535.11 TheWorld"
    ),
    .init("<fbsmtwb", .hint(.familiar),
      sample:
        "Mozilla/5.0 (Windows; U; Windows NT 5.1; en-US; rv:1.9.1.6) Gecko/20091201 Firefox/3.5.6 (.NET CLR 3.5.30729) FBSMTWB"
    ),
    .init("bsalsa.com", .hint(.excused),
      sample:
        "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 5.1; Embedded Web Browser from: http://bsalsa.com/; .NET CLR 2.0.50727)"
    ),
    .init("<avantbrowser.com", .hint(.excused),
      sample:
        "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; Avant Browser [avantbrowser.com]; .NET CLR 1.1.4322)"
    ),
  ]
}
