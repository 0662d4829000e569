/// What the sections of a site file have in common: names, hosts, networks, patterns of paths, files.
extension TOMLSection {
  /// What the sections of a list say, each under a name of its own.
  /// - Parameter make: reads one section, with its key `name`.
  func entries<Entry>(
    _ key: String, name: KeyPath<Entry, String>,
    _ make: (TOMLSection) throws(PolicyError) -> Entry
  ) throws(PolicyError) -> [Entry] {
    var entries: [Entry] = []
    for section in try sections(key) {
      let entry = try make(section)
      let own = entry[keyPath: name]
      guard !entries.contains(where: { $0[keyPath: name] == own }) else {
        throw section.error(
          at: "name", "two \(key) are called \(own.quoted)", remedy: "give each a name of its own")
      }
      entries.append(entry)
    }
    return entries
  }

  /// Host names in lower case, where the key stands.
  func hostNames(_ key: String) throws(PolicyError) -> [String]? {
    guard let texts = try strings(key) else { return nil }
    var hosts: [String] = []
    for host in texts {
      let isHost = host.value.utf8.allSatisfy { byte in
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F: true
        default: false
        }
      }
      guard isHost else {
        throw error(
          line: host.line, "\(host.value.quoted) is not a host name",
          remedy: "write it as www.example.com, without scheme, port or path")
      }
      hosts.append(host.value.lowercased())
    }
    return hosts
  }

  /// The network that a text names.
  func network(_ text: Located<String>) throws(PolicyError) -> NetworkPrefix {
    do throws(NetworkPrefix.Malformed) {
      return try NetworkPrefix(text.value)
    } catch {
      throw self.error(
        line: text.line, "\(text.value.quoted) is not a network: \(error.problem)",
        remedy: error.remedy)
    }
  }

  /// The path pattern that a text is.
  func pathPattern(_ text: Located<String>) throws(PolicyError) -> PathPattern {
    guard let pattern = PathPattern(text.value) else {
      throw error(
        line: text.line, "\(text.value.quoted) is not a path pattern",
        remedy: "start it with /, without ? or #; * stands for any text")
    }
    return pattern
  }

  /// A path pattern, where the key stands.
  func optionalPathPattern(_ key: String) throws(PolicyError) -> PathPattern? {
    guard let text = try string(key) else { return nil }
    return try pathPattern(text)
  }

  /// The path of a file that is named in this one.
  func besideFile(_ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return name }
    return String(file[...slash]) + name
  }
}
