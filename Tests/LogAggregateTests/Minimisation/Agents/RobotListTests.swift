import Testing

@testable import LogAggregate

@Suite struct RobotListTests {
  @Test func eachLineIsACategoryAndAUsablePattern() {
    var count = 0
    var categories: Set<RobotCategory> = []
    RobotList.forEach { text, category in
      count += 1
      categories.insert(category)
      #expect(text.count >= 4)
      for index in text.indices { #expect(0x20..<0x7F ~= text[index]) }
    }
    #expect(count >= 759)
    #expect(
      categories.isSuperset(of: [
        .searchEngine, .aiCrawler, .monitoring, .feedReader, .preview, .scanner, .library, .seo,
      ]))
  }

  @Test func aListedNameAloneIsARobot() {
    let classifier = AgentClassifier()
    RobotList.forEach { text, _ in
      var name: [UInt8] = []
      for index in text.indices where !"^<>".utf8.contains(text[index]) { name.append(text[index]) }
      let robot = classifier.classify(name.span).robot
      #expect(robot != nil && robot != .unrecognised, "\(String(decoding: name, as: UTF8.self))")
    }
  }

  @Test func theReportCanSayWhereTheNamesComeFrom() {
    let provenance = RobotList.provenance
    #expect(provenance.origin.hasPrefix("https://"))
    #expect(provenance.licence == "MIT")
    #expect(!provenance.version.isEmpty && !provenance.date.isEmpty && !provenance.name.isEmpty)
  }
}
