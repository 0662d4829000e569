/// Why a line is rejected: which part failed, never its bytes.
enum Malformed: String, Error, CaseIterable, Sendable {
  case blank
  case tooLong = "too-long"
  case client
  case time
  case request
  case status
  case byteCount = "bytes"
  case referrer
  case userAgent = "user-agent"
  /// What stands between the fields is not what the format has there.
  case layout

  /// The case's place among all, from 0.
  var index: Int {
    switch self {
    case .blank: 0
    case .tooLong: 1
    case .client: 2
    case .time: 3
    case .request: 4
    case .status: 5
    case .byteCount: 6
    case .referrer: 7
    case .userAgent: 8
    case .layout: 9
    }
  }
}
