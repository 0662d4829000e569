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

    init(rules: MinimisationRules) {
      minimiser = Minimiser(rules: rules)
      json = JSONFormat(KnownFormat.jsonNames.naming(rules.forwarded), fields: .all)
      ltsv = LTSVFormat(KnownFormat.ltsvNames.naming(rules.forwarded), fields: .all)
      let names = KnownFormat.w3cNames.naming(rules.forwarded)
      w3c = W3CFormat(names, dialect: .spaced)
      cloudFront = W3CFormat(names, dialect: .tabbed)
    }
  }
  private let state: Mutex<State>
  private let fields: FieldSet
  private let lineHash: LineHash?

  init(rules: MinimisationRules, fields: FieldSet, lineHash: LineHash?) {
    self.fields = fields
    self.lineHash = lineHash
    state = Mutex(State(rules: rules))
  }

  /// Takes one chunk from `input`, reduces it and hands the batch to `fold`.
  /// - Returns: `false` at the end of the input.
  func step(
    _ input: SharedInput, format: KnownFormat, source: UInt16, fold: OrderedFold
  ) -> Bool {
    guard let slot = input.next() else { return false }
    var batch = fold.spareBatch()
    batch.lineHash = lineHash
    state.withLock { state in
      slot.chunk.withLock { chunk in
        switch format.reading {
        case .combined:
          batch.consume(
            chunk, format: &state.combined, fields: fields, minimiser: &state.minimiser)
        case .common:
          batch.consume(
            chunk, format: &state.common, fields: fields, minimiser: &state.minimiser)
        case .compiled(let layout):
          if state.compiled.layout != layout { state.compiled = CompiledFormat(layout) }
          batch.consume(
            chunk, format: &state.compiled, fields: fields, minimiser: &state.minimiser)
        case .json:
          state.json.fields = format.fields
          batch.consume(chunk, format: &state.json, fields: fields, minimiser: &state.minimiser)
        case .ltsv:
          state.ltsv.fields = format.fields
          batch.consume(chunk, format: &state.ltsv, fields: fields, minimiser: &state.minimiser)
        case .w3c(.spaced):
          batch.consume(chunk, format: &state.w3c, fields: fields, minimiser: &state.minimiser)
        case .w3c(.tabbed):
          batch.consume(
            chunk, format: &state.cloudFront, fields: fields, minimiser: &state.minimiser)
        }
      }
    }
    input.recycle(slot)
    batch.source = source
    fold.submit(batch)
    return true
  }
}
