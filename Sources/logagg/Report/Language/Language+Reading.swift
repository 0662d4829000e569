internal import LogAggregate

extension Language {
  /// Reads a catalogue.
  /// - Parameters:
  ///   - text: The file's text.
  ///   - file: The name that messages give it.
  /// - Throws: ``PolicyError`` for the first thing that is wrong.
  init(text: String, file: String) throws(PolicyError) {
    let top = try TOMLSection(text: text, file: file)
    try top.allow(["schema", "tag", "name", "direction", "numbers", "dates", "phrases"])
    let schema = try top.requiredString("schema")
    guard schema.value == "logagg.language/1" else {
      throw top.error(
        line: schema.line, "the schema is not logagg.language/1",
        remedy: "begin with `logagg languages show de` and translate that")
    }
    let tag = try top.requiredString("tag")
    guard Self.isTag(tag.value) else {
      throw top.error(
        line: tag.line, "the tag is no language tag",
        remedy: "write one such as de or pt-BR")
    }
    let direction = try top.string("direction")
    guard ["ltr", "rtl", nil].contains(direction?.value) else {
      throw top.error(line: direction?.line, "the direction is unknown", remedy: "write ltr or rtl")
    }
    self.init(
      tag: tag.value, name: try top.requiredString("name").value,
      isRightToLeft: direction?.value == "rtl",
      numbers: try NumberStyle(top.section("numbers")), dates: try DateStyle(top.section("dates")),
      phrases: try Self.phrases(top.section("phrases")))
  }

  private static func isTag(_ tag: String) -> Bool {
    !tag.isEmpty && tag.utf8.count <= 35
      && tag.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
          || $0 == 0x2D
      }
  }

  private static func phrases(_ section: TOMLSection?) throws(PolicyError) -> [String: String] {
    guard let section else { return [:] }
    var phrases: [String: String] = [:]
    for key in section.keys {
      let translation = try section.requiredString(key.value)
      guard
        Phrase(key.value).places.sorted() == Phrase(translation.value).places.sorted()
      else {
        throw section.error(
          line: translation.line, "the translation has other places in braces than the phrase",
          remedy: "keep each place such as {count}, by its English name")
      }
      phrases[key.value] = translation.value
    }
    return phrases
  }
}

extension NumberStyle {
  fileprivate init(_ section: TOMLSection?) throws(PolicyError) {
    self.init()
    guard let section else { return }
    try section.allow(["group", "decimal", "groups", "digits", "percentage"])
    group = try section.string("group")?.value ?? group
    decimal = try section.string("decimal")?.value ?? decimal
    if let sizes = try section.integers("groups") {
      groups = sizes.map(\.value).filter { (1...9).contains($0) }
      guard groups.count == sizes.count, !groups.isEmpty else {
        throw section.error(
          line: sizes.first?.line, "the sizes of groups are not sizes",
          remedy: "write them as [3], or [3, 2]")
      }
    }
    if let text = try section.string("digits") {
      digits = Array(text.value)
      guard digits.count == 10 else {
        throw section.error(
          line: text.line, "the digits are not ten", remedy: "write them from zero to nine")
      }
    }
    if let pattern = try section.string("percentage") {
      percentage = Phrase(pattern.value)
      guard percentage.places == ["n"] else {
        throw section.error(
          line: pattern.line, "the percentage has no place {n}", remedy: "write it as {n} %")
      }
    }
  }
}

extension DateStyle {
  fileprivate init(_ section: TOMLSection?) throws(PolicyError) {
    self = .english
    guard let section else { return }
    try section.allow([
      "months", "short_months", "weekdays", "day", "weekday_and_day", "short_day", "days_of_month",
      "span", "hour",
    ])
    months = try Self.names(section, "months", 12) ?? months
    shortMonths = try Self.names(section, "short_months", 12) ?? shortMonths
    weekdays = try Self.names(section, "weekdays", 7) ?? weekdays
    day = try section.string("day").map { Phrase($0.value) } ?? day
    weekdayAndDay = try section.string("weekday_and_day").map { Phrase($0.value) } ?? weekdayAndDay
    shortDay = try section.string("short_day").map { Phrase($0.value) } ?? shortDay
    daysOfMonth = try section.string("days_of_month").map { Phrase($0.value) } ?? daysOfMonth
    span = try section.string("span").map { Phrase($0.value) } ?? span
    hour = try section.string("hour").map { Phrase($0.value) } ?? hour
  }

  private static func names(_ section: TOMLSection, _ key: String, _ count: Int)
    throws(PolicyError) -> [String]?
  {
    guard let names = try section.strings(key) else { return nil }
    guard names.count == count else {
      throw section.error(
        line: names.first?.line, "\(key) holds \(names.count) names", remedy: "write \(count)")
    }
    return names.map(\.value)
  }
}
