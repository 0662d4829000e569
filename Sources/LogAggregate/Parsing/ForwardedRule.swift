/// Chooses the client behind proxies: the first from the right, in the list that proxies append to, that is none of them.
///
/// The peer that sent the request is asked first: where it is no trusted proxy, it is the client, whatever it claims.
/// - Source: nginx `ngx_http_realip_module`, `real_ip_recursive`; RFC 7239, sections 4 and 6.
struct ForwardedRule: Sendable {
  /// The name of the log's field that holds the list, such as `x-forwarded-for`.
  let field: String
  /// The networks of the site's own proxies.
  let trusted: [NetworkPrefix]

  /// Where in `list` the client stands, or `nil` where it is the peer.
  ///
  /// What is no address (`unknown`, a hidden name) ends the search: the last proxy that was found is the client then.
  /// - Complexity: O(length of the list × networks); allocates nothing.
  func client(peer: Span<UInt8>, list: Span<UInt8>) -> (start: Int, end: Int)? {
    guard Self.isAbsent(peer) || isTrusted(peer) else { return nil }
    var found: (start: Int, end: Int)?
    var end = list.count
    while end > 0 {
      let comma = list.extracting(first: end).offset(ofLast: 0x2C)
      let place = Self.address(list, (comma ?? -1) &+ 1, end)
      guard let address = ClientAddress(list.extracting(place.start..<place.end)) else { break }
      found = place
      guard isTrusted(address), let comma else { break }
      end = comma
    }
    return found
  }

  private func isTrusted(_ peer: Span<UInt8>) -> Bool {
    // A proxy on the same machine may come through a socket without an address.
    if peer.count >= 5, peer.extracting(first: 5).equals("unix:") { return true }
    let place = Self.address(peer, 0, peer.count)
    return ClientAddress(peer.extracting(place.start..<place.end)).map(isTrusted) ?? false
  }

  private func isTrusted(_ address: ClientAddress) -> Bool {
    for network in trusted where network.contains(high: address.high, low: address.mappedLow) {
      return true
    }
    return false
  }

  private static func isAbsent(_ peer: Span<UInt8>) -> Bool {
    peer.count == 0 || (peer.count == 1 && peer[0] == 0x2D)
  }

  /// The address in one element of a list, without spaces, quotes, brackets and port.
  private static func address(
    _ list: Span<UInt8>, _ from: Int, _ to: Int
  ) -> (start: Int, end: Int) {
    var start = from
    var end = to
    // `for=192.0.2.60;proto=https`, in the header that RFC 7239 defines.
    if let sign = list.extracting(start..<end).offset(of: 0x3D) {
      if let semicolon = list.extracting(start..<end).offset(of: 0x3B), semicolon > sign {
        end = start &+ semicolon
      }
      start &+= sign &+ 1
    }
    while start < end, isPadding(list[start]) { start &+= 1 }
    while end > start, isPadding(list[end &- 1]) { end &-= 1 }
    let addressEnd = ClientField.end(list, start, end)
    return (
      list.count > start && start < end && list[start] == 0x5B ? start &+ 1 : start, addressEnd
    )
  }

  /// A space, W3C's sign for it, a tab, a quote or its backslash.
  private static func isPadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x2B || byte == 0x09 || byte == 0x22 || byte == 0x5C
  }

  /// The names under which formats with named values may have the field.
  var valueNames: [String] {
    let spellings = [field, Self.normal(field)]
    let places = ["", "http_", "request_", "request/headers/", "headers/", "request_headers/"]
    let names = spellings.flatMap { name in places.map { $0 + name } } + ["cs(\(field))"]
    return names.enumerated().filter { !names[..<$0.offset].contains($0.element) }.map(\.element)
  }

  /// Whether a directive of a format string writes the field: `$http_x_forwarded_for`, `%{X-Forwarded-For}i`, `~h{ }`.
  func isWritten(by directive: String) -> Bool {
    if directive.hasPrefix("~h") { return true }
    var name = Substring(directive)
    if let open = name.firstIndex(of: "{"), let close = name.lastIndex(of: "}") {
      name = name[name.index(after: open)..<close]
    } else if name.hasPrefix("$") {
      name = name.dropFirst()
    }
    let wanted = Self.normal(field)
    return Self.normal(String(name)) == wanted || Self.normal(String(name)) == "http_" + wanted
  }

  /// A header's name as variables of nginx have it: in lower case, with underscores.
  private static func normal(_ name: String) -> String {
    name.lowercased().replacing("-", with: "_")
  }
}
