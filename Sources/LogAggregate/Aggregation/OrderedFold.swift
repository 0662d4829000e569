internal import Synchronization

/// Adds the batches that workers finish, in whatever order, to one aggregate in the order of inputs and their chunks.
///
/// The worker that completes the sequence does the adding, so that none waits for another. What lies beyond a visitor's
/// limit is decided by the order of the source, hence one aggregate fed in order and not one for each worker.
final class OrderedFold: Sendable {
  private struct Place: Hashable {
    var input = 0
    var chunk = 0
  }
  private struct Queue {
    var next = Place()
    var waiting: [Place: Batch] = [:]
    /// What the waiting batches hold.
    var waitingByteCount = 0
    var ends: [Int: SharedInputs.End] = [:]
    var spare: [Batch] = []
  }
  private enum Step {
    case add(Batch)
    case end(SharedInputs.End)
  }
  private struct Work: ~Copyable {
    var aggregate: Aggregate
    var reading = InputProgress()
    /// The place of the current input in the order.
    var place = 0
    /// The source that the current input goes on.
    var source: UInt16 = 0
    /// The lines of the current input that were added.
    var lines = 0
    /// The times of the first and last line of the current input.
    var times: ClosedRange<Int64>?
    var failure: LogRunError?

    mutating func add(_ batch: borrowing Batch, _ inputs: [InputOrder.Input]) {
      let next = place + 1 < inputs.count ? inputs[place + 1].firstTime : nil
      aggregate.add(
        batch, input: inputs[place].number, source: source, firstLine: lines, nextTime: next)
      lines += batch.tally.lines
      guard let first = batch.tally.earliest, let last = batch.tally.latest else { return }
      times = min(first, times?.lowerBound ?? first)...max(last, times?.upperBound ?? last)
    }

    mutating func finish(_ end: SharedInputs.End, _ inputs: [InputOrder.Input]) {
      reading.end(inputs[end.place], damage: end.damage, times)
      begin(end.place + 1, inputs)
    }

    /// Begins a further input: its chunks count from 0.
    mutating func begin(_ place: Int, _ inputs: [InputOrder.Input]) {
      guard place < inputs.count, failure == nil else { return }
      self.place = place
      lines = 0
      times = nil
      do throws(LogRunError) {
        source = try reading.source(startingAt: inputs[place].firstTime)
      } catch {
        failure = error
      }
    }
  }
  private let inputs: [InputOrder.Input]
  private let queue = Mutex(Queue())
  private let work: Mutex<Work?>
  private let added = Atomic<Int>(0)
  private let addedBytes = Atomic<Int>(0)
  private let failed = Atomic<Bool>(false)

  /// Makes ready for the batches of `inputs`.
  init(_ aggregate: consuming sending Aggregate, _ inputs: [InputOrder.Input]) {
    self.inputs = inputs
    var first = Work(aggregate: aggregate)
    first.begin(0, inputs)
    work = Mutex(first)
  }

  /// How much the batches of inputs behind the current one may hold for each worker: workers go ahead no further.
  static let byteCountAhead = 8 << 20
  /// How much more those of the current input may hold; a worker that is further ahead pauses.
  static let byteCountAtHand = 4 << 20

  /// What the batches hold that wait for one before them.
  var waitingByteCount: Int { queue.withLock { $0.waitingByteCount } }

  /// Whether the run cannot be finished.
  var hasFailed: Bool { failed.load(ordering: .relaxed) }

  /// An empty batch, with the room that an earlier one grew.
  func spareBatch() -> Batch { queue.withLock { $0.spare.popLast() } ?? Batch() }

  /// Takes a finished batch of the input at a place, and adds all that are in order by now.
  func submit(_ batch: consuming Batch, of input: Int) {
    let place = Place(input: input, chunk: batch.ordinal)
    let item = batch
    queue.withLock { queue in
      queue.waitingByteCount += item.heldByteCount
      queue.waiting[place] = item
    }
    addWhatIsInOrder()
  }

  /// Takes note of an input's end.
  func end(_ end: SharedInputs.End) {
    queue.withLock { $0.ends[end.place] = end }
    addWhatIsInOrder()
  }

  private func addWhatIsInOrder() {
    while hasNext {
      // Who holds the aggregate looks again after letting go; nobody needs to wait.
      let worked: Void? = work.withLockIfAvailable { work in
        while let step = takeNext() {
          switch step {
          case .add(let batch):
            work?.add(batch, inputs)
            added.add(batch.tally.lines, ordering: .relaxed)
            addedBytes.add(batch.byteCount, ordering: .relaxed)
            recycle(batch)
          case .end(let end):
            work?.finish(end, inputs)
            if work?.failure != nil { failed.store(true, ordering: .relaxed) }
          }
        }
      }
      if worked == nil { return }
    }
  }

  /// How many bytes of lines, decompressed, and how many lines were added so far.
  var byteCount: Int { addedBytes.load(ordering: .relaxed) }
  var lineCount: Int { added.load(ordering: .relaxed) }

  /// What makes the run fail, of that which is told from several inputs.
  var failure: LogRunError? { work.withLock { $0?.failure } }

  /// What is known of the inputs that were read.
  var reading: InputProgress? { work.withLock { $0?.reading } }

  /// Ends the run and hands out the aggregate.
  func finish() -> Aggregate? {
    work.withLock { work in
      guard let whole = work.take() else { return nil }
      return whole.aggregate
    }
  }

  private var hasNext: Bool {
    queue.withLock { queue in
      queue.waiting[queue.next] != nil
        || queue.ends[queue.next.input]?.chunkCount == queue.next.chunk
    }
  }

  private func takeNext() -> Step? {
    queue.withLock { queue in
      if let batch = queue.waiting.removeValue(forKey: queue.next) {
        queue.next.chunk += 1
        queue.waitingByteCount -= batch.heldByteCount
        return .add(batch)
      }
      guard let end = queue.ends[queue.next.input], end.chunkCount == queue.next.chunk else {
        return nil
      }
      queue.ends[queue.next.input] = nil
      queue.next = Place(input: queue.next.input + 1, chunk: 0)
      return .end(end)
    }
  }

  private func recycle(_ batch: consuming Batch) {
    let spare = batch
    queue.withLock { $0.spare.append(spare) }
  }
}
