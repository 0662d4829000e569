/// A section of typed values in a MaxMind DB, and how to find one's way in it without leaving it.
///
/// Offsets are those of the whole file. Nothing here recurses, and a pointer is followed once, so
/// neither depth nor cycles in the file matter.
/// - Source: MaxMind DB File Format Specification 2.0, “Output Data Section”.
struct MMDBSection: Sendable {
  /// The whole file.
  let bytes: [UInt8]
  /// The section's part of it; pointers count from its start.
  let range: Range<Int>

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  enum Kind: Equatable {
    /// To the value at this offset.
    case pointer(Int)
    /// With so many pairs.
    case map(Int)
    /// With so many elements.
    case array(Int)
    case text
    case unsigned
    /// A number with a sign or a fraction, a truth value, bytes: nothing that is ever asked for.
    case other
  }

  /// A value's head: its kind, and where its payload lies. The payload of maps and arrays is empty,
  /// since the values in them follow as values of their own.
  struct Field {
    let kind: Kind
    let payload: Range<Int>
  }

  /// Reads the value at an offset, without following a pointer.
  /// - Throws: where it runs out of the section or is of no known form.
  func field(at offset: Int) throws(MMDBFlaw) -> Field {
    var next = offset
    let control = try number(1, at: &next)
    var type = control >> 5
    if type == 1 { return try pointer(control, at: next) }
    if type == 0 {
      type = try number(1, at: &next) + 7
      // A type below 8 has a short form, so its long form is damage.
      guard type >= 8 else { throw .malformedValue }
    }
    var size = control & 0x1F
    switch size {
    case 29: size = try 29 + number(1, at: &next)
    case 30: size = try 285 + number(2, at: &next)
    case 31: size = try 65_821 + number(3, at: &next)
    default: break
    }
    // Not negative: `number` leaves `next` within the section.
    let left = range.upperBound - next
    switch type {
    case 7, 11:
      // Each value takes a byte at least, so a count beyond the bytes is damage.
      guard size <= (type == 7 ? left / 2 : left) else { throw .truncatedValue }
      return Field(kind: type == 7 ? .map(size) : .array(size), payload: next..<next)
    case 14:
      guard size <= 1 else { throw .malformedValue }
      return Field(kind: .other, payload: next..<next)
    default:
      let (kind, widths) = try Self.form(ofType: type)
      guard widths.contains(size) else { throw .malformedValue }
      guard size <= left else { throw .truncatedValue }
      return Field(kind: kind, payload: next..<next + size)
    }
  }

  /// The kind of a type whose size is that of its payload, and the sizes that it can have.
  private static func form(ofType type: Int) throws(MMDBFlaw) -> (Kind, ClosedRange<Int>) {
    switch type {
    case 2: (.text, 0...Int.max)
    case 3: (.other, 8...8)
    case 4: (.other, 0...Int.max)
    case 5: (.unsigned, 0...2)
    case 6: (.unsigned, 0...4)
    case 8: (.other, 0...4)
    case 9: (.unsigned, 0...8)
    case 10: (.other, 0...16)
    case 15: (.other, 4...4)
    default: throw .malformedValue
    }
  }

  private func pointer(_ control: Int, at offset: Int) throws(MMDBFlaw) -> Field {
    var next = offset
    let top = control & 0b111
    let target =
      switch control >> 3 & 0b11 {
      case 0: try top << 8 | number(1, at: &next)
      case 1: try top << 16 | number(2, at: &next) + 2048
      case 2: try top << 24 | number(3, at: &next) + 526_336
      default: try number(4, at: &next)
      }
    guard target < range.count else { throw .badPointer }
    return Field(kind: .pointer(range.lowerBound + target), payload: next..<next)
  }

  /// Reads a number of up to four bytes and steps over it.
  private func number(_ width: Int, at offset: inout Int) throws(MMDBFlaw) -> Int {
    guard offset >= range.lowerBound, offset <= range.upperBound - width else {
      throw .truncatedValue
    }
    var value = 0
    for i in offset..<offset + width { value = value << 8 | Int(bytes[i]) }
    offset += width
    return value
  }
}

extension MMDBSection {
  /// Reads the value at an offset, or the one that a pointer there leads to.
  func resolved(at offset: Int) throws(MMDBFlaw) -> Field {
    let field = try field(at: offset)
    guard case .pointer(let target) = field.kind else { return field }
    let value = try self.field(at: target)
    if case .pointer = value.kind { throw .badPointer }
    return value
  }

  /// The offset after a value and all that is in it.
  /// - Complexity: O(*n*) in its bytes; allocates nothing.
  func end(ofValueAt offset: Int) throws(MMDBFlaw) -> Int {
    var next = offset
    // The counts are checked against the bytes left, so the sum stays far from overflow.
    var missing = 1
    while missing > 0 {
      let field = try field(at: next)
      next = field.payload.upperBound
      missing -= 1
      switch field.kind {
      case .map(let count): missing += 2 * count
      case .array(let count): missing += count
      case .pointer, .text, .unsigned, .other: break
      }
    }
    return next
  }

  /// The offset of the value of a key, or `nil` where there is no map, or none with that key.
  func value(of key: String, inMapAt offset: Int) throws(MMDBFlaw) -> Int? {
    let map = try resolved(at: offset)
    guard case .map(let count) = map.kind else { return nil }
    var next = map.payload.upperBound
    for _ in 0..<count {
      let name = try resolved(at: next)
      guard case .text = name.kind else { throw .malformedValue }
      next = try end(ofValueAt: next)
      if name.payload.count == key.utf8.count, bytes[name.payload].elementsEqual(key.utf8) {
        return next
      }
      next = try end(ofValueAt: next)
    }
    return nil
  }

  /// Where the bytes of the text at an offset are, or `nil` where it is no text.
  func textRange(at offset: Int) throws(MMDBFlaw) -> Range<Int>? {
    let field = try resolved(at: offset)
    guard case .text = field.kind else { return nil }
    return field.payload
  }

  /// The number of up to 64 bits at an offset, or `nil` where it is something else.
  func unsigned(at offset: Int) throws(MMDBFlaw) -> UInt64? {
    let field = try resolved(at: offset)
    guard case .unsigned = field.kind else { return nil }
    return bytes[field.payload].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
