/// The class of a screen's resolution: one of a short public list, or by the shorter side.
///
/// A rare resolution marks out a device; a class that many have does not.
/// - Source: the resolutions that public counts of web traffic named most often in 2024 to 2026.
enum ScreenClass {
  /// The names that reports show, by class number; the sizes of what has no name of its own are last.
  static let names =
    common.map { "\($0.width)x\($0.height)" } + [
      "other small", "other medium", "other large",
    ]

  private static let common: [(width: Int, height: Int)] = [
    (360, 640), (360, 780), (360, 800), (375, 667), (375, 812), (384, 832), (390, 844),
    (393, 852), (393, 873), (412, 915), (414, 896), (430, 932), (768, 1024), (810, 1080),
    (820, 1180), (1280, 720), (1366, 768), (1440, 900), (1536, 864), (1600, 900), (1920, 1080),
    (1920, 1200), (2560, 1440), (3840, 2160),
  ]

  /// The class of a value such as `1920x1080`, or `nil` where it is no screen.
  ///
  /// A device that lies on its side is the same device.
  /// - Complexity: O(classes); allocates nothing.
  static func number(of value: Span<UInt8>) -> UInt32? {
    var index = 0
    guard let width = side(in: value, at: &index), index < value.count, isTimes(value[index])
    else { return nil }
    index &+= 1
    guard let height = side(in: value, at: &index), index == value.count else { return nil }
    for (number, size) in common.enumerated() where size == (width, height) {
      return UInt32(number)
    }
    for (number, size) in common.enumerated() where size == (height, width) {
      return UInt32(number)
    }
    let shorter = min(width, height)
    return UInt32(common.count) + (shorter < 600 ? 0 : shorter < 900 ? 1 : 2)
  }

  private static func isTimes(_ byte: UInt8) -> Bool {
    byte | 0x20 == UInt8(ascii: "x") || byte == UInt8(ascii: "*")
  }

  /// Two to five digits that a screen can measure.
  private static func side(in value: Span<UInt8>, at index: inout Int) -> Int? {
    var side = 0
    let start = index
    while index < value.count, value[index] &- 0x30 <= 9, index - start < 6 {
      side = side * 10 + Int(value[index] &- 0x30)
      index &+= 1
    }
    return (100...20_000).contains(side) ? side : nil
  }
}
