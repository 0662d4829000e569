/// The place of a value in a TOML text, such as `releases[1].clause`.
struct TOMLPath: Hashable, Sendable, CustomStringConvertible {
  /// One step down from a table or an array.
  enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  private(set) var steps: [Step] = []

  /// The place below this one.
  func appending(_ step: Step) -> TOMLPath {
    var path = self
    path.steps.append(step)
    return path
  }

  /// The place above this one, or `nil` at the top.
  var parent: TOMLPath? {
    guard !steps.isEmpty else { return nil }
    var path = self
    path.steps.removeLast()
    return path
  }

  var description: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }
}
