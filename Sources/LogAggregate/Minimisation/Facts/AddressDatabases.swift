/// The databases that tell what an address says of its visitor: the country, the internet provider.
public struct AddressDatabases: Sendable {
  let countries: GeoDatabase?
  let providers: GeoDatabase?

  /// No database: no address is looked up.
  public static let none = AddressDatabases()

  /// The days on which the databases were built, where they tell them: of countries, then of providers.
  public var buildDays: [CivilDate] { [countries, providers].compactMap { $0?.buildDay } }

  private init() {
    countries = nil
    providers = nil
  }

  /// Opens MMDB files, reads them whole and checks them.
  /// - Parameters:
  ///   - countries: the path of a database of countries or cities, or `nil`.
  ///   - providers: the path of a database of providers or networks, or `nil`.
  /// - Throws: ``AddressDatabaseError`` for the first that cannot be used.
  /// - Complexity: O(bytes of the files), which stay in memory.
  public init(countries: String?, providers: String?) throws(AddressDatabaseError) {
    self.countries = try countries.map { path throws(AddressDatabaseError) in
      try Self.open(path, for: .countries)
    }
    self.providers = try providers.map { path throws(AddressDatabaseError) in
      try Self.open(path, for: .providers)
    }
  }

  private static func open(
    _ path: String, for content: GeoDatabase.Content
  ) throws(AddressDatabaseError) -> GeoDatabase {
    do throws(GeoDatabaseError) {
      return try GeoDatabase(path: path, for: content)
    } catch {
      throw AddressDatabaseError(error)
    }
  }
}

/// Why a database cannot be used: a sentence that says what to do.
public struct AddressDatabaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whether the file is missing or may not be read, and not damaged or another kind of file.
  public let isUnreadable: Bool
  /// The sentence.
  public let description: String

  fileprivate init(_ error: GeoDatabaseError) {
    isUnreadable = if case .unreadable = error { true } else { false }
    description = error.description
  }
}
