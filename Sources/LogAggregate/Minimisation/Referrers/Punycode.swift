/// Writes and reads the labels of international domain names in ASCII.
/// - Source: RFC 3492; the names of its variables are kept.
enum Punycode {
  /// The label without its prefix `xn--`, or `nil` where a number would overflow.
  static func encode(_ label: [Unicode.Scalar]) -> [UInt8]? {
    var output: [UInt8] = []
    for scalar in label where scalar.isASCII { output.append(UInt8(scalar.value)) }
    let basic = output.count
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var n: UInt32 = 0x80
    var delta: UInt32 = 0
    var bias: UInt32 = 72
    var done = basic
    while done < label.count {
      var least = UInt32.max
      for scalar in label where scalar.value >= n { least = min(least, scalar.value) }
      let (step, over) = (least - n).multipliedReportingOverflow(by: UInt32(done + 1))
      let (sum, over2) = delta.addingReportingOverflow(step)
      if over || over2 { return nil }
      delta = sum
      n = least
      for scalar in label {
        if scalar.value < n {
          delta = delta &+ 1
          if delta == 0 { return nil }
        }
        if scalar.value == n {
          var q = delta
          var k: UInt32 = 36
          while true {
            let t = threshold(k, bias)
            if q < t { break }
            output.append(character(t + (q - t) % (36 - t)))
            q = (q - t) / (36 - t)
            k += 36
          }
          output.append(character(q))
          bias = adapt(delta, UInt32(done + 1), first: done == basic)
          delta = 0
          done += 1
        }
      }
      delta = delta &+ 1
      n += 1
    }
    return output
  }

  /// The label that `input`, without its prefix `xn--`, stands for, or `nil` where it stands for none.
  static func decode(_ input: Span<UInt8>) -> [Unicode.Scalar]? {
    var output: [Unicode.Scalar] = []
    var index = 0
    var dash = input.count
    while dash > 0 && input[dash - 1] != UInt8(ascii: "-") { dash -= 1 }
    if dash > 0 {
      for place in 0..<dash - 1 {
        guard input[place] < 0x80 else { return nil }
        output.append(Unicode.Scalar(input[place]))
      }
      index = dash
    }
    var n: UInt32 = 0x80
    var i: UInt32 = 0
    var bias: UInt32 = 72
    while index < input.count {
      let old = i
      var w: UInt32 = 1
      var k: UInt32 = 36
      while true {
        guard index < input.count, let digit = digit(input[index]) else { return nil }
        index += 1
        let (step, over) = digit.multipliedReportingOverflow(by: w)
        let (sum, over2) = i.addingReportingOverflow(step)
        if over || over2 { return nil }
        i = sum
        let t = threshold(k, bias)
        if digit < t { break }
        let (next, over3) = w.multipliedReportingOverflow(by: 36 - t)
        if over3 { return nil }
        w = next
        k += 36
      }
      let length = UInt32(output.count + 1)
      bias = adapt(i - old, length, first: old == 0)
      let (code, over) = n.addingReportingOverflow(i / length)
      guard !over, let scalar = Unicode.Scalar(code) else { return nil }
      n = code
      i %= length
      output.insert(scalar, at: Int(i))
      i += 1
    }
    return output
  }

  private static func threshold(_ k: UInt32, _ bias: UInt32) -> UInt32 {
    k <= bias ? 1 : min(k - bias, 26)
  }

  private static func adapt(_ delta: UInt32, _ points: UInt32, first: Bool) -> UInt32 {
    var delta = first ? delta / 700 : delta / 2
    delta += delta / points
    var k: UInt32 = 0
    while delta > 455 {
      delta /= 35
      k += 36
    }
    return k + 36 * delta / (delta + 38)
  }

  private static func character(_ digit: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: digit < 26 ? digit + 97 : digit + 22)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - 97)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - 65)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - 22)
    default: nil
    }
  }
}
