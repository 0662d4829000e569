internal import Glibc

extension ZoneRules {
  /// Where Linux systems keep tzdata.
  static let systemDirectory = "/usr/share/zoneinfo"

  /// The zone with this IANA name, read from the system's tzdata; `UTC` needs none.
  /// - Throws: `ZoneError`, whose text says what to write or to install.
  init(
    named name: String, in directory: String = ZoneRules.systemDirectory
  ) throws(ZoneError) {
    guard Self.isName(name) else { throw .malformedName }
    if name == "UTC" || name == "Etc/UTC" {
      self.init(name: name, table: TZif(offset: 0))
      return
    }
    // `localtime` is whatever this machine is set to: a name that says nothing to a report's reader.
    guard name != "localtime" else { throw .unknownZone(name) }
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try Self.bytes(ofFile: directory + "/" + name)
    } catch {
      switch error.code {
      // A folder of zones, such as `Europe`, opens but cannot be read.
      case ENOENT, ENOTDIR, EISDIR:
        throw Self.hasData(directory) ? .unknownZone(name) : .missingData(directory)
      default: throw .unreadable(name, code: error.code)
      }
    }
    try self.init(named: name, tzif: bytes.span)
  }

  /// The zone that the bytes of a TZif file describe.
  /// - Throws: `ZoneError.damaged`.
  init(named name: String, tzif bytes: Span<UInt8>) throws(ZoneError) {
    do throws(TZifFlaw) {
      self.init(name: name, table: try TZif(bytes))
    } catch {
      throw .damaged(name, error)
    }
  }

  /// Whether the text has the form of a zone's name, so that it stays within tzdata's folder.
  private static func isName(_ name: String) -> Bool {
    guard (1...64).contains(name.utf8.count) else { return false }
    var previous: UInt8 = 0x2F
    for byte in name.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2B, 0x2D: break
      case 0x2F where previous != 0x2F: break
      default: return false
      }
      previous = byte
    }
    return previous != 0x2F
  }

  private static func hasData(_ directory: String) -> Bool {
    // The C function keeps no pointer to the path.
    unsafe access(directory + "/Etc", F_OK) == 0
  }

  private struct FileFailure: Error { let code: Int32 }

  /// Reads a small file whole; the bound is a hundred times the largest zone's size.
  private static func bytes(ofFile path: String) throws(FileFailure) -> [UInt8] {
    let limit = 1 << 19
    // The C function keeps no pointer to the path.
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw FileFailure(code: errno) }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var bytes: [UInt8] = []
    while bytes.count < limit {
      // The count is the buffer's own, so nothing is written beyond it.
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(file, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw FileFailure(code: errno)
      }
    }
    throw FileFailure(code: EFBIG)
  }
}

/// Why a time zone cannot be used, and what to do.
enum ZoneError: Error, Equatable, Sendable, CustomStringConvertible {
  case malformedName
  case unknownZone(String)
  case missingData(String)
  case unreadable(String, code: Int32)
  case damaged(String, TZifFlaw)

  var description: String {
    switch self {
    case .malformedName:
      "that is no time zone name: write an IANA name such as Europe/Berlin, or UTC"
    case .unknownZone(let name):
      "unknown time zone \(name): write an IANA name such as Europe/Berlin, with its capitals; "
        + "for old names such as US/Pacific install tzdata-legacy (apt install tzdata-legacy)"
    case .missingData(let directory):
      "no time zone data in \(directory): install tzdata (apt install tzdata), or use UTC"
    case .unreadable(let name, let code):
      "cannot read the data of time zone \(name) (error \(code)): check its permissions, or "
        + "install tzdata again (apt install --reinstall tzdata)"
    case .damaged(let name, .leapSeconds):
      "time zone \(name) counts leap seconds, which log times do not: write its name without right/"
    case .damaged(let name, let flaw):
      "cannot use the data of time zone \(name), since \(flaw): install tzdata again "
        + "(apt install --reinstall tzdata)"
    }
  }
}
