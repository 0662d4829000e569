internal import Dispatch
internal import Synchronization

/// Whoever is idle lends a hand to who has work of several independent parts.
///
/// The one that has it does whatever no other takes, so that nobody has to come.
final class Crew: Sendable {
  private struct Job: Sendable {
    let number: Int
    let count: Int
    var next = 0
    var unfinished: Int
    let part: @Sendable (Int) -> Void
    let isDone: DispatchSemaphore
  }
  private struct State {
    var jobs: [Job] = []
    var lastNumber = 0
  }
  private let state = Mutex(State())
  private let call = Mutex<(@Sendable (Int) -> Void)?>(nil)

  /// Says how to wake up to so many of the idle.
  func onCall(_ wake: @escaping @Sendable (Int) -> Void) { call.withLock { $0 = wake } }

  /// Does the parts 0 to `count` - 1 in any order, several at once where others are idle, and returns when all are done.
  func run(_ count: Int, _ part: @escaping @Sendable (Int) -> Void) {
    guard count > 1, let wake = call.withLock({ $0 }) else {
      for index in 0..<count { part(index) }
      return
    }
    let isDone = DispatchSemaphore(value: 0)
    let number = state.withLock { state in
      state.lastNumber += 1
      state.jobs.append(
        Job(
          number: state.lastNumber, count: count, unfinished: count, part: part, isDone: isDone))
      return state.lastNumber
    }
    wake(count - 1)
    while help(only: number) {}
    isDone.wait()
  }

  /// Does a part of whatever work is there.
  /// - Returns: `false` where there is none.
  func help() -> Bool { help(only: nil) }

  private func help(only number: Int?) -> Bool {
    let taken = state.withLock { state -> (job: Job, index: Int)? in
      let place = state.jobs.firstIndex {
        $0.next < $0.count && (number == nil || $0.number == number)
      }
      guard let place else { return nil }
      state.jobs[place].next += 1
      return (state.jobs[place], state.jobs[place].next - 1)
    }
    guard let taken else { return false }
    taken.job.part(taken.index)
    state.withLock { state in
      guard let place = state.jobs.firstIndex(where: { $0.number == taken.job.number }) else {
        return
      }
      state.jobs[place].unfinished -= 1
      if state.jobs[place].unfinished == 0 {
        state.jobs.remove(at: place)
        taken.job.isDone.signal()
      }
    }
    return true
  }
}
