/// The Common Log Format.
/// - Source: Apache `mod_log_config`, `%h %l %u %t "%r" %>s %b`.
struct CommonFormat: LogFormat {
  let fields: FieldSet = KnownFormat.common.fields
  private var common = CommonFields()

  @inline(__always)
  @_lifetime(copy line, &self)
  mutating func parse(_ line: Span<UInt8>, fields: FieldSet) throws(Malformed) -> Record {
    var record = Record(line: line)
    _ = try common.parse(line, fields: fields, into: &record)
    return record
  }
}
