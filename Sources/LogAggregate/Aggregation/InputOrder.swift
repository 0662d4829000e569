/// The inputs of a run in the order of their first lines, which is the order in which they are read.
///
/// So the result does not depend on the order in which files are named.
struct InputOrder: Sendable {
  struct Input: Sendable {
    /// The input's place as given, from 0.
    let number: Int
    let source: LogSource
    let format: KnownFormat
    /// The time of the first line that parses, or `nil`.
    let firstTime: Int64?
    /// A digest of the first chunk, by which inputs that begin at once are put in order.
    fileprivate let digest: UInt64
    fileprivate let way: Way
    /// How many of the first lines the format reads, and how many were looked at.
    fileprivate let sample: (matched: Int, lines: Int)

    /// The input at its beginning.
    fileprivate func open(salvages: Bool, crew: Crew) -> OpenInput {
      switch way {
      case .once(let input): input
      case .again(let file): OpenInput(Descriptor(file), salvages: salvages, crew: crew)
      }
    }

    fileprivate var held: HeldFile? {
      if case .again(let file) = way { file } else { nil }
    }
  }
  /// How an input is read.
  fileprivate enum Way: Sendable {
    /// An input that can be read only once, open already.
    case once(OpenInput)
    /// An input that can be read again, held so that it stays the same.
    case again(HeldFile)
  }
  private(set) var inputs: [Input] = []
  /// The numbers of two inputs, as given and from 0, that begin with the same lines: they may be one log under two names.
  private(set) var alike: [(Int, Int)] = []
  private let options: LogRunOptions
  private let forwarded: ForwardedRule?
  /// The workers of the run.
  private let crew = Crew()
  /// The names of the formats that were recognised.
  private(set) var formatNames: [String] = []
  /// The names of the formats that were tried.
  let triedFormats: [String]

  /// Opens every source, looks at its first lines and sorts them.
  init(
    _ sources: [LogSource], options: LogRunOptions, forwarded: ForwardedRule?
  ) throws(LogRunError) {
    self.options = options
    self.forwarded = forwarded
    let slot = OpenInput.Slot(capacity: options.chunkByteCount)
    let candidates = try Self.candidates(options, forwarded)
    triedFormats = candidates.map(\.name)
    try Self.refuseRepeated(sources)
    var beginnings: [InputBeginning] = []
    for (number, source) in sources.enumerated() {
      do throws(InputError) {
        let (input, beginning) = try look(at: source, number, candidates, slot)
        inputs.append(input)
        beginnings.append(beginning)
      } catch {
        throw .input(error)
      }
    }
    alike = InputBeginning.pairs(beginnings)
    inputs.sort {
      ($0.firstTime ?? .max, $0.digest, $0.number) < ($1.firstTime ?? .max, $1.digest, $1.number)
    }
    formatNames = candidates.compactMap {
      Self.note($0, inputs, isGiven: options.formatName != nil)
    }
  }

  /// The format's name where an input is of it, and how many lines speak for it where they are not nearly all.
  private static func note(_ format: KnownFormat, _ inputs: [Input], isGiven: Bool) -> String? {
    let samples = inputs.filter { $0.format == format }.map(\.sample)
    let matched = samples.reduce(0) { $0 + $1.matched }
    let lines = samples.reduce(0) { $0 + $1.lines }
    guard matched > 0 else { return nil }
    let isSure = isGiven || matched * 10 >= lines * 9
    return isSure ? format.name : "\(format.name) (\(matched) of the first \(lines) lines)"
  }

  /// The fields that the inputs' formats have, of any input.
  var fields: FieldSet { inputs.reduce(into: []) { $0.formUnion($1.format.fields) } }

  /// How far a run is that reads `shared`.
  func progress(_ shared: SharedInputs, _ fold: OrderedFold) -> LogRunProgress {
    var read = 0
    var all = 0
    let begun = shared.firstUnopened
    for (place, input) in inputs.enumerated() {
      guard let held = input.held else {
        return LogRunProgress(byteCount: fold.byteCount, lineCount: fold.lineCount, files: nil)
      }
      all += held.byteCount
      if place < begun { read += min(held.position, held.byteCount) }
    }
    return LogRunProgress(
      byteCount: fold.byteCount, lineCount: fold.lineCount, files: (read, all))
  }

  /// The inputs ready to be read from their beginning, in order.
  /// - Parameter ended: called for each that was read to its end.
  func shared(ended: @escaping @Sendable (SharedInputs.End) -> Void) -> SharedInputs {
    SharedInputs(
      inputs.count, jobs: options.jobs, chunkByteCount: options.chunkByteCount, crew: crew,
      // What comes once may come slowly.
      canGoAhead: { [inputs] in inputs[$0].held != nil },
      open: { [inputs, options, crew] place in
        inputs[place].open(salvages: options.salvages, crew: crew)
      },
      ended: ended)
  }

  private static func candidates(
    _ options: LogRunOptions, _ forwarded: ForwardedRule?
  ) throws(LogRunError) -> [KnownFormat] {
    guard let name = options.formatName else { return KnownFormat.allCases }
    do throws(FormatStringError) {
      if let format = try KnownFormat(nameOrString: name, forwarded: forwarded) { return [format] }
    } catch {
      throw .unusableFormat(problem: error.problem)
    }
    throw .unknownFormat(name: name, known: KnownFormat.allCases.map(\.name))
  }

  private func look(
    at source: LogSource, _ number: Int, _ candidates: [KnownFormat], _ slot: OpenInput.Slot
  ) throws(InputError) -> (Input, InputBeginning) {
    // A file can be read again when its turn comes; what comes through a pipe, or on a descriptor that
    // another process placed, comes once.
    let way: Way
    if case .file(let path) = source, source.identity?.isRegular ?? false {
      way = .again(try HeldFile(path))
    } else {
      way = .once(OpenInput(try source.open(), salvages: options.salvages, crew: crew))
    }
    let rule = forwarded
    // The first chunk of what comes once is kept.
    let (input, first) =
      switch way {
      case .once(let input): (input, OpenInput.Slot(capacity: options.chunkByteCount))
      case .again(let file): (OpenInput(Descriptor(file), salvages: options.salvages), slot)
      }
    let seen = try input.peek(first) {
      (
        FormatDetection($0, candidates: candidates, forwarded: rule),
        SipHash.tag(of: $0, key: (0, 0)), InputBeginning($0)
      )
    }
    let detection = seen?.0
    let found = Input(
      number: number, source: source, format: detection?.format ?? candidates[0],
      firstTime: detection?.firstTime, digest: seen?.1 ?? 0,
      way: way,
      sample: (detection?.matchedLines ?? 0, detection?.lines ?? 0))
    return (found, seen?.2 ?? InputBeginning(Span()))
  }

  /// Refuses the same file given twice, which would count its visitors' views twice.
  private static func refuseRepeated(_ sources: [LogSource]) throws(LogRunError) {
    var seen: [[UInt64]] = []
    for source in sources {
      guard let identity = source.identity, identity.isRegular || source == .standardInput else {
        continue
      }
      let key = [identity.device, identity.file]
      if seen.contains(key) { throw .input(.givenTwice(path: source.name)) }
      seen.append(key)
    }
  }
}
