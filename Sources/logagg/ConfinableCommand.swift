internal import ArgumentParser

/// A command that confines its process before it reads a log.
///
/// It is called through this protocol and not the argument parser's, whose `run` begins on a thread of its own: a thread
/// that confines itself leaves the others free.
protocol ConfinableCommand: AsyncParsableCommand {
  mutating func runConfined() async throws
}

extension ConfinableCommand {
  mutating func run() async throws { try await runConfined() }
}
