/// Why a country or provider database cannot be used, and what to do.
enum GeoDatabaseError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(String, problem: String)
  case compressed(String)
  case notADatabase(String)
  case damaged(String, MMDBFlaw)
  case noCountries(String, type: String)
  case noProviders(String, type: String)

  var description: String {
    switch self {
    case .unreadable(let name, let problem):
      "cannot read \(name) (\(problem)): give the path of an MMDB file"
    case .compressed(let name):
      "\(name) is compressed: unpack it first (gunzip, or tar -xzf), and give the .mmdb file"
    case .notADatabase(let name):
      "\(name) is not an MMDB file, or only a part of one: give a database such as "
        + "GeoLite2-Country.mmdb, or download it again"
    case .damaged(let name, let flaw):
      "\(name) is damaged (\(flaw)): download it again"
    case .noCountries(let name, let type):
      "\(name) is a database of the type “\(type)”, which names no countries: give a country or "
        + "city database"
    case .noProviders(let name, let type):
      "\(name) is a database of the type “\(type)”, which names no providers: give an ASN or ISP "
        + "database"
    }
  }
}
