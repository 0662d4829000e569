/// How an input is compressed, told by its first bytes and never by its name.
enum Compression: Equatable {
  case none
  case gzip
  /// Recognised, but not read: its name, and the command that would read it.
  case foreign(kind: String, command: String)

  /// How many leading bytes are looked at.
  static let signatureLength = 6

  /// - Source: RFC 1952 2.3.1; the formats' own descriptions for the others.
  init(signature: Span<UInt8>) {
    func starts(_ bytes: [UInt8]) -> Bool {
      guard signature.count >= bytes.count else { return false }
      return bytes.indices.allSatisfy { signature[$0] == bytes[$0] }
    }
    if starts([0x1F, 0x8B]) {
      self = .gzip
    } else if starts([0x28, 0xB5, 0x2F, 0xFD]) {
      self = .foreign(kind: "zstd", command: "zstd -dc")
    } else if starts([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]) {
      self = .foreign(kind: "xz", command: "xz -dc")
    } else if starts([0x42, 0x5A, 0x68]) {
      self = .foreign(kind: "bzip2", command: "bzip2 -dc")
    } else if starts([0x50, 0x4B, 0x03, 0x04]) {
      self = .foreign(kind: "zip", command: "unzip -p")
    } else if starts([0x1F, 0x9D]) {
      self = .foreign(kind: "compress", command: "zcat")
    } else {
      self = .none
    }
  }
}
