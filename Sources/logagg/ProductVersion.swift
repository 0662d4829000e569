/// The version of the program that reports and `--version` name.
enum ProductVersion {
  /// - Source: semver.org; raised with each release.
  static let current = "0.1.0"
}
