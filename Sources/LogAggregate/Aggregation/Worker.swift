internal import Synchronization

/// What one task of a run owns: a minimiser with its caches, and a parser of each format.
final class Worker: Sendable {
  private struct State: ~Copyable {
    var minimiser: Minimiser
    var combined = CombinedFormat()
    var common = CommonFormat()
    var compiled = CompiledFormat(.none)
    var json: JSONFormat
    var ltsv: LTSVFormat
    var w3c: W3CFormat
    var cloudFront: W3CFormat
    let fields: FieldSet

    init(rules: MinimisationRules, fields: FieldSet) {
      self.fields = fields
      minimiser = Minimiser(rules: rules)
      json = JSONFormat(KnownFormat.jsonNames.naming(rules.forwarded), fields: .all)
      ltsv = LTSVFormat(KnownFormat.ltsvNames.naming(rules.forwarded), fields: .all)
      let names = KnownFormat.w3cNames.naming(rules.forwarded)
      w3c = W3CFormat(names, dialect: .spaced)
      cloudFront = W3CFormat(names, dialect: .tabbed)
    }

    /// Reduces every line of `chunk`.
    mutating func reduce(_ chunk: borrowing Chunk, format: KnownFormat, to batch: inout Batch) {
      switch format.reading {
      case .combined:
        batch.consume(chunk, format: &combined, fields: fields, minimiser: &minimiser)
      case .common:
        batch.consume(chunk, format: &common, fields: fields, minimiser: &minimiser)
      case .compiled(let layout):
        if compiled.layout != layout { compiled = CompiledFormat(layout) }
        batch.consume(chunk, format: &compiled, fields: fields, minimiser: &minimiser)
      case .json:
        json.fields = format.fields
        batch.consume(chunk, format: &json, fields: fields, minimiser: &minimiser)
      case .ltsv:
        ltsv.fields = format.fields
        batch.consume(chunk, format: &ltsv, fields: fields, minimiser: &minimiser)
      case .w3c(.spaced):
        batch.consume(chunk, format: &w3c, fields: fields, minimiser: &minimiser)
      case .w3c(.tabbed):
        batch.consume(chunk, format: &cloudFront, fields: fields, minimiser: &minimiser)
      }
    }
  }
  /// Made for the first chunk: a short log is read by one worker, and the caches of the others would cost more than it does.
  private let state = Mutex<State?>(nil)
  private let rules: MinimisationRules
  private let fields: FieldSet
  private let lineHash: LineHash?

  init(rules: MinimisationRules, fields: FieldSet, lineHash: LineHash?) {
    self.rules = rules
    self.fields = fields
    self.lineHash = lineHash
  }

  /// Takes one chunk from `inputs`, reduces it and hands the batch to `fold`.
  /// - Parameters:
  ///   - formats: the format of each input.
  ///   - goesAhead: whether the chunk may be of another input than the first that is not at its end.
  /// - Returns: `false` at the end of the inputs.
  func step(
    _ inputs: SharedInputs, formats: [KnownFormat], goesAhead: Bool, fold: OrderedFold
  ) -> Bool {
    guard let work = inputs.next(goesAhead: goesAhead) else { return false }
    let format = formats[work.place]
    var batch = fold.spareBatch()
    batch.lineHash = lineHash
    state.withLock { state in
      if state == nil { state = State(rules: rules, fields: fields) }
      work.slot.chunk.withLock { state?.reduce($0, format: format, to: &batch) }
    }
    inputs.recycle(work.slot)
    fold.submit(batch, of: work.place)
    return true
  }
}
