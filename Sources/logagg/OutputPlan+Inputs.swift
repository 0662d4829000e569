extension OutputPlan {
  /// Refuses outputs that would replace a file the run reads, and two outputs that are one file.
  /// - Parameter inputs: the paths of all files that are read, as they were given; a hyphen is standard input.
  /// - Throws: status 64, naming both.
  static func refuseCollisions(_ outputs: [String], inputs: [String]) throws {
    var taken: [FileIdentity: String] = [:]
    for input in inputs {
      let identity = input == "-" ? FileIdentity.standardInput : FileIdentity(path: input)
      if let identity { taken[identity] = input == "-" ? "standard input" : input }
    }
    var written: [FileIdentity: String] = [:]
    for output in outputs where output != "-" {
      guard let identity = FileIdentity(path: output) else { continue }
      if let input = taken[identity] {
        throw Failure(
          .usage, "\(output): would replace \(input), which this run reads; name another output")
      }
      if let other = written[identity] {
        throw Failure(
          .usage, "\(output): is the same file as the output \(other); name each output once")
      }
      written[identity] = output
    }
  }
}
