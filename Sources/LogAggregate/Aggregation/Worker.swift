internal import Synchronization

/// What one task of a run owns: a chunk, a minimiser with its caches, and a parser of each format.
final class Worker: Sendable {
  private struct State: ~Copyable {
    var chunk: Chunk
    var minimiser: Minimiser
    var combined = CombinedFormat()
    var common = CommonFormat()
  }
  private let state: Mutex<State>
  private let fields: FieldSet

  init(rules: MinimisationRules, fields: FieldSet, chunkByteCount: Int) {
    self.fields = fields
    state = Mutex(
      State(chunk: Chunk(capacity: chunkByteCount), minimiser: Minimiser(rules: rules)))
  }

  /// Takes one chunk from `input`, reduces it and hands the batch to `fold`.
  /// - Returns: `false` at the end of the input.
  func step(
    _ input: SharedInput, format: KnownFormat, source: UInt16, fold: OrderedFold
  ) -> Bool {
    var batch = fold.spareBatch()
    let isMore = state.withLock { state in
      guard input.fill(&state.chunk) else { return false }
      switch format {
      case .combined:
        batch.consume(
          state.chunk, format: &state.combined, fields: fields, minimiser: &state.minimiser)
      case .common:
        batch.consume(
          state.chunk, format: &state.common, fields: fields, minimiser: &state.minimiser)
      }
      return true
    }
    guard isMore else { return false }
    batch.source = source
    fold.submit(batch)
    return true
  }
}
