extension Site.VirtualHosts {
  /// Whether requests to a host are reported; one that the log does not name is.
  /// - Parameter host: as logged, maybe with a port.
  /// - Complexity: O(length of the host × listed hosts); allocates nothing.
  func reports(_ host: Span<UInt8>) -> Bool {
    let end = host.offset(of: UInt8(ascii: ":")) ?? host.count
    guard end > 1 || (end == 1 && host[0] != UInt8(ascii: "-")) else { return true }
    let name = host.extracting(first: end)
    return switch self {
    case .only(let hosts): hosts.contains { Self.isSame(name, $0) }
    case .allBut(let hosts): !hosts.contains { Self.isSame(name, $0) }
    }
  }

  /// - Parameter listed: in lower case.
  private static func isSame(_ name: Span<UInt8>, _ listed: String) -> Bool {
    let listed = listed.utf8.span
    guard listed.count == name.count else { return false }
    return name.indices.allSatisfy { name[$0].loweredASCII == listed[$0] }
  }
}
