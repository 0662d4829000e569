/// How a run reads its input.
public struct LogRunOptions: Sendable {
  /// How many tasks work at once; the result is the same for any number.
  public var jobs: Int
  /// The name of the format, or `nil` to tell it from the first lines of each input.
  public var formatName: String?
  /// Whether damaged input counts as far as it can be read.
  public var salvages: Bool
  /// More rejected lines than this share of all, in percent, fail the run.
  public var largestRejectedPercent: Double
  /// The size of a block of lines in bytes; no line may be longer.
  public var chunkByteCount: Int
  /// How many visitors are told apart: about 240 bytes each. Of further ones nothing is counted, and the report says so.
  public var visitorCapacity = Aggregate.visitorCapacity

  /// Options with the defaults of the command.
  public init(
    jobs: Int = 1, formatName: String? = nil, salvages: Bool = false,
    largestRejectedPercent: Double = 10, chunkByteCount: Int = 512 << 10
  ) {
    self.jobs = jobs
    self.formatName = formatName
    self.salvages = salvages
    self.largestRejectedPercent = largestRejectedPercent
    self.chunkByteCount = chunkByteCount
  }
}

/// How far a run has come.
public struct LogRunProgress: Sendable {
  /// The bytes of all lines so far, decompressed.
  public let byteCount: Int
  /// The lines parsed.
  public let lineCount: Int
  /// Of the bytes of all files, as they are stored, those that were read; `nil` where an input is no file.
  public let files: (read: Int, all: Int)?
}

/// One pass over a site's logs: lines in, an aggregate out.
public struct LogRun: Sendable {
  private let setting: RunSetting
  private let options: LogRunOptions

  /// Makes ready for a pass.
  /// - Parameters:
  ///   - setting: what the plan, the site and the period make of the lines.
  ///   - options: how to read.
  public init(_ setting: RunSetting, options: LogRunOptions = LogRunOptions()) {
    self.setting = setting
    self.options = options
  }

  /// Reads every source to its end and counts what the plan allows.
  /// - Parameter progress: called now and then by any worker.
  /// - Throws: ``LogRunError`` where a source is missing or damaged, or too little of it is a log.
  /// - Complexity: O(bytes read); memory grows with visitors and listed names, not with lines.
  public func read(
    _ sources: [LogSource], progress: (@Sendable (LogRunProgress) -> Void)? = nil
  ) async throws(LogRunError) -> Aggregate {
    let rules = try makeRules()
    let inputs = try InputOrder(sources, options: options, forwarded: setting.forwarded)
    let fold = OrderedFold(
      Aggregate(
        rules: rules, visitorLimit: setting.visitorLimit, clickLimit: setting.clickLimit,
        countsFlow: setting.grants(.flow), visitorCapacity: options.visitorCapacity), inputs.inputs)
    let lineHash = setting.ledgerKey.map(LineHash.init)
    let workers = (0..<max(1, options.jobs)).map { _ in
      Worker(rules: rules, fields: setting.fields, lineHash: lineHash)
    }
    let shared = inputs.shared { fold.end($0) }
    await Self.drain(
      shared, formats: inputs.inputs.map(\.format), workers: workers, fold: fold,
      progress: Self.teller(progress, inputs, shared, fold))
    if let failure = fold.failure { throw failure }
    if let failure = shared.failure { throw .input(failure) }
    guard let reading = fold.reading, var whole = fold.finish() else { throw .inconsistent }
    whole.closeVisits()
    whole.describe(
      formats: inputs.formatNames, damages: reading.damages, alike: inputs.alike,
      fields: inputs.fields, sourceCount: reading.sourceCount)
    if let failure = Self.judge(whole, options: options, tried: inputs.triedFormats) {
      throw failure
    }
    return whole
  }

  /// What the minimisers share, under a key of this run's own.
  private func makeRules() throws(LogRunError) -> MinimisationRules {
    let key: RunKey
    do throws(InputError) { key = try RunKey() } catch { throw .input(error) }
    return setting.makeRules(key: key, members: try readMembers(key))
  }

  /// The member table with the columns that the plan grants; where it grants none, the file stays unopened.
  private func readMembers(_ key: RunKey) throws(LogRunError) -> MemberTable? {
    let columns = setting.grantedColumns
    guard let file = setting.site.members?.file, !columns.isEmpty else { return nil }
    let bytes: [UInt8]
    do throws(WholeFile.Unreadable) {
      bytes = try WholeFile.bytes(file)
    } catch {
      throw .input(.unreadable(path: file, problem: error.problem))
    }
    do throws(PolicyError) {
      return try MemberTable(bytes, file: file, columns: columns, key: key)
    } catch {
      throw .invalid(error)
    }
  }

  /// Whether too little of the input was a log.
  private static func judge(
    _ whole: borrowing Aggregate, options: LogRunOptions, tried: [String]
  ) -> LogRunError? {
    let lines = whole.tally.lines - whole.tally.lines(.directive)
    let rejected = whole.tally.lines(.rejected)
    guard rejected > 0 else { return nil }
    if rejected == lines { return .noLineRecognised(lineCount: lines, triedFormats: tried) }
    guard Double(rejected) * 100 > options.largestRejectedPercent * Double(lines) else {
      return nil
    }
    var reasons: [(reason: String, lines: Int)] = []
    for reason in Malformed.allCases where whole.tally.lines(reason) > 0 {
      reasons.append((reason.rawValue, whole.tally.lines(reason)))
    }
    reasons.sort { ($1.lines, $0.reason) < ($0.lines, $1.reason) }
    let places = whole.rejections.prefix(5).map {
      LogRunError.Place(input: $0.source + 1, line: $0.line, reason: $0.reason.rawValue)
    }
    return .tooManyRejected(
      rejected: rejected, lineCount: lines, reasons: reasons, places: places)
  }

  /// What a worker calls now and then, to say how far the run is; `nil` where nobody asked.
  private static func teller(
    _ progress: (@Sendable (LogRunProgress) -> Void)?, _ inputs: InputOrder,
    _ shared: SharedInputs, _ fold: OrderedFold
  ) -> (@Sendable () -> Void)? {
    guard let progress else { return nil }
    return { progress(inputs.progress(shared, fold)) }
  }

  private static func drain(
    _ shared: SharedInputs, formats: [KnownFormat], workers: [Worker], fold: OrderedFold,
    progress: (@Sendable () -> Void)?
  ) async {
    let most = formats.count > 1 ? workers.count * OrderedFold.byteCountAhead : 0
    await withTaskGroup(of: Void.self) { group in
      for worker in workers {
        group.addTask {
          while !fold.hasFailed {
            let waiting = fold.waitingByteCount
            if waiting > most + OrderedFold.byteCountAtHand {
              await Task.yield()
              continue
            }
            guard
              worker.step(shared, formats: formats, goesAhead: waiting < most, fold: fold)
            else { return }
            progress?()
          }
          shared.stop()
        }
      }
    }
  }
}
