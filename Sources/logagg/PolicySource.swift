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

  /// Whether a value of `--policy` names a file.
  static func isFile(_ value: String) -> Bool {
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
