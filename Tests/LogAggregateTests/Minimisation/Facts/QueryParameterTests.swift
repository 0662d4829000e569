import Testing

@testable import LogAggregate

@Suite struct QueryParameterTests {
  @Test(
    "the first value of a parameter is found, whatever stands beside it",
    arguments: [
      ("/p?s=1", "1"), ("/p?a=2&s=1", "1"), ("/p?s=1&s=2", "1"), ("/p?a;s=1;b", "1"),
      ("/p?s=", ""), ("/p?s=a=b", "a=b"), ("/p?s=1#s=2", "1"), ("/p?&&s=1", "1"),
      ("/p?ss=2&s=1", "1"),
    ])
  func found(_ target: String, _ value: String) throws {
    let bytes = Array(target.utf8)
    let query = try #require(bytes.firstIndex(of: UInt8(ascii: "?"))) + 1
    let range = QueryParameter.range(of: "s".utf8.span, in: bytes.span, query: query)
    #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == value)
  }

  @Test(
    "a parameter that is not there is not found",
    arguments: ["/p?", "/p?s", "/p?t=s", "/p?S=1", "/p?as=1", "/p?sa=1", "/p?a#s=1", "/p?=1"])
  func missing(_ target: String) throws {
    let bytes = Array(target.utf8)
    let query = try #require(bytes.firstIndex(of: UInt8(ascii: "?"))) + 1
    let range = QueryParameter.range(of: "s".utf8.span, in: bytes.span, query: query)
    #expect(range == nil)
  }
}
