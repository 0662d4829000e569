import Foundation
import Synchronization

@testable import LogAggregate

/// Reads an input to its end as bytes, the way a run does.
enum ReadBytes {
  /// What came out of `path`, and what it ended with.
  static func from(
    _ path: String, step: Int = 4096, salvages: Bool = false, crew: Crew = Crew()
  ) -> (bytes: [UInt8], error: InputError?) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: step)
    do throws(InputError) {
      var stream = ByteStream(try Descriptor(opening: path), salvages: salvages, crew: crew)
      while true {
        let count = try unsafe buffer.withUnsafeMutableBufferPointer { free throws(InputError) in
          try unsafe stream.read(into: free)
        }
        if count == 0 { return (bytes, nil) }
        bytes += buffer[..<count]
      }
    } catch {
      return (bytes, error)
    }
  }
}

/// A pipe into which a thread writes, a few bytes at a time.
final class SlowPipe: @unchecked Sendable {
  // Made once, closed once: by the writer and by the owner.
  private let reader: Int32
  private let writer: Int32

  /// - Parameter piece: how many bytes one write holds.
  init(_ bytes: [UInt8], piece: Int) {
    var ends: [Int32] = [0, 0]
    // The array has room for both ends.
    _ = unsafe pipe(&ends)
    reader = ends[0]
    writer = ends[1]
    let end = writer
    Thread.detachNewThread {
      var start = 0
      while start < bytes.count {
        let part = Array(bytes[start..<min(bytes.count, start + piece)])
        // The array holds as many bytes as are written.
        if unsafe write(end, part, part.count) <= 0 { break }
        start += piece
      }
      close(end)
    }
  }

  deinit {
    // A reader that stopped at damage leaves the rest: a writer into a closed pipe would end the process.
    var rest = [UInt8](repeating: 0, count: 4096)
    // The array has room for what is read.
    while unsafe read(reader, &rest, rest.count) > 0 {}
    close(reader)
  }

  /// The name by which the pipe can be opened.
  var path: String { "/dev/fd/\(reader)" }
}

/// A number that several threads add to.
final class Counter: Sendable {
  private let sum = Atomic<Int>(0)

  func add(_ number: Int) { sum.add(number, ordering: .relaxed) }

  var value: Int { sum.load(ordering: .relaxed) }
}

/// Whether something is over.
final class Flag: Sendable {
  private let value = Atomic<Bool>(false)

  func set() { value.store(true, ordering: .sequentiallyConsistent) }

  var isSet: Bool { value.load(ordering: .sequentiallyConsistent) }
}
