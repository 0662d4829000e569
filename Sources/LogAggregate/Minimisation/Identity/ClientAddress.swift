/// A client's address in canonical form, on its way to a pseudonym.
///
/// An IPv4-mapped IPv6 address is the IPv4 address; brackets, zone and port are dropped.
/// - Source: RFC 4291, sections 2.2 and 2.5.5.2; RFC 4007, section 11.
struct ClientAddress: Equatable {
  /// The upper half of an IPv6 address; 0 for IPv4.
  let high: UInt64
  /// The lower half of an IPv6 address, or the 32 bits of an IPv4 one.
  let low: UInt64
  let isIPv4: Bool

  init(high: UInt64, low: UInt64) {
    let isMapped = high == 0 && low >> 32 == 0xFFFF
    self.high = high
    self.low = isMapped ? low & 0xFFFF_FFFF : low
    isIPv4 = isMapped
  }

  init(ipv4: UInt32) {
    high = 0
    low = UInt64(ipv4)
    isIPv4 = true
  }

  /// The address written as `text`, or `nil` where it is none (a host name, a hyphen).
  /// - Complexity: O(length); allocates nothing.
  @inline(__always)
  init?(_ text: Span<UInt8>) {
    if let address = Self.ipv4(text, 0, Self.hostEnd(text)) {
      self.init(ipv4: address)
    } else if let address = Self.ipv6(text) {
      self = address
    } else {
      return nil
    }
  }

  /// The lower half as an IPv6 address has it, IPv4-mapped for IPv4.
  var mappedLow: UInt64 { isIPv4 ? low | 0xFFFF << 32 : low }

  /// What networks are told apart by: the /24 of IPv4, the /48 of IPv6.
  var network: UInt64 { isIPv4 ? low >> 8 : high >> 16 | 1 << 63 }

  /// Where the address of `203.0.113.9:40112` ends: before a port, if one colon stands in the text.
  @inline(__always)
  private static func hostEnd(_ text: Span<UInt8>) -> Int {
    // The first colon of an IPv6 address stands before its fifth byte; an IPv4 address has seven bytes or more.
    guard text.count > 8, let colon = text.offset(of: 0x3A), colon >= 7, colon + 1 < text.count
    else { return text.count }
    for index in colon + 1..<text.count where text[index] &- 0x30 > 9 { return text.count }
    return colon
  }

  @inline(__always)
  private static func ipv4(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> UInt32? {
    guard end &- start >= 7, end &- start <= 15 else { return nil }
    var address: UInt32 = 0
    var octet: UInt32 = 0
    var digits = 0
    var dots = 0
    for index in start..<end {
      let byte = text[index]
      let digit = byte &- 0x30
      if digit <= 9 {
        octet = octet &* 10 &+ UInt32(digit)
        digits &+= 1
        if digits > 3 || octet > 255 { return nil }
      } else if byte == 0x2E, digits > 0, dots < 3 {
        address = address << 8 | octet
        octet = 0
        digits = 0
        dots &+= 1
      } else {
        return nil
      }
    }
    return dots == 3 && digits > 0 ? address << 8 | octet : nil
  }

  private static func ipv6(_ text: Span<UInt8>) -> ClientAddress? {
    var start = 0
    var end = text.count
    if end > 1, text[0] == 0x5B {
      guard let close = text.offset(of: 0x5D) else { return nil }
      start = 1
      end = close
    }
    if let zone = text.extracting(start..<end).offset(of: 0x25) { end = start + zone }
    guard end - start >= 2, end - start <= 45 else { return nil }
    var groups = InlineArray<8, UInt16>(repeating: 0)
    var count = 0
    var gap: Int?
    var index = start
    if text[start] == 0x3A {
      guard text[start + 1] == 0x3A else { return nil }
      gap = 0
      index = start + 2
    }
    while index < end {
      guard count < 8 else { return nil }
      var value: UInt32 = 0
      let groupStart = index
      while index < end, let digit = hexDigit(text[index]), index - groupStart < 4 {
        value = value << 4 | UInt32(digit)
        index += 1
      }
      if index < end, text[index] == 0x2E {
        guard count <= 6, let embedded = ipv4(text, groupStart, end) else { return nil }
        groups[count] = UInt16(embedded >> 16)
        groups[count + 1] = UInt16(embedded & 0xFFFF)
        count += 2
        index = end
        break
      }
      guard index > groupStart else { return nil }
      groups[count] = UInt16(value)
      count += 1
      guard index < end else { break }
      guard text[index] == 0x3A else { return nil }
      index += 1
      guard index < end else { return nil }
      if text[index] == 0x3A {
        guard gap == nil else { return nil }
        gap = count
        index += 1
      }
    }
    guard gap == nil ? count == 8 : count < 8 else { return nil }
    var halves = (UInt64(0), UInt64(0))
    for position in 0..<8 {
      let source: Int? =
        if let gap {
          position < gap ? position : position >= 8 - (count - gap) ? position - 8 + count : nil
        } else { position }
      let group = UInt64(source.map { groups[$0] } ?? 0)
      if position < 4 {
        halves.0 = halves.0 << 16 | group
      } else {
        halves.1 = halves.1 << 16 | group
      }
    }
    return ClientAddress(high: halves.0, low: halves.1)
  }

  @inline(__always)
  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte &- 0x30
    case 0x61...0x66: byte &- 0x61 &+ 10
    case 0x41...0x46: byte &- 0x41 &+ 10
    default: nil
    }
  }
}
