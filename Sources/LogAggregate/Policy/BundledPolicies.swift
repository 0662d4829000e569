extension Policy {
  /// The names of the policies that come with the product, the default first.
  public static let bundledNames: [String] = Bundled.all.map(\.name)

  /// The name of the policy for a site that has none of its own.
  public static let defaultName = "standard"

  /// The policy of that name that comes with the product.
  /// - Complexity: reads the policy's text at each call.
  public static func bundled(_ name: String) -> Policy? {
    guard let text = Bundled.all.first(where: { $0.name == name })?.text else { return nil }
    // A bundled text that cannot be read is found by the tests, each of which reads all of them.
    return try? Policy(text: text, file: "bundled policy \(name)")
  }
}

/// The texts of the policies that come with the product, one file each.
enum Bundled {
  static let all: [(name: String, text: String)] = [
    ("standard", standard),
    ("indiamart-2003", indiamart2003),
    ("industrykart-2019", industrykart2019),
    ("mailmarketer-2012", mailmarketer2012),
    ("micromax-2012", micromax2012),
    ("made-in-china-2001", madeInChina2001),
  ]
}
