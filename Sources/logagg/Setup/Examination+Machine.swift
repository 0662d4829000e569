internal import Glibc
internal import LogAggregate

/// The checks of what the machine gives.
extension Examination {
  mutating func checkZone(_ zone: String?) {
    _ = check("time zone") { () throws -> (Void, String) in
      do throws(SettingError) {
        let today = try RunSetting.today(timeZone: zone)
        return (
          (), "\(zone ?? "UTC"), where today is \(today) and yesterday \(today.advanced(by: -1))"
        )
      } catch {
        throw Failure(.usage, error.description)
      }
    }
  }

  /// A clock that was never set makes yesterday a day long ago.
  mutating func checkClock() {
    _ = check("clock") { () throws -> (Void, String) in
      let today = CivilDate(daysSinceEpoch: Int32(clamping: time(nil) / 86_400))
      guard today >= Self.earliestToday else {
        throw Failure(.software, "the clock says \(today), which is past; set it, or turn NTP on")
      }
      return ((), "\(today) (UTC)")
    }
  }

  /// No day on which this program runs lies before it.
  private static let earliestToday = CivilDate(daysSinceEpoch: 20_089)

  mutating func checkDatabases(countries: String?, providers: String?) {
    for (name, path, isCountries) in [
      ("countries", countries, true), ("providers", providers, false),
    ] {
      guard let path else { continue }
      let built = check(name) { () throws -> (CivilDate?, String) in
        let databases: AddressDatabases
        do throws(AddressDatabaseError) {
          databases = try AddressDatabases(
            countries: isCountries ? path : nil, providers: isCountries ? nil : path)
        } catch {
          throw Failure(error.isUnreadable ? .noInput : .dataError, error.description)
        }
        let built = databases.buildDays.first
        return (built, "\(path), built on \(built.map { "\($0)" } ?? "an unknown day")")
      }
      let today = CivilDate(daysSinceEpoch: Int32(clamping: time(nil) / 86_400))
      if let built = built ?? nil, built.advanced(by: 180) < today {
        warn(name, "is older than half a year, and addresses move; fetch a new one")
      }
    }
  }

  mutating func checkReadable(_ name: String, _ path: String) {
    _ = check(name) { () throws -> (Void, String) in
      // The path lives through the call.
      guard unsafe access(path, R_OK) == 0 else {
        throw Failure(
          .noInput,
          "\(path): cannot be read (\(PendingFile.describe(errno))); check the path and who may read it"
        )
      }
      return ((), path)
    }
  }

  mutating func checkLogs(_ logs: [String]) {
    if logs.isEmpty { warn("logs", "none given: name the job's logs to have them looked at") }
    for log in logs where log != "-" {
      _ = check("log") { () throws -> (Void, String) in
        let told: FormatCatalogue.Detection
        do throws(InputError) { told = try FormatCatalogue.detect(.file(log)) } catch {
          throw Failure(input: error)
        }
        guard told.lines > 0 else { return ((), "\(log), which is empty") }
        guard let format = told.format else {
          throw Failure(
            .dataError,
            "\(log): none of its first \(told.lines) lines is of a known format; "
              + "paste the server's format string into --log-format")
        }
        return ((), "\(log), \(format): \(told.matchedLines) of its first \(told.lines) lines")
      }
    }
  }

  mutating func checkOutputs(_ outputs: [String]) {
    if outputs.isEmpty { warn("outputs", "no file named: the report goes to standard output") }
    for output in outputs {
      _ = check("output") { () throws -> (Void, String) in
        try PendingFile.checkCanCreate(output)
        let free = Self.freeBytes(
          PendingFile.folder(of: (try? PendingFile.resolve(output)) ?? output))
        guard let free else { return ((), output) }
        guard free >= 16 << 20 else {
          throw Failure(.ioError, "\(output): only \(free >> 20) MiB are free there; make room")
        }
        return ((), "\(output), with \(free >> 20) MiB free")
      }
    }
  }

  mutating func checkLedger(_ path: String) {
    _ = check("ledger") { () throws -> (Void, String) in
      // The path lives through the call.
      guard unsafe access(path, F_OK) == 0 else {
        try PendingFile.checkCanCreate(path)
        return ((), "\(path), which the first run makes")
      }
      guard unsafe access(path, W_OK) == 0 else {
        throw Failure(
          .noInput, "\(path): cannot be written (\(PendingFile.describe(errno))); check who may")
      }
      let found: LedgerVerification
      do throws(LedgerError) { found = try Ledger.verify(path: path) } catch {
        throw Failure(ledger: error)
      }
      let days = found.days.map { ", \($0.lowerBound) to \($0.upperBound)" } ?? ""
      return ((), "\(path) is whole: \(found.releaseCount) releases\(days)")
    }
  }

  /// Landlock protects a run, and its absence stops none.
  mutating func note(_ confinement: Confinement.Strength) {
    guard !confinement.confinesFiles else { return }
    warn("confinement", "this kernel has no Landlock, so a run keeps the right to open other files")
  }

  private static func freeBytes(_ folder: String) -> Int? {
    var status = statvfs()
    // The path and `status` live through the call.
    guard unsafe statvfs(folder, &status) == 0 else { return nil }
    return Int(clamping: status.f_bavail) * Int(clamping: status.f_frsize)
  }
}
