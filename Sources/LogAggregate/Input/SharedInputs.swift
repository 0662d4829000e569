internal import Dispatch
internal import Synchronization

/// The inputs of a run in their order, which several workers read and parse together.
///
/// There is no reading thread: whoever finds the first input unattended reads ahead until its chunks are full, then parses like
/// the others. So decompression never waits while there is a free chunk. Who finds nothing to do there goes ahead to the
/// inputs behind it, as many as there are workers: it fills one chunk of the first that is unattended, and parses it
/// itself. Who finds nothing there either helps to inflate what is being read. So no worker is idle while anything can be
/// read, and memory is a fixed number of chunks.
final class SharedInputs: Sendable {
  typealias Slot = OpenInput.Slot

  /// A full chunk to parse, and the place of its input in the order.
  struct Work: Sendable {
    let place: Int
    let slot: Slot
  }

  /// How an input was read to its end.
  struct End: Sendable {
    let place: Int
    let chunkCount: Int
    /// The damage that a salvaged input ended at.
    let damage: InputError?
  }

  private struct Entry {
    /// `nil` once it is at its end.
    var input: OpenInput?
    var ready: [Slot] = []
    /// Whether a worker is at the stream.
    var isBeingRead = false
    /// The chunks that were filled.
    var chunkCount = 0
    var failure: InputError?
  }

  private struct Queue {
    var free: [Slot]
    /// The inputs at hand; the first one is read ahead of the others.
    var open: [Entry] = []
    /// The place of the first one.
    var place = 0
    var waitingCount = 0
    var isStopped = false

    /// Takes note that up to `most` of those that wait are woken.
    /// - Returns: their number.
    mutating func wakes(_ most: Int) -> Int {
      let woken = min(most, waitingCount)
      waitingCount -= woken
      return woken
    }
  }

  /// What a worker that asks for work does next.
  private enum Turn {
    case read(Work, OpenInput, isFirst: Bool)
    case parse(Work)
    case wait
    case finish
  }

  private let count: Int
  private let crew: Crew
  private let limit: Int
  /// The chunks that reading ahead in the first input leaves to the others.
  private let reserve: Int
  private let canGoAhead: @Sendable (Int) -> Bool
  private let open: @Sendable (Int) -> OpenInput
  private let ended: @Sendable (End) -> Void
  private let queue: Mutex<Queue>
  private let wake = DispatchSemaphore(value: 0)

  /// Makes ready to read `count` inputs by `jobs` workers.
  /// - Parameters:
  ///   - canGoAhead: whether an input may be opened while those before it are read.
  ///   - open: opens an input, when its turn comes.
  ///   - ended: called once for each input that was read to its end, in any order.
  init(
    _ count: Int, jobs: Int, chunkByteCount: Int, crew: Crew = Crew(),
    canGoAhead: @escaping @Sendable (Int) -> Bool = { _ in true },
    open: @escaping @Sendable (Int) -> OpenInput,
    ended: @escaping @Sendable (End) -> Void = { _ in }
  ) {
    let jobs = max(1, jobs)
    self.count = count
    self.crew = crew
    limit = jobs
    reserve = count > 1 ? jobs - 1 : 0
    self.canGoAhead = canGoAhead
    self.open = open
    self.ended = ended
    // One for each worker, some that are filled meanwhile, and one for each that is ahead.
    queue = Mutex(
      Queue(free: (0..<jobs + 3 + reserve).map { _ in Slot(capacity: chunkByteCount) }))
    guard jobs > 1 else { return }
    crew.onCall { [weak self] most in
      guard let self else { return }
      signal(queue.withLock { $0.wakes(most) })
    }
  }

  /// A full chunk to parse, to be given back by ``recycle(_:)``; `nil` at the end, and after a failure.
  /// - Parameter goesAhead: whether it may be of another input than the first.
  func next(goesAhead: Bool = true) -> Work? {
    while true {
      while crew.help() {}
      switch queue.withLock({ turn(&$0, goesAhead: goesAhead) }) {
      case .read(let work, let input, let isFirst):
        if let own = read(work, input, isFirst: isFirst) { return own }
      case .parse(let work): return work
      case .wait: wake.wait()
      case .finish:
        stop()
        return nil
      }
    }
  }

