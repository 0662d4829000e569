/// Where log lines come from.
public enum LogSource: Hashable, Sendable {
  case standardInput
  /// A file, a pipe or a device by its path.
  case file(String)

  /// Opens the source for reading.
  /// - Throws: `InputError.unreadable` where it is missing, a directory, or not permitted.
  func open() throws(InputError) -> Descriptor {
    switch self {
    case .standardInput: .standardInput
    case .file(let path): try Descriptor(opening: path)
    }
  }
}
