internal import Glibc
internal import LogAggregate

/// Rotated logs, and which of them hold a day.
struct LogFiles {
  private let files: [(path: String, first: Int64, changed: Int64)]

  /// Looks at the first lines of each file, and when it was last written to.
  init(_ paths: [String], format: String?) throws(Failure) {
    let reach: LogReach
    do throws(LogRunError) {
      reach = try LogReach(paths.map(LogSource.init(argument:)), formatName: format)
    } catch {
      throw Failure(run: error, logs: paths)
    }
    var files: [(path: String, first: Int64, changed: Int64)] = []
    for (path, first) in zip(paths, reach.firstTimes) {
      // A file without a line holds no day.
      if let first { files.append((path, first, Self.changed(path))) }
    }
    self.files = files
  }

  /// The files that can hold lines of a day; `nil` where none reaches back beyond its beginning, so that it would not be whole.
  ///
  /// A file ends no later than it was last written to, so one too many may be named, whose lines are counted as outside the
  /// period, and never one too few.
  func files(of day: Range<Int64>) -> [String]? {
    guard files.contains(where: { $0.first < day.lowerBound }) else { return nil }
    let holding = files.filter { $0.first < day.upperBound && $0.changed >= day.lowerBound }
    return holding.isEmpty ? nil : holding.map(\.path)
  }

  private static func changed(_ path: String) -> Int64 {
    var status = stat()
    // Path and `status` live through the call.
    return unsafe stat(path, &status) == 0 ? Int64(status.st_mtim.tv_sec) : .max
  }
}

/// Names with `*` and `?`, as a site file has them.
enum Glob {
  /// The files that a pattern stands for, in the order of their names.
  static func paths(_ pattern: String) -> [String] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    // The pattern lives through the call; what is found is copied before it is freed.
    guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
      unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
    }
  }
}
