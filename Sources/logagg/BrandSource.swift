internal import LogAggregate

/// Reads the seller's logo, so that the report can bear it.
enum BrandSource {
  /// A logo beyond this would make the page too large to mail.
  private static let greatestLogo = 64 << 10

  /// - Throws: ``Failure``: 66 when the logo cannot be read, 78 when it is no picture or too large.
  static func load(_ brand: Site.Brand?) throws(Failure) -> Brand {
    guard let brand else { return .none }
    return Brand(
      name: brand.name, logo: try brand.logo.map(logo), accent: brand.accent.flatMap(Accent.init))
  }

  private static func logo(_ path: String) throws(Failure) -> String {
    guard let bytes = try TextFile.bytes(path, what: "logo", limit: greatestLogo) else {
      throw Failure(
        .configuration, "logo \(Failure.quoted(path)) is larger than 64 KiB; give a smaller picture"
      )
    }
    guard let kind = kind(of: bytes) else {
      throw Failure(
        .configuration,
        "logo \(Failure.quoted(path)) is no SVG, PNG, JPEG or WebP picture; convert it to one")
    }
    return "data:\(kind);base64,\(Base64.text(bytes))"
  }

  /// The picture's media type, by its first bytes.
  /// - Source: WHATWG MIME Sniffing, 6.1; SVG is text whose root is `svg`.
  private static func kind(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) {
      return "image/webp"
    }
    guard let text = String(validating: bytes, as: UTF8.self), text.contains("<svg") else {
      return nil
    }
    return "image/svg+xml"
  }
}
