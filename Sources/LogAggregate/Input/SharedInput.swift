internal import Dispatch
internal import Synchronization

/// One input that several workers read and parse together.
///
/// There is no reading thread: whoever finds the stream unattended reads ahead until every chunk is full, then parses like the
/// others. So decompression never waits while there is a free chunk, no worker is idle while there is a full one, and memory is
/// a fixed number of chunks.
final class SharedInput: Sendable {
  /// A chunk that passes from reader to parser and back; never used by two at once.
  final class Slot: Sendable {
    let chunk: Mutex<Chunk>

    init(capacity: Int) { chunk = Mutex(Chunk(capacity: capacity)) }
  }

  private struct Queue {
    var free: [Slot]
    var ready: [Slot] = []
    /// Whether a worker is at the stream.
    var isBeingRead = false
    var waitingCount = 0
    var hasEnded = false
    var failure: InputError?
  }
  /// What a worker that asks for a chunk does next.
  private enum Turn {
    case read(Slot)
    case parse(Slot)
    case wait
    case finish
  }
  private let stream: Mutex<LineStream>
  private let queue: Mutex<Queue>
  private let wake = DispatchSemaphore(value: 0)

  /// Opens `source`; `slots` are the chunks that may be full at once.
  convenience init(_ source: LogSource, salvages: Bool, slots: [Slot]) throws(InputError) {
    self.init(try source.open(), salvages: salvages, slots: slots)
  }

  /// Reads an open input to its end.
  init(_ descriptor: consuming Descriptor, salvages: Bool, slots: [Slot]) {
    stream = Mutex(LineStream(ByteStream(descriptor), salvages: salvages))
    queue = Mutex(Queue(free: slots))
  }

  /// Reads the first chunk and shows it to `body`, without using it up; `nil` where the input is empty.
  func peek<Result: Sendable>(
    _ body: @Sendable (Span<UInt8>) -> Result
  ) throws(InputError) -> Result? {
    if case .read(let slot) = turn() { _ = fill(slot, goesOn: false) }
    let (first, failure) = queue.withLock { ($0.ready.first, $0.failure) }
    if let failure { throw failure }
    return first?.chunk.withLock { body($0.bytes) }
  }

  /// A full chunk to parse, to be given back by ``recycle(_:)``; `nil` at the end, and after a failure.
  func next() -> Slot? {
    while true {
      switch turn() {
      case .read(let slot):
        var next: Slot? = slot
        while let slot = next { next = fill(slot, goesOn: true) }
      case .parse(let slot): return slot
      case .wait: wake.wait()
      case .finish: return nil
      }
    }
  }

  /// Takes back a chunk that was parsed.
  func recycle(_ slot: Slot) { queue.withLock { $0.free.append(slot) } }

  /// What stopped the input before its end.
  var failure: InputError? { queue.withLock { $0.failure } }

  /// The damage that a salvaged input ended at.
  var damage: InputError? { stream.withLock { $0.damage } }

  private func turn() -> Turn {
    queue.withLock { queue in
      guard queue.failure == nil else { return .finish }
      if !queue.hasEnded, !queue.isBeingRead, let slot = queue.free.popLast() {
        queue.isBeingRead = true
        return .read(slot)
      }
      if !queue.ready.isEmpty { return .parse(queue.ready.removeFirst()) }
      guard !queue.hasEnded else { return .finish }
      queue.waitingCount += 1
      return .wait
    }
  }

  /// Fills a chunk and hands it on.
  /// - Returns: the next chunk to fill, while there is a free one and more to read; with `nil` the stream is unattended.
  private func fill(_ slot: Slot, goesOn: Bool) -> Slot? {
    var isMore = false
    var failure: InputError?
    do throws(InputError) {
      isMore = try stream.withLock { stream throws(InputError) in
        try slot.chunk.withLock { chunk throws(InputError) in try stream.fill(&chunk) }
      }
    } catch {
      failure = error
    }
    let (next, wakes) = queue.withLock { queue -> (Slot?, Int) in
      if isMore {
        queue.ready.append(slot)
      } else {
        queue.free.append(slot)
        queue.hasEnded = true
        queue.failure = failure
      }
      let next = isMore && goesOn ? queue.free.popLast() : nil
      queue.isBeingRead = next != nil
      let wakes = isMore ? min(1, queue.waitingCount) : queue.waitingCount
      queue.waitingCount -= wakes
      return (next, wakes)
    }
    for _ in 0..<wakes { wake.signal() }
    return next
  }
}
