/// A database that tells the country or the internet provider of an address, from an MMDB file.
///
/// It knows the layouts of GeoLite2, GeoIP2, DB-IP, IPFire and ipinfo.
struct GeoDatabase: Sendable {
  /// What can be asked of a database.
  enum Content: Sendable { case countries, providers }

  private let database: MMDB
  private(set) var holdsCountries = false
  private(set) var holdsProviders = false

  /// What the database calls its layout, such as `GeoLite2-Country`.
  var databaseType: String { database.metadata.databaseType }

  /// The day on which the database was built, in UTC; `nil` where it names a time beyond the year
  /// 9999.
  var buildDay: CivilDate? {
    let day = database.metadata.buildEpoch / 86_400
    guard day <= UInt64(CivilDate.latest.daysSinceEpoch) else { return nil }
    return CivilDate(daysSinceEpoch: Int32(day))
  }

  /// Opens the file at a path, reads it whole and checks it.
  /// - Throws: `GeoDatabaseError`, whose text says what to do; also where the database does not hold
  ///   what it is opened for.
  /// - Complexity: O(*n*) in the bytes, which stay in memory.
  init(path: String, for content: Content) throws(GeoDatabaseError) {
    let bytes: [UInt8]
    do throws(WholeFile.Unreadable) {
      bytes = try WholeFile.bytes(path)
    } catch {
      throw .unreadable(path, problem: error.problem)
    }
    try self.init(bytes: bytes, named: path, for: content)
  }

  /// Opens a database, all of whose bytes these are.
  /// - Throws: as `init(path:for:)`; messages call the database by `name`.
  init(
    bytes: [UInt8], named name: String, for content: Content
  ) throws(GeoDatabaseError) {
    do throws(MMDBFlaw) {
      database = try MMDB(bytes)
      // Reading all answers once means that no look-up can fail later.
      for offset in database.entries {
        holdsCountries = try country(at: offset) != nil || holdsCountries
        holdsProviders = try provider(at: offset) != nil || holdsProviders
      }
    } catch {
      if bytes.starts(with: [0x1F, 0x8B]) { throw .compressed(name) }
      throw error == .noMetadata ? .notADatabase(name) : .damaged(name, error)
    }
    switch content {
    case .countries where !holdsCountries: throw .noCountries(name, type: databaseType)
    case .providers where !holdsProviders: throw .noProviders(name, type: databaseType)
    case .countries, .providers: break
    }
  }

  /// The ISO 3166-1 code of an address's country (`DE`), or `nil` where the database has none.
  /// - Parameters: as `MMDB.find(high:low:isIPv4:)`.
  /// - Complexity: O(*b*) in the address bits and the bytes of the entry; allocates nothing.
  func country(high: UInt64, low: UInt64, isIPv4: Bool) -> String? {
    guard let offset = database.find(high: high, low: low, isIPv4: isIPv4) else { return nil }
    // Every answer was read when the database was opened, so this does not throw.
    return try? country(at: offset)
  }

  /// The name of the provider that an address belongs to, or `nil` where the database has none.
  /// - Parameters: as `MMDB.find(high:low:isIPv4:)`.
  /// - Complexity: as `country(high:low:isIPv4:)`, and allocates the name.
  func provider(high: UInt64, low: UInt64, isIPv4: Bool) -> String? {
    guard let offset = database.find(high: high, low: low, isIPv4: isIPv4) else { return nil }
    // Every answer was read when the database was opened, so this does not throw.
    return try? provider(at: offset)
  }
}

extension GeoDatabase {
  /// - Source: GeoIP2, DB-IP and IPFire: `country.iso_code`, or where the registry's country is all
  ///   that is known, `registered_country.iso_code`; ipinfo: `country_code`, once `country`.
  private func country(at offset: Int) throws(MMDBFlaw) -> String? {
    let values = database.values
    for key in ["country", "registered_country"] {
      if let country = try values.value(of: key, inMapAt: offset),
        let code = try values.value(of: "iso_code", inMapAt: country),
        let text = try self.code(at: code)
      {
        return text
      }
    }
    for key in ["country_code", "country"] {
      if let code = try values.value(of: key, inMapAt: offset), let text = try self.code(at: code) {
        return text
      }
    }
    return nil
  }

  /// Two capital letters, and not `ZZ`, by which databases mean that they do not know.
  private func code(at offset: Int) throws(MMDBFlaw) -> String? {
    let values = database.values
    guard let range = try values.textRange(at: offset), range.count == 2,
      values.bytes[range].allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    let code = String(decoding: values.bytes[range], as: UTF8.self)
    return code == "ZZ" ? nil : code
  }

  /// - Source: GeoIP2 ISP: `isp`; GeoLite2, GeoIP2 and DB-IP ASN: `autonomous_system_organization`;
  ///   ipinfo: `as_name`, once `name`; GeoIP2 Enterprise and DB-IP have the first two in `traits`.
  private func provider(at offset: Int) throws(MMDBFlaw) -> String? {
    let values = database.values
    for key in ["isp", "autonomous_system_organization", "as_name", "name"] {
      if let name = try values.value(of: key, inMapAt: offset), let text = try self.name(at: name) {
        return text
      }
    }
    guard let traits = try values.value(of: "traits", inMapAt: offset) else { return nil }
    for key in ["isp", "autonomous_system_organization"] {
      if let name = try values.value(of: key, inMapAt: traits), let text = try self.name(at: name) {
        return text
      }
    }
    return nil
  }

  private func name(at offset: Int) throws(MMDBFlaw) -> String? {
    guard let range = try database.values.textRange(at: offset), !range.isEmpty else { return nil }
    guard let name = String(validating: database.values.bytes[range], as: UTF8.self) else {
      throw .malformedText
    }
    return name
  }
}
