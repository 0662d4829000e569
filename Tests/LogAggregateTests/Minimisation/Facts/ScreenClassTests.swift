import Testing

@testable import LogAggregate

@Suite struct ScreenClassTests {
  @Test(
    "a resolution has a class of its own, or one by its shorter side",
    arguments: [
      ("1920x1080", "1920x1080"), ("1920X1080", "1920x1080"), ("1920*1080", "1920x1080"),
      ("1080x1920", "1920x1080"), ("800x360", "360x800"), ("768x1024", "768x1024"),
      ("1024x768", "768x1024"), ("599x4000", "other small"), ("600x600", "other medium"),
      ("2000x899", "other medium"),
      ("1917x1031", "other large"), ("20000x900", "other large"), ("100x100", "other small"),
    ])
  func classes(_ value: String, _ name: String) {
    let number = ScreenClass.number(of: value.utf8.span)
    #expect(number.map { ScreenClass.names[Int($0)] } == name)
  }

  @Test(
    "what is no resolution has no class",
    arguments: [
      "", "x", "1920", "1920x", "x1080", "1920x1080x24", "1920x1080 ", "1920-1080", "99x1000",
      "20001x1000", "1234567x100", "-1x100", "19２0x1080", "1920%781080", "anna",
    ])
  func refused(_ value: String) {
    let number = ScreenClass.number(of: value.utf8.span)
    #expect(number == nil)
  }

  @Test("the vocabulary is small, and no name stands twice")
  func vocabulary() {
    #expect(Set(ScreenClass.names).count == ScreenClass.names.count)
    #expect(ScreenClass.names.count <= 30)
  }
}
