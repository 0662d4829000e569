/// How a report speaks to its reader: words, numbers and dates, from a catalogue that is data.
///
/// A phrase is looked up by its English text. So what a catalogue does not hold is shown in English, and
/// sentences that the library wrote can be translated as well.
struct Language: Sendable {
  /// - Source: BCP 47.
  let tag: String
  /// What its speakers call it.
  let name: String
  let isRightToLeft: Bool
  let numbers: NumberStyle
  let dates: DateStyle
  /// Translations by the English phrase.
  let phrases: [String: String]
  /// Phrases with places, for sentences whose places are filled already: those that begin with a word of their own, since
  /// `{count} of {all}` could be found in any sentence.
  private let patterns: [(phrase: Phrase, translation: Phrase)]

  static let english = Language(
    tag: "en", name: "English", isRightToLeft: false, numbers: .english, dates: .english,
    phrases: [:])

  init(
    tag: String, name: String, isRightToLeft: Bool, numbers: NumberStyle, dates: DateStyle,
    phrases: [String: String]
  ) {
    self.tag = tag
    self.name = name
    self.isRightToLeft = isRightToLeft
    self.numbers = numbers
    self.dates = dates
    self.phrases = phrases
    patterns = phrases.filter { $0.key.contains("{") && !$0.key.hasPrefix("{") }.sorted {
      $0.key < $1.key
    }
    .map { (Phrase($0.key), Phrase($0.value)) }
  }

  /// The phrase in this language, or as it is.
  func callAsFunction(_ phrase: String) -> String {
    if let known = phrases[phrase] { return known }
    for (pattern, translation) in patterns {
      guard let values = pattern.values(in: phrase) else { continue }
      return translation.filled { name in
        values[name].map { name == "tables" ? titles($0) : phrases[$0] ?? $0 }
      }
    }
    return phrase
  }

  /// The titles of tables, one after another.
  private func titles(_ list: String) -> String {
    list.split(separator: ", ").map { self(String($0)) }.joined(separator: ", ")
  }

  /// The phrase with its places filled, such as `{count} more rows`.
  func callAsFunction(_ phrase: String, _ values: KeyValuePairs<String, String>) -> String {
    Phrase(phrases[phrase] ?? phrase).filled { name in values.first { $0.key == name }?.value }
  }

  /// The phrase as markup whose places are filled with markup.
  func markup(_ phrase: String, _ values: KeyValuePairs<String, HTML>) -> HTML {
    var html: HTML = ""
    for part in Phrase(phrases[phrase] ?? phrase).parts {
      switch part {
      case .text(let text): html += "\(text)"
      case .place(let name): html += values.first { $0.key == name }?.value ?? "\("{\(name)}")"
      }
    }
    return html
  }

  /// A count in the reader's digits and groups.
  func number(_ count: Int) -> String { numbers.grouped(count) }
}
