/// Where log lines come from.
public enum LogSource: Hashable, Sendable {
  case standardInput
  /// A file, a pipe or a device by its path.
  case file(String)

  /// Opens the source for reading.
  /// - Throws: `InputError.unreadable` where it is missing or not permitted, `InputError.directory` where it is one.
  func open() throws(InputError) -> Descriptor {
    switch self {
    case .standardInput: .standardInput
    case .file(let path): try Descriptor(opening: path)
    }
  }

  /// The device and file numbers, which tell one file from another, and whether it can be read again.
  var identity: (device: UInt64, file: UInt64, isRegular: Bool)? {
    switch self {
    case .standardInput: Descriptor.standardInputIdentity
    case .file(let path): Descriptor.identity(ofPath: path)
    }
  }

  /// What messages call it.
  var name: String {
    switch self {
    case .standardInput: "stdin"
    case .file(let path): path
    }
  }
}
