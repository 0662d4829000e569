/// Why a MaxMind DB cannot be used.
enum MMDBFlaw: Error, Equatable, Sendable, CustomStringConvertible {
  case noMetadata
  case missing(MMDBMetadata.Key)
  case unsupportedFormat
  case unsupportedRecordSize
  case unknownAddressKind
  case treeTooLong
  case noSeparator
  case treeTooDeep
  case recordOutOfRange
  case truncatedValue
  case malformedValue
  case badPointer
  case tangledValues
  case malformedText

  var description: String {
    switch self {
    case .noMetadata: "it has no metadata"
    case .missing(let key): "its metadata lacks a usable \(key.rawValue)"
    case .unsupportedFormat: "its format version is not 2"
    case .unsupportedRecordSize: "its tree records are not of 24, 28 or 32 bits"
    case .unknownAddressKind: "its addresses are neither IPv4 nor IPv6"
    case .treeTooLong: "its search tree is longer than the file"
    case .noSeparator: "its search tree does not end where its metadata says"
    case .treeTooDeep: "its search tree is deeper than an address is long"
    case .recordOutOfRange: "its search tree points outside of its data"
    case .truncatedValue: "a value in it runs past the end of its section"
    case .malformedValue: "a value in it is of no known form"
    case .badPointer: "a pointer in it leads nowhere"
    case .tangledValues: "its values overlap each other many times"
    case .malformedText: "a text in it is not UTF-8"
    }
  }
}
