internal import Glibc
internal import LogAggregate

/// Finds the policy that an option names.
enum PolicySource {
  /// The bundled policy of that name, or the policy in that file.
  ///
  /// A value with `/` in it or that ends in `.toml` is a file; every other is a name.
  /// - Throws: ``Failure``: 64 for an unknown name, 66 for a file that cannot be read, 78 for one that is
  ///   not a valid policy.
  static func load(_ nameOrFile: String) throws(Failure) -> Policy {
    guard isFile(nameOrFile) else { return try bundled(nameOrFile) }
    let text = try TextFile.read(nameOrFile, what: "policy file")
    do throws(PolicyError) {
      return try Policy(text: text, file: nameOrFile)
    } catch {
      throw Failure(.configuration, "\(error)")
    }
  }

  /// The bundled policy of that name.
  static func bundled(_ name: String) throws(Failure) -> Policy {
    guard let policy = Policy.bundled(name) else {
      let known = Policy.bundledNames.joined(separator: ", ")
      throw Failure(
        .usage,
        "no bundled policy is called \(Failure.quoted(name)); known: \(known); a file needs a / or .toml"
      )
    }
    return policy
  }

  private static func isFile(_ value: String) -> Bool {
    value.contains("/") || value.hasSuffix(".toml")
  }
}

/// Finds the site file that an option names.
enum SiteSource {
  /// The site in that file.
  /// - Throws: ``Failure``: 66 for a file that cannot be read, 78 for one that is not a valid site file.
  static func load(_ file: String) throws(Failure) -> Site {
    let text = try TextFile.read(file, what: "site file")
    do throws(PolicyError) {
      return try Site(text: text, file: file)
    } catch {
      throw Failure(.configuration, "\(error)")
    }
  }
}

/// A small text file, such as a policy.
enum TextFile {
  /// More than any policy or site file needs; a log given by mistake is not read through.
  private static let greatestByteCount = 1 << 20

  /// The file's text.
  /// - Throws: ``Failure``: 66 when it cannot be read, 78 when it is not UTF-8 text or too long.
  static func read(_ path: String, what: String) throws(Failure) -> String {
    // The path is a string of our own, terminated for the time of the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, what, errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while bytes.count <= greatestByteCount {
      // The buffer is the array's own for the time of this call.
      let count = unsafe block.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable(path, what, errno)
      }
      bytes += block[..<count]
    }
    guard bytes.count <= greatestByteCount else {
      throw Failure(
        .configuration, "\(what) \(Failure.quoted(path)) is longer than 1 MiB; give a TOML file")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(
        .configuration, "\(what) \(Failure.quoted(path)) is not UTF-8 text; save it as UTF-8")
    }
    return text
  }

  private static func unreadable(_ path: String, _ what: String, _ code: CInt) -> Failure {
    let reason =
      switch code {
      case ENOENT: "it does not exist"
      case EACCES: "permission denied"
      case EISDIR: "it is a directory"
      default: "error \(code)"
      }
    return Failure(
      .noInput, "cannot read \(what) \(Failure.quoted(path)): \(reason); check the path")
  }
}

extension Failure {
  /// An argument in a message: one line, without control characters.
  fileprivate static func quoted(_ text: String) -> String {
    let shown = text.unicodeScalars.map { scalar in
      scalar.properties.generalCategory == .control ? "\u{FFFD}" : Character(scalar)
    }
    return "'\(String(shown))'"
  }
}
