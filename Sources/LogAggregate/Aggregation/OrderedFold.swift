internal import Synchronization

/// Adds the batches that workers finish, in whatever order, to one aggregate in the order of their chunks.
///
/// The worker that completes the sequence does the adding, so that none waits for another. What lies beyond a visitor's
/// limit is decided by the order of the source, hence one aggregate fed in order and not one for each worker.
final class OrderedFold: Sendable {
  private struct Queue {
    var next = 0
    var waiting: [Int: Batch] = [:]
    var spare: [Batch] = []
  }
  private struct Work: ~Copyable {
    var aggregate: Aggregate
    var input = 0
    /// When the input after the current one begins.
    var nextTime: Int64?
    /// The lines of the current input that were added.
    var lines = 0
    /// The times of the first and last line of the current input.
    var times: ClosedRange<Int64>?

    mutating func note(_ tally: borrowing Tally) {
      lines += tally.lines
      guard let first = tally.earliest, let last = tally.latest else { return }
      times = min(first, times?.lowerBound ?? first)...max(last, times?.upperBound ?? last)
    }
  }
  private let queue = Mutex(Queue())
  private let work: Mutex<Work?>
  private let added = Atomic<Int>(0)
  private let addedBytes = Atomic<Int>(0)

  init(_ aggregate: consuming sending Aggregate) {
    work = Mutex(Work(aggregate: aggregate))
  }

  /// How many batches may wait for one before them; a worker that is further ahead pauses.
  static let longestQueue = 64

  /// Begins a further input: its chunks count from 0.
  /// - Parameter nextTime: when the input after it begins.
  func beginInput(_ input: Int, nextTime: Int64?) {
    queue.withLock { $0.next = 0 }
    work.withLock {
      $0?.input = input
      $0?.nextTime = nextTime
      $0?.lines = 0
      $0?.times = nil
    }
  }

  /// Whether so many batches wait that a worker should let others catch up.
  var isCrowded: Bool { queue.withLock { $0.waiting.count > Self.longestQueue } }

  /// An empty batch, with the room that an earlier one grew.
  func spareBatch() -> Batch { queue.withLock { $0.spare.popLast() } ?? Batch() }

  /// Takes a finished batch and adds all that are in order by now.
  func submit(_ batch: consuming Batch) {
    let ordinal = batch.ordinal
    let item = batch
    queue.withLock { $0.waiting[ordinal] = item }
    while hasNext {
      // Who holds the aggregate looks again after letting go; nobody needs to wait.
      let worked: Void? = work.withLockIfAvailable { work in
        while let batch = takeNext() {
          let lines = work?.lines ?? 0
          let input = work?.input ?? 0
          let nextTime = work?.nextTime
          work?.aggregate.add(batch, input: input, firstLine: lines, nextTime: nextTime)
          work?.note(batch.tally)
          added.add(batch.tally.lines, ordering: .relaxed)
          addedBytes.add(batch.byteCount, ordering: .relaxed)
          recycle(batch)
        }
      }
      if worked == nil { return }
    }
  }

  /// The times of the first and last line of the current input.
  var inputTimes: ClosedRange<Int64>? { work.withLock { $0?.times } }

  /// How many bytes of lines, decompressed, and how many lines were added so far.
  var byteCount: Int { addedBytes.load(ordering: .relaxed) }
  var lineCount: Int { added.load(ordering: .relaxed) }

  /// Ends the run and hands out the aggregate.
  func finish() -> Aggregate? {
    work.withLock { work in
      guard let whole = work.take() else { return nil }
      return whole.aggregate
    }
  }

  private var hasNext: Bool { queue.withLock { $0.waiting[$0.next] != nil } }

  private func takeNext() -> Batch? {
    queue.withLock { queue in
      guard let batch = queue.waiting.removeValue(forKey: queue.next) else { return nil }
      queue.next += 1
      return batch
    }
  }

  private func recycle(_ batch: consuming Batch) {
    let spare = batch
    queue.withLock { $0.spare.append(spare) }
  }
}
