/// An archive of named parts, stored as they are and without a clock, so that the same parts are the same bytes
/// on any machine and with any version of zlib.
/// - Source: PKWARE APPNOTE 6.3.
struct ZipArchive {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// 1980-01-01, the first day that an archive can name.
  private static let day: UInt16 = 0x0021
  /// 2.0, and names in UTF-8.
  private static let version: UInt16 = 20
  private static let flags: UInt16 = 0x0800

  mutating func add(_ name: String, _ content: [UInt8]) {
    let start = UInt32(truncatingIfNeeded: body.count)
    let sum = CRC32.checksum(of: content)
    let size = UInt32(truncatingIfNeeded: content.count)
    let nameLength = UInt16(truncatingIfNeeded: name.utf8.count)
    body.add(UInt32(0x0403_4B50))
    for number in [Self.version, Self.flags, 0, 0, Self.day] { body.add(number) }
    for number in [sum, size, size] { body.add(number) }
    for number in [nameLength, 0] { body.add(number) }
    body += name.utf8
    body += content

    directory.add(UInt32(0x0201_4B50))
    for number in [Self.version, Self.version, Self.flags, 0, 0, Self.day] { directory.add(number) }
    for number in [sum, size, size] { directory.add(number) }
    for number in [nameLength, 0, 0, 0, 0] { directory.add(number) }
    for number in [0, start] { directory.add(number) }
    directory += name.utf8
    count += 1
  }

  /// The whole archive.
  var bytes: [UInt8] {
    var end: [UInt8] = []
    end.add(UInt32(0x0605_4B50))
    for number in [0, 0, count, count] { end.add(number) }
    end.add(UInt32(truncatingIfNeeded: directory.count))
    end.add(UInt32(truncatingIfNeeded: body.count))
    end.add(UInt16(0))
    return body + directory + end
  }
}

extension [UInt8] {
  fileprivate mutating func add(_ number: some FixedWidthInteger) {
    for byte in 0..<number.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: number >> (8 * byte)))
    }
  }
}
