import CCeiling
import Glibc
import Synchronization

@testable import LogAggregate

enum Gzip {
  static func measure(_ sample: Sample) throws -> [Figure] {
    var packed = [UInt8](repeating: 0, count: sample.bytes.count / 2 + 4096)
    let length = sample.bytes.withUnsafeBufferPointer { from in
      packed.withUnsafeMutableBufferPointer {
        ceiling_deflate(from.baseAddress, from.count, $0.baseAddress, $0.count)
      }
    }
    guard length > 0 else { fatalError("gzip: no sample") }
    packed.removeSubrange(length...)
    let file = ceiling_file(packed, packed.count)
    guard file >= 0 else { fatalError("gzip: no room for the sample") }
    defer { close(file) }
    let chunk = OpenInput.Slot(capacity: 512 << 10)
    return [
      try Figure(
        "gzip into chunks of lines", per: "line", count: sample.lineCount,
        ceiling: "zlib's inflate in C",
        {
          lseek(file, 0, SEEK_SET)
          let input = OpenInput(
            Descriptor(number: file, isOwned: false, path: "memory"), salvages: false)
          var count = 0
          while try input.fill(chunk) { count += chunk.chunk.withLock { $0.count } }
          return count
        }, check: { $0 == sample.bytes.count },
        least: {
          let count = packed.withUnsafeBufferPointer { ceiling_inflate($0.baseAddress, $0.count) }
          guard count == sample.bytes.count else { fatalError("gzip: the ceiling is wrong") }
        })
    ]
  }
}
