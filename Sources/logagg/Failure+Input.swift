internal import LogAggregate

extension Failure {
  /// The status and message for an input that cannot be read.
  init(input error: InputError) {
    switch error {
    case .unreadable(let path, let problem):
      self.init(.noInput, "\(path): \(problem); check the path and who may read it")
    case .directory(let path):
      let files = path.hasSuffix("/") ? path + "*" : path + "/*"
      self.init(.noInput, "\(path): is a folder; name the logs in it, such as \(files)")
    case .readFailed(let path, let problem):
      self.init(.ioError, "\(path): reading failed (\(problem)); check the disk and run again")
    case .truncated(let path, let offset):
      self.init(
        .dataError,
        "\(path): the compressed data ends too early, at byte \(offset); "
          + "fetch the file again, or report what can be read with --salvage")
    case .corrupt(let path, let offset):
      self.init(
        .dataError,
        "\(path): the compressed data is damaged near byte \(offset); "
          + "fetch the file again, or report what can be read with --salvage")
    case .trailingGarbage(let path, let offset):
      self.init(
        .dataError,
        "\(path): bytes that are none of it follow the compressed data at byte \(offset); "
          + "fetch the file again, or report what can be read with --salvage")
    case .unsupportedCompression(let path, let kind, let command):
      self.init(
        .dataError,
        "\(path): is compressed with \(kind); decompress it on the way in: "
          + "`\(command) FILE | logagg …`")
    case .givenTwice(let path):
      self.init(.usage, "\(path): is given twice, and would be counted twice; name it once")
    }
  }

  /// The status and message for a run without a result.
  /// - Parameter logs: the inputs as they were named.
  init(run error: LogRunError, logs: [String]) {
    switch error {
    case .input(let error): self.init(input: error)
    case .invalid(let error): self.init(.configuration, error.description)
    case .noLineRecognised(let lineCount, let tried):
      self.init(
        .dataError,
        "none of \(lineCount) lines is a request in "
          + (tried.count == 1 ? "the format \(tried[0])" : "any known format")
          + "; name the format with --log-format, "
          + "`logagg formats list` shows which are known")
    case .tooManyRejected(let rejected, let lineCount, let reasons, let places):
      let shown = reasons.prefix(3).map { "\($0.reason) \($0.lines)" }.joined(separator: ", ")
      self.init(
        .dataError,
        "\(rejected) of \(lineCount) lines were rejected (\(shown))\(Self.list(places, logs)); "
          + "check the format, or allow more with --max-rejected PERCENT")
    case .unknownFormat(let name, _):
      self.init(
        .usage,
        "'\(name)' is no known log format; `logagg formats list` names them, "
          + "or paste the format string itself")
    case .unusableFormat(let problem):
      self.init(.usage, "--log-format: \(problem)")
    case .tooManyOverlapping(let limit):
      self.init(
        .usage,
        "more than \(limit) logs overlap in time; name the rotated files of each server in one run, "
          + "or report fewer days at once")
    case .inconsistent:
      self.init(.software, "an internal error; please report it with the command line you used")
    }
  }

  /// `; the first are lines 3, 4, 9 of access.log`.
  private static func list(_ places: [LogRunError.Place], _ logs: [String]) -> String {
    guard let input = places.first?.input else { return "" }
    let lines = places.filter { $0.input == input }.map { String($0.line) }
    return (lines.count == 1 ? "; the first is line " : "; the first are lines ")
      + lines.joined(separator: ", ") + " of " + LogSource.name(ofInput: input, logs)
  }
}

extension LogSource {
  /// What messages call the input of a number from 1.
  static func name(ofInput number: Int, _ logs: [String]) -> String {
    let name = number <= logs.count ? logs[number - 1] : "-"
    return name == "-" ? "stdin" : name
  }
}
