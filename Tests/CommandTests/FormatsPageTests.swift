import Foundation
import Testing

@testable import logagg

@Suite struct FormatsPageTests {
  @Test("the page of formats is current")
  func current() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/Formats.md").standardized
    #expect(try String(contentsOf: page, encoding: .utf8) == FormatsPage.text)
  }
}
