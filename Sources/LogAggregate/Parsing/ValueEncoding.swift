/// How a format writes a value.
enum ValueEncoding: UInt8, Sendable {
  case plain, backslashes, plus, percent
  /// Percent signs that were sent stand as `%25`: CloudFront writes `%2520` for a sent `%20`.
  case doubledPercent

  /// The byte that begins what stands for another byte; `nil` where none does.
  @inline(__always) var sign: UInt8? {
    switch self {
    case .plain: nil
    case .backslashes: 0x5C
    case .plus: 0x2B
    case .percent, .doubledPercent: 0x25
    }
  }
}

extension DecodedBytes {
  /// Decodes the value in `start..<end`.
  /// - Returns: where the decoded value lies, or `nil` where the line has it as it is.
  mutating func append(
    _ line: Span<UInt8>, _ start: Int, _ end: Int, _ encoding: ValueEncoding
  ) -> (Int, Int)? {
    guard let sign = encoding.sign, line.extracting(start..<end).offset(of: sign) != nil else {
      return nil
    }
    return switch encoding {
    case .plain: nil
    case .backslashes: appendUnescaped(line, start, end)
    case .plus: appendPlusDecoded(line, start, end)
    case .percent: appendPercentDecoded(line, start, end)
    case .doubledPercent: appendPercentHalved(line, start, end)
    }
  }
}
