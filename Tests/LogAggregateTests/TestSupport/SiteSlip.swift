import Testing

@testable import LogAggregate

/// A site file with a slip in it, and what its error has to say.
struct SiteSlip {
  let text: String
  let line: Int
  let problem: String
  let remedy: String

  init(_ slip: (text: String, line: Int, problem: String, remedy: String)) {
    (text, line, problem, remedy) = slip
  }

  /// Holds the error to its line, problem and remedy.
  func check(_ location: SourceLocation = #_sourceLocation) {
    let error = #expect(throws: PolicyError.self, sourceLocation: location) {
      try Site(text: text, file: "site.toml")
    }
    #expect(error?.line == line, sourceLocation: location)
    let told = "\(String(describing: error))"
    #expect(error?.problem.contains(problem) == true, "\(told)", sourceLocation: location)
    #expect(error?.remedy.contains(remedy) == true, "\(told)", sourceLocation: location)
  }
}
