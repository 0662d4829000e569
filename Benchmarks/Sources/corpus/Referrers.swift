/// How visits begin: by whom they were sent, and with which campaign in the query.
struct Referrers {
  /// One way in.
  struct Entry {
    var referrer: TextID
    var query = TextID.empty
    var hasClickID = false
  }

  private var channels: [[Entry]] = []
  private var tables: [WeightedTable] = []
  private let channel: WeightedTable

  init(into lexicon: inout Texts, sample: Bool) {
    // Direct, search, social, assistants, mail, campaigns, other sites.
    let weights = sample ? [27, 35, 12, 6, 3, 12, 11] : [31, 37, 10, 3, 2, 5, 12]
    channel = WeightedTable(weights: weights)
    let lists = [
      "1 -", Self.search, Self.social, Self.assistants, Self.mail, Self.campaigns,
      Self.others(sample ? 70 : 3000),
    ]
    for list in lists {
      var entries: [Entry] = []
      var weights: [Int] = []
      for row in list.split(separator: "\n") {
        let parts = row.split(separator: " ")
        let query = parts.count > 2 ? lexicon.add(String(parts[2])) : .empty
        weights.append(Int(parts[0]) ?? 1)
        entries.append(
          Entry(
            referrer: lexicon.add(String(parts[1])), query: query,
            hasClickID: row.hasSuffix("clid=")))
      }
      channels.append(entries)
      tables.append(WeightedTable(weights: weights))
    }
  }

  func draw(_ random: inout Random) -> Entry {
    let which = channel.draw(&random)
    return channels[which][tables[which].draw(&random)]
  }

  private static let search = #"""
    560 https://www.google.com/
    120 https://www.google.co.in/
    90 https://www.bing.com/
    70 https://duckduckgo.com/
    30 https://search.yahoo.com/
    22 https://www.ecosia.org/
    14 https://yandex.com/
    20 https://search.brave.com/
    8 https://www.startpage.com/
    20 https://www.google.de/
    30 https://www.google.co.uk/
    6 https://www.baidu.com/
    20 https://www.bing.com/search?q=example+books&form=QBLH
    20 https://www.google.com/search?q=books+for+children
    40 android-app://com.google.android.googlequicksearchbox/
    """#

  private static let social = #"""
    200 https://l.facebook.com/
    150 https://m.facebook.com/
    60 https://www.facebook.com/
    160 https://l.instagram.com/
    60 https://www.instagram.com/
    70 https://t.co/
    40 https://t.co/mR4kQx81Zb
    90 https://www.reddit.com/
    20 https://out.reddit.com/
    50 https://www.linkedin.com/
    130 https://www.youtube.com/
    40 https://in.pinterest.com/
    10 https://mastodon.social/
    16 https://bsky.app/
    20 https://news.ycombinator.com/
    24 https://www.quora.com/
    """#

  private static let assistants = #"""
    60 https://chatgpt.com/
    16 https://www.perplexity.ai/
    14 https://gemini.google.com/
    8 https://copilot.microsoft.com/
    8 https://claude.ai/
    """#

  private static let mail = #"""
    50 https://mail.google.com/
    22 https://outlook.live.com/
    14 https://mail.yahoo.com/
    20 android-app://com.google.android.gm/
    """#

  /// Weight, referrer and query of each campaign's links.
  private static let campaigns = #"""
    60 - ?utm_source=newsletter&utm_medium=email&utm_campaign=diwali-reading
    24 https://mail.google.com/ ?utm_source=newsletter&utm_medium=email&utm_campaign=diwali-reading
    48 - ?utm_source=newsletter&utm_medium=email&utm_campaign=weekly-letter
    44 https://m.facebook.com/ ?utm_source=facebook&utm_medium=paid_social&utm_campaign=winter-courses&fbclid=
    40 https://l.instagram.com/ ?utm_source=instagram&utm_medium=social&utm_campaign=book-fair&fbclid=
    50 https://www.google.com/ ?utm_source=google&utm_medium=cpc&utm_campaign=brand&gclid=
    34 https://www.google.com/ ?utm_source=google&utm_medium=cpc&utm_campaign=winter-courses&gclid=
    14 https://www.bing.com/ ?utm_source=bing&utm_medium=cpc&utm_campaign=brand&msclkid=
    30 https://chatgpt.com/ ?utm_source=chatgpt.com
    30 https://partner.example.org/ ?utm_source=partner.example.org&utm_medium=referral&utm_campaign=book-fair
    16 - ?utm_source=poster&utm_medium=qr&utm_campaign=book-fair
    """#

  /// Sites of clubs, schools and people that link here, under invented names.
  private static func others(_ count: Int) -> String {
    var random = Random(seed: 2026)
    let endings = ["org", "org", "com", "net", "info", "in", "co.uk", "de", "com.au", "blog"]
    let kinds = [
      "club", "school", "library", "notes", "review", "society", "weekly", "forum", "guild",
    ]
    let weights = WeightedTable.zipfWeights(count, flatness: 6, sum: 1 << 30)
    var rows = ["\(weights[0]) https://partner.example.org/"]
    for index in 1..<count {
      let number = String(1000 + index % 1000).dropFirst()
      let name = "\(Words.all.pick(&random))-\(kinds[index % kinds.count])-\(number)"
      let www = index % 7 == 0 ? "www." : ""
      let origin = "https://\(www)\(name).\(endings[index % endings.count])/"
      rows.append("\(weights[index] * 3 / 4 + 1) \(origin)")
      let page = Words.slug(1 + random.below(4), &random)
      rows.append("\(weights[index] / 4 + 1) \(origin)\(page)/")
    }
    return rows.joined(separator: "\n")
  }
}
