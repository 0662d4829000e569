/// Why an input cannot be read to its end; it names the input, never its bytes.
public enum InputError: Error, Equatable, Sendable {
  /// The file does not exist, or may not be read.
  case unreadable(path: String, problem: String)
  /// It is a directory.
  case directory(path: String)
  /// Reading failed under way.
  case readFailed(path: String, problem: String)
  /// The compressed data ends before its end.
  case truncated(path: String, offset: Int)
  /// The compressed data contradicts itself: a bad block, checksum or length.
  case corrupt(path: String, offset: Int)
  /// Bytes that are neither zeros nor gzip follow a gzip member.
  case trailingGarbage(path: String, offset: Int)
  /// Compressed in a way that this build does not read.
  case unsupportedCompression(path: String, kind: String, command: String)
  /// The same file was given twice.
  case givenTwice(path: String)
}
