/// Divides a host name by the rules of the Public Suffix List.
/// - Source: https://github.com/publicsuffix/list/wiki/Format, “Formal Algorithm”.
enum PublicSuffix {
  /// More labels than the longest rule has, so that a host of many labels costs no more.
  static let mostLabels = 5

  /// Where the registrable domain begins in `host`, and where its public suffix does.
  ///
  /// The domain is `nil` where the host is a public suffix itself. A name that no rule matches has
  /// its last label for a suffix.
  /// - Parameters:
  ///   - host: lower-case ASCII labels, none empty.
  ///   - rules: lines as in `PublicSuffixData`.
  /// - Complexity: O(length of `host` + log rules); allocates nothing.
  static func split(
    _ host: Span<UInt8>, rules: Span<UInt8> = PublicSuffixData.lines
  ) -> (domain: Int?, suffix: Int) {
    // `starts[n]` is where the last n + 1 labels begin.
    var starts = InlineArray<6, Int>(repeating: 0)
    var labels = 0
    var index = host.count
    while labels <= mostLabels {
      while index > 0 && host[index - 1] != UInt8(ascii: ".") { index &-= 1 }
      starts[labels] = index
      labels &+= 1
      if index == 0 { break }
      index &-= 1
    }

    var suffix = 0
    var label = min(labels, mostLabels) - 1
    while label > 0 {
      let name = host.extracting(droppingFirst: starts[label])
      if let kinds = ReferrerHostTable.value(of: name, in: rules) {
        if holds(kinds, UInt8(ascii: "e")) {
          suffix = label - 1
          break
        }
        if holds(kinds, UInt8(ascii: "r")) {
          suffix = label
          break
        }
      }
      let parent = host.extracting(droppingFirst: starts[label - 1])
      if let kinds = ReferrerHostTable.value(of: parent, in: rules), holds(kinds, UInt8(ascii: "w"))
      {
        suffix = label
        break
      }
      label -= 1
    }
    let domain = suffix + 1 < labels ? starts[suffix + 1] : nil
    return (domain, starts[suffix])
  }

  private static func holds(_ kinds: Span<UInt8>, _ kind: UInt8) -> Bool {
    for index in kinds.indices where kinds[index] == kind { return true }
    return false
  }
}
