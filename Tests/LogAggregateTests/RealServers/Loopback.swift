import Foundation

/// TCP on this machine alone.
enum Loopback {
  /// A port that nobody listens at.
  static func freePort() -> Int {
    let file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(file) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    // The address lives through both calls.
    unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = unsafe bind(file, $0, length)
        _ = unsafe getsockname(file, $0, &length)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func connect(_ address: String, _ port: Int) -> Int32? {
    let isNew = address.contains(":")
    let file = socket(isNew ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    _ = unsafe setsockopt(file, SOL_SOCKET, SO_RCVTIMEO, &limit, size)
    var status: Int32 = -1
    // Each address lives through the call.
    if isNew {
      var place = sockaddr_in6()
      place.sin6_family = sa_family_t(AF_INET6)
      place.sin6_port = in_port_t(port).bigEndian
      _ = unsafe inet_pton(AF_INET6, address, &place.sin6_addr)
      status = unsafe withUnsafePointer(to: &place) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe Glibc.connect(file, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
        }
      }
    } else {
      var place = sockaddr_in()
      place.sin_family = sa_family_t(AF_INET)
      place.sin_port = in_port_t(port).bigEndian
      _ = unsafe inet_pton(AF_INET, address, &place.sin_addr)
      status = unsafe withUnsafePointer(to: &place) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe Glibc.connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    }
    if status == 0 { return file }
    close(file)
    return nil
  }

  /// Whether someone listens there.
  static func answers(_ address: String, _ port: Int) -> Bool {
    guard let file = connect(address, port) else { return false }
    close(file)
    return true
  }

  /// Sends a request.
  /// - Returns: the status of the answer, or `nil` where there is none.
  static func status(_ request: [UInt8], _ address: String, _ port: Int) -> Int? {
    guard let file = connect(address, port) else { return nil }
    defer { close(file) }
    var sent = 0
    while sent < request.count {
      let part = Array(request[sent...])
      // The array holds as many bytes as are written.
      let count = unsafe send(file, part, part.count, Int32(MSG_NOSIGNAL))
      if count <= 0 { break }
      sent += count
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      // The array has room for as many bytes as are read.
      let count = unsafe recv(file, &buffer, buffer.count, 0)
      if count <= 0 { break }
      answer += buffer[..<count]
    }
    let words = String(decoding: answer.prefix(64), as: UTF8.self).split(separator: " ")
    return words.count > 1 ? Int(words[1]) : nil
  }
}
