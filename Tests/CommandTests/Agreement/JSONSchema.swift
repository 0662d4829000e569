import Foundation

/// The part of JSON Schema that the report's schema uses; a keyword that it does not know is an error.
/// - Source: JSON Schema 2020-12, Core and Validation.
struct JSONSchema {
  struct UnknownKeyword: Error { let keyword: String }

  private let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONTree.read(data) as? [String: Any] ?? [:]
  }

  /// What is wrong with a value, with the place of each fault.
  func faults(of value: Any) throws -> [String] { try faults(value, root, "$").faults }

  private func faults(
    _ value: Any, _ schema: [String: Any], _ place: String
  ) throws -> (faults: [String], known: Set<String>) {
    var faults: [String] = []
    var known: Set<String> = []
    for (keyword, rule) in schema {
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description", "additionalProperties",
        "unevaluatedProperties":
        continue
      case "$ref":
        let name = (rule as? String ?? "").replacing("#/$defs/", with: "")
        let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:]
        let part = try self.faults(value, target, place)
        faults += part.faults
        known.formUnion(part.known)
      case "anyOf":
        let parts = try (rule as? [[String: Any]] ?? []).map { try self.faults(value, $0, place) }
        if !parts.contains(where: { $0.faults.isEmpty }) { faults.append("\(place): none fits") }
      case "properties":
        let properties = rule as? [String: [String: Any]] ?? [:]
        known.formUnion(properties.keys)
        for (name, part) in value as? [String: Any] ?? [:] {
          guard let property = properties[name] else { continue }
          faults += try self.faults(part, property, "\(place).\(name)").faults
        }
      case "items":
        for (number, part) in (value as? [Any] ?? []).enumerated() {
          let item = rule as? [String: Any] ?? [:]
          faults += try self.faults(part, item, "\(place)[\(number)]").faults
        }
      default:
        if try !Self.holds(keyword, rule, value) { faults.append("\(place): \(keyword)") }
      }
    }
    let isClosed = ["additionalProperties", "unevaluatedProperties"].contains {
      schema[$0] as? Bool == false
    }
    if isClosed, let object = value as? [String: Any] {
      for name in object.keys where !known.contains(name) {
        faults.append("\(place): \(name) is not known")
      }
    }
    return (faults, known)
  }

  private static func holds(_ keyword: String, _ rule: Any, _ value: Any) throws -> Bool {
    switch keyword {
    case "type":
      return (rule as? [String] ?? [rule as? String ?? ""]).contains { isOf(type: $0, value) }
    case "const": return "\(value)" == "\(rule)"
    case "enum": return (rule as? [Any] ?? []).contains { "\($0)" == "\(value)" }
    case "required":
      let object = value as? [String: Any]
      return object == nil || (rule as? [String] ?? []).allSatisfy { object?[$0] != nil }
    case "pattern":
      guard let text = value as? String, let pattern = rule as? String else { return true }
      return text.range(of: pattern, options: .regularExpression) != nil
    case "minimum":
      guard isOf(type: "number", value) else { return true }
      return (value as? Double ?? 0) >= (rule as? Double ?? 0)
    case "minLength":
      return (value as? String).map { Double($0.count) >= (rule as? Double ?? 0) } ?? true
    case "minItems":
      return (value as? [Any]).map { Double($0.count) >= (rule as? Double ?? 0) } ?? true
    case "uniqueItems":
      return (value as? [Any]).map { Set($0.map { "\($0)" }).count == $0.count } ?? true
    default: throw UnknownKeyword(keyword: keyword)
    }
  }

  private static func isOf(type: String, _ value: Any) -> Bool {
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "boolean": return value is Bool
    case "null": return value is NSNull
    case "number": return value is Double
    case "integer": return (value as? Double).map { $0.rounded() == $0 } ?? false
    default: return false
    }
  }
}

/// JSON as values of Swift, in which a boolean is no number.
enum JSONTree: Decodable {
  case object([String: JSONTree])
  case array([JSONTree])
  case string(String)
  case number(Double)
  case boolean(Bool)
  case null

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let boolean = try? container.decode(Bool.self) {
      self = .boolean(boolean)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let string = try? container.decode(String.self) {
      self = .string(string)
    } else if let array = try? container.decode([JSONTree].self) {
      self = .array(array)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  private var value: Any {
    switch self {
    case .object(let members): members.mapValues(\.value)
    case .array(let items): items.map(\.value)
    case .string(let string): string
    case .number(let number): number
    case .boolean(let boolean): boolean
    case .null: NSNull()
    }
  }

  static func read(_ data: Data) throws -> Any {
    try JSONDecoder().decode(JSONTree.self, from: data).value
  }
}
