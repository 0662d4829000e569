internal import Synchronization

/// One open input, of which whoever attends to it reads the next chunk of lines.
final class OpenInput: Sendable {
  /// A chunk that passes from reader to parser and back; never used by two at once.
  final class Slot: Sendable {
    let chunk: Mutex<Chunk>

    init(capacity: Int) { chunk = Mutex(Chunk(capacity: capacity)) }
  }

  private let stream: Mutex<LineStream>
  private let peeked = Mutex<Slot?>(nil)

  /// Reads an open file or pipe to its end.
  /// - Parameter crew: who may help.
  init(_ descriptor: consuming Descriptor, salvages: Bool, crew: Crew = Crew()) {
    stream = Mutex(
      LineStream(ByteStream(descriptor, salvages: salvages, crew: crew), salvages: salvages))
  }

  /// Reads the first chunk into `slot` and shows it to `body`, without using it up; `nil` where the input is empty.
  func peek<Result: Sendable>(
    _ slot: Slot, _ body: @Sendable (Span<UInt8>) -> Result
  ) throws(InputError) -> Result? {
    guard try fill(slot) else { return nil }
    peeked.withLock { $0 = slot }
    return slot.chunk.withLock { body($0.bytes) }
  }

  /// The chunk that was peeked at, once.
  func takePeeked() -> Slot? { peeked.withLock { $0.take() } }

  /// Fills a chunk with the next lines.
  /// - Returns: whether it holds any; `false` at the end.
  func fill(_ slot: Slot) throws(InputError) -> Bool {
    try stream.withLock { stream throws(InputError) in
      try slot.chunk.withLock { chunk throws(InputError) in try stream.fill(&chunk) }
    }
  }

  /// The damage that a salvaged input ended at.
  var damage: InputError? { stream.withLock { $0.damage } }
}
