import Foundation

/// Secrets to look for, in all the forms in which a program may let them slip.
struct Needles {
  /// Every form of every secret, lower-cased.
  private var forms: [[UInt8]] = []
  /// The forms by their first eight bytes.
  private var places: [UInt64: [Int]] = [:]
  /// A bit for each hash of eight bytes that a form begins with: most places are passed by it.
  private var filter = [Bool](repeating: false, count: 1 << 16)

  private static let window = 8

  /// Adds a secret as it is, in hexadecimal, in base64 at each of its three offsets, and
  /// percent-encoded; upper and lower case are the same.
  mutating func add(_ secret: String) {
    let bytes = Array(secret.utf8)
    add(form: bytes)
    add(form: Array(bytes.map { Self.hexadecimal($0) }.joined().utf8))
    add(form: Array(bytes.map { "%" + Self.hexadecimal($0) }.joined().utf8))
    for offset in 0..<3 {
      let text = Data([UInt8](repeating: 0x61, count: offset) + bytes).base64EncodedString()
      // Of the first and last characters, neighbours outside the secret have a part.
      add(form: Array(text.dropFirst(offset == 0 ? 0 : offset + 1).dropLast(4).utf8))
    }
  }

  /// Adds a secret that is looked for as it is only.
  mutating func add(form: [UInt8]) {
    guard form.count >= Self.window else { return }
    let form = form.map(Self.lowered)
    let start = Self.key(form[..<Self.window])
    places[start, default: []].append(forms.count)
    filter[Self.hash(start)] = true
    forms.append(form)
  }

  var count: Int { forms.count }

  /// The first secret that occurs in `data`, in the form that occurs; `nil` where there is none.
  func found(in data: Data) -> String? {
    var key: UInt64 = 0
    let bytes = data.map(Self.lowered)
    for (index, byte) in bytes.enumerated() {
      key = key << 8 | UInt64(byte)
      guard index &+ 1 >= Self.window, filter[Self.hash(key)], let candidates = places[key] else {
        continue
      }
      let start = index &+ 1 &- Self.window
      for candidate in candidates {
        let form = forms[candidate]
        if start + form.count <= bytes.count, bytes[start..<start + form.count].elementsEqual(form)
        {
          return String(decoding: form, as: UTF8.self)
        }
      }
    }
    return nil
  }

  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  private static func hash(_ key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> 48)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
