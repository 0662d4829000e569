/// How an input is compressed, told by its first bytes and never by its name.
enum Compression: Equatable {
  case none
  case gzip
  /// Read where the package trait `ZSTD` is on.
  case zstd
  /// Recognised, but not read: its name, and the command that would read it.
  case foreign(kind: String, command: String)

  /// How many leading bytes are looked at.
  static let signatureLength = 6

  /// - Source: RFC 1952 2.3.1; RFC 8878 3.1; the formats' own descriptions for the others.
  init(signature: Span<UInt8>) {
    func starts(_ bytes: [UInt8]) -> Bool {
      guard signature.count >= bytes.count else { return false }
      return bytes.indices.allSatisfy { signature[$0] == bytes[$0] }
    }
    // A frame that decompressors skip may come first; the low half of its first byte is free.
    let isSkippable =
      signature.count >= 4 && signature[0] & 0xF0 == 0x50 && signature[1] == 0x2A
      && signature[2] == 0x4D && signature[3] == 0x18
    if starts([Self.gzipFirstByte, 0x8B]) {
      self = .gzip
    } else if starts([0x28, 0xB5, 0x2F, 0xFD]) || isSkippable {
      #if ZSTD
        self = .zstd
      #else
        self = .foreign(kind: "zstd", command: "zstd -dc")
      #endif
    } else if starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      self = .foreign(kind: "xz", command: "xz -dc")
    } else if starts([0x42, 0x5A, 0x68]) {
      self = .foreign(kind: "bzip2", command: "bzip2 -dc")
    } else if starts([0x04, 0x22, 0x4D, 0x18]) {
      self = .foreign(kind: "lz4", command: "lz4 -dc")
    } else if starts([0x4C, 0x5A, 0x49, 0x50]) {
      self = .foreign(kind: "lzip", command: "lzip -dc")
    } else if starts([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) {
      self = .foreign(kind: "7-Zip", command: "7z e -so")
    } else if starts([0x50, 0x4B, 0x03, 0x04]) {
      self = .foreign(kind: "zip", command: "unzip -p")
    } else if starts([0x1F, 0x9D]) {
      self = .foreign(kind: "compress", command: "zcat")
    } else {
      self = .none
    }
  }
}

extension Compression {
  static let gzipFirstByte: UInt8 = 0x1F
  /// How many bytes tell that a gzip member begins within plain text.
  static let memberStartLength = 4

  enum MemberStart { case yes, no, undecided }

  /// Whether a gzip member begins at `offset`: its two magic bytes, the one method there is, and no reserved flag.
  /// - Source: RFC 1952, section 2.3.
  static func memberStart(_ bytes: Span<UInt8>, at offset: Int) -> MemberStart {
    let count = bytes.count &- offset
    if count > 1, bytes[offset &+ 1] != 0x8B { return .no }
    if count > 2, bytes[offset &+ 2] != 8 { return .no }
    if count > 3 { return bytes[offset &+ 3] & 0xE0 == 0 ? .yes : .no }
    return .undecided
  }

  /// Where in plain bytes a gzip member begins, or may begin when more is read, behind a line's end.
  /// - Complexity: O(*n*), by `memchr` for a byte that logs do not have.
  static func memberStart(
    in bytes: Span<UInt8>, from start: Int, isAtLineStart: Bool
  ) -> Int? {
    var from = start
    while from < bytes.count, let distance = bytes.offset(of: gzipFirstByte, from: from) {
      let place = from &+ distance
      let isStart = place == 0 ? isAtLineStart : bytes[place &- 1] == 0x0A
      if isStart, memberStart(bytes, at: place) != .no { return place }
      from = place &+ 1
    }
    return nil
  }
}
