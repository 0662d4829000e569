/// The listed parameters of a request, which tell pages of one path apart.
struct PageVariant {
  private let parameters: [Site.PageParameter]
  /// More than there are values of a parameter; its sixth power fits 64 bits.
  private static let base: UInt64 = 1021

  init(_ parameters: [Site.PageParameter]) { self.parameters = parameters }

  /// A number that stands for the listed values in a target's query; 0 where there are none.
  /// - Complexity: O(length of the query) for each parameter.
  @inline(__always)
  func number(in target: Span<UInt8>) -> UInt64 {
    parameters.isEmpty ? 0 : numberOfListed(in: target)
  }

  @inline(never)
  private func numberOfListed(in target: Span<UInt8>) -> UInt64 {
    guard let query = target.offset(of: UInt8(ascii: "?")) else { return 0 }
    var number: UInt64 = 0
    for parameter in parameters {
      number = number * Self.base + UInt64(value(of: parameter, in: target, query: query + 1) + 1)
    }
    return number
  }

  /// The query that the page's name keeps, such as `?view=map`; empty where it keeps none.
  /// - Parameter path: decoded.
  func query(_ number: UInt64, path: Span<UInt8>) -> String {
    var rest = number
    var pairs: [String] = []
    for parameter in parameters.reversed() {
      let value = Int(rest % Self.base) - 1
      rest /= Self.base
      guard value >= 0, parameter.path?.matches(path) ?? true else { continue }
      pairs.append("\(parameter.name)=\(parameter.values[value])")
    }
    return pairs.isEmpty ? "" : "?" + pairs.reversed().joined(separator: "&")
  }

  /// The place of the parameter's value in its list; -1 where it has none of them.
  private func value(of parameter: Site.PageParameter, in target: Span<UInt8>, query: Int) -> Int {
    guard
      let range = QueryParameter.range(of: parameter.name.utf8.span, in: target, query: query)
    else { return -1 }
    let value = target.extracting(range)
    return parameter.values.firstIndex { listed in
      let listed = listed.utf8.span
      return listed.count == value.count && listed.indices.allSatisfy { listed[$0] == value[$0] }
    } ?? -1
  }
}
