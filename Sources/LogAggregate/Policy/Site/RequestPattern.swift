/// A pattern of requests: a path pattern, and parameters that the query must have, as in `/ad/*?zone=top`.
public struct RequestPattern: Hashable, Sendable, CustomStringConvertible {
  /// A parameter of the query, with the one value that matches.
  struct Parameter: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// Which paths.
  public let path: PathPattern
  /// What the query must hold; all of it, in any order, compared as it stands in the log.
  let parameters: [Parameter]

  /// The pattern with that text, or `nil` where it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    guard let path = PathPattern(String(parts[0])) else { return nil }
    var parameters: [Parameter] = []
    if parts.count == 2 {
      for pair in parts[1].split(separator: "&", omittingEmptySubsequences: false) {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard sides.count == 2, ParameterName.isName(sides[0]), !sides[1].isEmpty,
          sides[1].utf8.allSatisfy({ $0 > 0x20 && $0 != 0x23 && $0 != 0x2A && $0 != 0x3B })
        else { return nil }
        parameters.append(Parameter(name: String(sides[0]), value: String(sides[1])))
      }
    }
    self.path = path
    self.parameters = parameters
  }

  /// The pattern as it was written.
  public var description: String {
    guard !parameters.isEmpty else { return path.description }
    let query = parameters.map { "\($0.name)=\($0.value)" }
    return "\(path.description)?\(query.joined(separator: "&"))"
  }
}

/// The name of a query parameter in a site file.
enum ParameterName {
  /// Whether a text can be one: letters, digits, `-`, `.` and `_`.
  static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
  }

  /// Parameters in which advertising networks number single clicks; one value is one person's.
  /// - Source: the networks' own documents, as collected by the ClearURLs and Brave projects.
  static let clickIDs: Set<String> = [
    "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "fbclid", "msclkid", "ttclid", "twclid",
    "li_fat_id", "igshid", "igsh", "epik", "yclid", "ymclid", "mc_eid", "_hsenc", "vero_id",
    "oly_anon_id", "oly_enc_id", "rb_clickid", "srsltid", "sccid", "rdt_cid", "qclid",
    "irclickid", "cjevent", "_ga", "_gl", "_kx", "mkt_tok", "ml_subscriber", "obclid", "tblci",
    "s_kwcid", "ef_id",
  ]
}

extension TOMLSection {
  /// A parameter's name that may be read: never one that numbers a single click.
  func parameterName(_ name: Located<String>) throws(PolicyError) -> String {
    guard ParameterName.isName(name.value) else {
      throw error(
        line: name.line, "\(name.value.quoted) is not the name of a parameter",
        remedy: "use only letters, digits, -, . and _")
    }
    guard !ParameterName.clickIDs.contains(name.value.lowercased()) else {
      throw error(
        line: name.line, "\(name.value.quoted) numbers single clicks, so it names people",
        remedy: "take it out; click ids are never read")
    }
    return name.value
  }

  /// A required pattern of paths and parameters.
  func requestPattern(_ key: String) throws(PolicyError) -> RequestPattern {
    try requestPattern(requiredString(key))
  }

  /// A pattern of paths and parameters, where the key stands.
  func optionalRequestPattern(_ key: String) throws(PolicyError) -> RequestPattern? {
    guard let text = try string(key) else { return nil }
    return try requestPattern(text)
  }

  private func requestPattern(_ text: Located<String>) throws(PolicyError) -> RequestPattern {
    guard let pattern = RequestPattern(text.value) else {
      throw error(
        line: text.line, "\(text.value.quoted) is not a request pattern",
        remedy:
          "write a path as /ads/top.gif or /ads/*, and parameters behind it as ?zone=top&size=1")
    }
    for parameter in pattern.parameters {
      _ = try parameterName(Located(value: parameter.name, line: text.line))
    }
    return pattern
  }
}
