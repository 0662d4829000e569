/// A log format that has a name: what it holds, how it is read, and lines that show it.
///
/// Each is one file in `Formats`; its sample and counter-sample lines are its tests.
struct KnownFormat: Sendable {
  /// How the lines of a format are read: by one of the parsers, with a layout of the format's own.
  enum Reading: Sendable {
    case combined, common
    case compiled(Layout)
    case json, ltsv
    case w3c(W3CFormat.Dialect)
  }
  /// The name in options and reports.
  let name: String
  /// Further names that people know it by, in lower case.
  let aliases: [String]
  /// Where it is written, in a few words.
  let summary: String
  /// The fields a line holds.
  let fields: FieldSet
  let reading: Reading
  /// Lines that it reads.
  let samples: [String]
  /// Lines that it rejects.
  let counterSamples: [String]

  init(
    _ name: String, aliases: [String] = [], summary: String, fields: FieldSet, reading: Reading,
    samples: [String] = [], counterSamples: [String] = []
  ) {
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.fields = fields
    self.reading = reading
    self.samples = samples
    self.counterSamples = counterSamples
  }

  /// A format that `layout`'s compiled form reads.
  init(
    _ name: String, aliases: [String] = [], summary: String, layout: Layout,
    samples: [String] = [], counterSamples: [String] = []
  ) {
    self.init(
      name, aliases: aliases, summary: summary, fields: layout.fields, reading: .compiled(layout),
      samples: samples, counterSamples: counterSamples)
  }

  /// Whether a line names its values, or a directive before it does, so that any may be missing.
  var hasNamedValues: Bool {
    switch reading {
    case .combined, .common, .compiled: false
    case .json, .ltsv, .w3c: true
    }
  }

  /// The same format where its lines hold only these fields: formats with named values may lack any.
  func narrowed(to fields: FieldSet) -> KnownFormat {
    KnownFormat(
      name, aliases: aliases, summary: summary, fields: fields, reading: reading,
      samples: samples, counterSamples: counterSamples)
  }

  /// The fields that identify a person, or help to.
  var identifyingFields: FieldSet {
    // A target may hold anything that a form sends.
    fields.intersection([.client, .user, .time, .target, .referrer, .userAgent])
  }
}

extension KnownFormat: CaseIterable {
  /// The formats that are known by name, the more specific before the more general.
  static let allCases: [KnownFormat] = [
    .gandi, .vhostCombined, .vhostCommon, .ovh, .combinedSyslog, .combinedVhost, .combined,
    .commonSyslog, .commonVhost, .common,
    .awsALB, .awsELB, .awsS3, .googleCloudStorage, .istio, .envoy, .haproxy, .squid, .bunny,
    .nginxProxyManager, .nginxProxyManagerStandard, .zoraxy, .apacheCSV, .cloudFront, .w3c, .ltsv,
    .json,
  ]

  /// The format of that name, in any case.
  init?(name: String) {
    let wanted = name.lowercased()
    guard
      let known = KnownFormat.allCases.first(where: {
        $0.name == wanted || $0.aliases.contains(wanted)
      })
    else { return nil }
    self = known
  }
}

extension KnownFormat {
  /// The name of a format that was pasted in.
  static let pastedName = "pasted"

  /// The format of that name, or the one that a format string describes; `nil` where the text is an unknown name.
  /// - Parameter forwarded: the rule that names the field with the client's address behind proxies.
  /// - Throws: where a format string cannot be used.
  init?(
    nameOrString text: String, forwarded: ForwardedRule? = nil
  ) throws(FormatStringError) {
    if let known = KnownFormat(name: text) {
      self = known
      return
    }
    guard FormatString.isPlausible(text) else { return nil }
    let string = try FormatString(text)
    guard !string.isUnorderedJSON else {
      self = .json
      return
    }
    let pieces = string.pieces.map { piece -> FormatPiece in
      guard let forwarded, case .field(_, let directive) = piece,
        forwarded.isWritten(by: directive)
      else { return piece }
      return .field(.forwardedList, directive: directive)
    }
    self.init(
      Self.pastedName, summary: "as given with --log-format", layout: try Layout(pieces))
  }
}

extension KnownFormat: Hashable, CustomStringConvertible {
  static func == (one: KnownFormat, other: KnownFormat) -> Bool { one.name == other.name }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }

  var description: String { name }
}