  /// Takes back a chunk that was parsed.
  func recycle(_ slot: Slot) {
    let wakes = queue.withLock { queue in
      queue.free.append(slot)
      return queue.wakes(1)
    }
    signal(wakes)
  }

  /// Ends the reading, wherever it is.
  func stop() {
    let wakes = queue.withLock { queue in
      queue.isStopped = true
      return queue.wakes(.max)
    }
    signal(wakes)
  }

  /// What stopped an input before its end, after all before it were read.
  var failure: InputError? { queue.withLock { $0.open.first?.failure } }

  /// The place of the first input that was not begun.
  var firstUnopened: Int { queue.withLock { $0.place + $0.open.count } }

  private func turn(_ queue: inout Queue, goesAhead: Bool) -> Turn {
    while let first = queue.open.first, first.input == nil, first.ready.isEmpty,
      first.failure == nil
    {
      queue.open.removeFirst()
      queue.place += 1
    }
    guard !queue.isStopped, queue.open.first?.failure == nil else { return .finish }
    var index = 0
    var unfinished = 0
    while unfinished < (goesAhead ? limit : 1), openInput(at: index, &queue) {
      let isFirst = index == 0
      if let input = queue.open[index].input {
        unfinished += 1
        if !queue.open[index].isBeingRead, queue.free.count > (isFirst ? reserve : 0),
          let slot = queue.free.popLast()
        {
          queue.open[index].isBeingRead = true
          return .read(Work(place: queue.place + index, slot: slot), input, isFirst: isFirst)
        }
      }
      if !queue.open[index].ready.isEmpty {
        let slot = queue.open[index].ready.removeFirst()
        return .parse(Work(place: queue.place + index, slot: slot))
      }
      index += 1
    }
    guard !queue.open.isEmpty else { return .finish }
    queue.waitingCount += 1
    return .wait
  }

  /// Whether there is an input at `index` among those at hand, which is opened where it may be.
  private func openInput(at index: Int, _ queue: inout Queue) -> Bool {
    guard index == queue.open.count else { return true }
    let place = queue.place + index
    // Behind one that cannot be read nothing counts.
    guard place < count, queue.open.last?.failure == nil, index == 0 || canGoAhead(place) else {
      return false
    }
    let input = open(place)
    var entry = Entry(input: input)
    if let slot = input.takePeeked() {
      entry.ready = [slot]
      entry.chunkCount = 1
    }
    queue.open.append(entry)
    return true
  }

  /// Fills chunks of an input: of the first one as many as are free.
  /// - Returns: the chunk that the caller parses itself, of another input than the first.
  private func read(_ work: Work, _ input: OpenInput, isFirst: Bool) -> Work? {
    var next: Slot? = work.slot
    while let slot = next {
      var isMore = false
      var failure: InputError?
      do throws(InputError) { isMore = try input.fill(slot) } catch { failure = error }
      var end: End?
      var wakes = 0
      queue.withLock { queue in
        let index = work.place - queue.place
        queue.open[index].isBeingRead = false
        next = nil
        if isMore {
          queue.open[index].chunkCount += 1
          if isFirst {
            queue.open[index].ready.append(slot)
            if queue.free.count > reserve { next = queue.free.popLast() }
            queue.open[index].isBeingRead = next != nil
          }
          wakes = queue.wakes(1)
        } else {
          queue.free.append(slot)
          queue.open[index].input = nil
          queue.open[index].failure = failure
          if failure == nil {
            end = End(
              place: work.place, chunkCount: queue.open[index].chunkCount, damage: input.damage)
          }
          wakes = queue.wakes(.max)
        }
      }
      signal(wakes)
      if let end { ended(end) }
      if isMore, !isFirst { return work }
    }
    return nil
  }

  private func signal(_ count: Int) { for _ in 0..<count { wake.signal() } }
}
