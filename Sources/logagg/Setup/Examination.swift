/// What a row of checks found, as a text for people.
struct Examination {
  private(set) var text = ""
  private(set) var count = 0
  private(set) var failureCount = 0
  private(set) var firstFailure: Failure?

  /// Makes a check, and notes what it says of success, or what failed and what to do.
  /// - Returns: what was found, where the check passed.
  mutating func check<Found>(_ name: String, _ body: () throws -> (Found, String)) -> Found? {
    count += 1
    do {
      let (found, words) = try body()
      note("✔", name, words)
      return found
    } catch let failure as Failure {
      failureCount += 1
      firstFailure = firstFailure ?? failure
      note("✘", name, failure.message)
    } catch {
      failureCount += 1
      firstFailure = firstFailure ?? Failure(.software, "\(name): cannot be checked")
      note("✘", name, "cannot be checked")
    }
    return nil
  }

  /// Notes what does not fail a run and is worth knowing.
  mutating func warn(_ name: String, _ words: String) { note("!", name, words) }

  private mutating func note(_ mark: String, _ name: String, _ words: String) {
    let width = 12
    let gap = String(repeating: " ", count: max(1, width - name.count))
    text += "\(mark) \(name)\(gap)\(words)\n"
  }
}
