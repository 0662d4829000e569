internal import Synchronization

/// One input that several workers take chunks from, in turn.
///
/// Whoever asks for a chunk reads and decompresses it under the lock; meanwhile the others parse theirs. So one stream keeps
/// every worker busy without a queue, and memory is one chunk a worker.
final class SharedInput: Sendable {
  private struct State: ~Copyable {
    var stream: LineStream
    /// A chunk that was read to look at, and is handed out first.
    var peeked: Chunk?
    var failure: InputError?
  }
  private let state: Mutex<State>

  /// Opens `source`.
  init(_ source: LogSource, salvages: Bool) throws(InputError) {
    let stream = LineStream(ByteStream(try source.open()), salvages: salvages)
    state = Mutex(State(stream: stream))
  }

  /// Reads the first chunk and shows it to `body`, without using it up.
  func peek<Result: Sendable>(
    chunkCapacity: Int, _ body: @Sendable (Span<UInt8>) -> Result
  ) throws(InputError) -> Result {
    try state.withLock { state throws(InputError) in
      var chunk = Chunk(capacity: chunkCapacity)
      _ = try state.stream.fill(&chunk)
      let result = body(chunk.bytes)
      state.peeked = consume chunk
      return result
    }
  }

  /// Fills `chunk` with the next whole lines.
  /// - Returns: `false` at the end, and after a failure.
  func fill(_ chunk: inout Chunk) -> Bool {
    state.withLock { state in
      guard state.failure == nil else { return false }
      if let peeked = state.peeked.take(), peeked.count > 0 || peeked.oversizedLines > 0 {
        chunk.removeAll()
        chunk.append(peeked.bytes)
        chunk.oversizedLines = peeked.oversizedLines
        chunk.ordinal = peeked.ordinal
        return true
      }
      do throws(InputError) {
        return try state.stream.fill(&chunk)
      } catch {
        state.failure = error
        return false
      }
    }
  }

  /// What stopped the input before its end: for a salvaged one the damage, else a failure.
  var failure: InputError? { state.withLock { $0.failure } }

  /// The damage that a salvaged input ended at.
  var damage: InputError? { state.withLock { $0.stream.damage } }

  /// The number of bytes read so far, as they are stored.
  var byteCount: Int { state.withLock { $0.stream.byteCount } }
}
