/// Figures along an axis, drawn as columns or as a line; lengths are percentages, so that it fits any width.
struct HTMLPlot {
  let points: [HTMLChart.Point]
  let words: Language

  private static let height = 196
  private static let base = 168
  private static let head = 14

  private var top: Int { Self.roundedUp(max(points.compactMap(\.value).max() ?? 0, 1)) }

  /// A column for each place.
  var columns: HTML {
    var marks: HTML = ""
    for (index, point) in points.enumerated() {
      let x = Self.percent(index * slot + slot / 8)
      let width = Self.percent(slot - slot / 4)
      if let value = point.value {
        let y = Self.y(value, top)
        marks += """
          <rect class="column" x="\(x)" width="\(width)" y="\(y)" height="\(Self.base - y)">\(title(point, value))</rect>
          """
      } else {
        marks += Self.gap(x, width)
      }
    }
    return frame(marks + labels(at: slot / 8))
  }

  /// A line from place to place, broken where a figure is not shown.
  var line: HTML {
    var strokes: HTML = ""
    var dots: HTML = ""
    var run: [(x: Int, y: Int)] = []
    for (index, point) in points.enumerated() {
      let x = index * slot + slot / 2
      guard let value = point.value else {
        strokes += Self.stroke(run)
        run = []
        dots += Self.gap(Self.percent(x - slot / 3), Self.percent(slot * 2 / 3))
        continue
      }
      let y = Self.y(value, top)
      run.append((x, y))
      // Of a long period the line alone is drawn.
      if points.count <= 92 {
        dots += """
          <circle class="\(point.isQuiet ? "dot quiet" : "dot")" cx="\(Self.percent(x))" cy="\(y)" r="\(points.count > 40 ? 3 : 4)">\(title(point, value))</circle>
          """
      }
    }
    strokes += Self.stroke(run)
    let drawing: HTML = """
      <svg x="0" y="0" width="100%" height="\(Self.height)" viewBox="0 0 100000 \(Self.height)" \
      preserveAspectRatio="none">\(strokes)</svg>
      """
    return frame(drawing + dots + labels(at: slot / 2))
  }

  /// Thousandths of a percent that a place takes.
  private var slot: Int { 100_000 / max(points.count, 1) }

  private func title(_ point: HTMLChart.Point, _ value: Int) -> HTML {
    "<title>\(point.label): \(words.number(value))</title>"
  }

  /// The area under a run of places, and the line over it.
  private static func stroke(_ run: [(x: Int, y: Int)]) -> HTML {
    guard let first = run.first, let last = run.last, run.count > 1 else { return "" }
    let path = run.map { "\($0.x) \($0.y)" }.joined(separator: "L")
    return """
      <path class="area" d="M\(first.x) \(base)L\(path)L\(last.x) \(base)Z"/>\
      <path class="line" d="M\(path)"/>
      """
  }

  private static func gap(_ x: String, _ width: String) -> HTML {
    """
    <rect class="gap" x="\(x)" width="\(width)" y="\(base - 28)" height="28"/>
    """
  }

  private func labels(at offset: Int) -> HTML {
    var texts: HTML = ""
    var count = 0
    for (index, point) in points.enumerated() where point.isLabelled {
      // On a narrow screen every other label gives way.
      let kind = count % 2 == 0 ? "tick" : "tick spare"
      let x = index * slot + offset
      // A label in the middle of its place would leave the page at either end.
      let end: HTML = x > 94_000 ? " text-anchor=\"end\"" : ""
      texts += """
        <text class="\(kind)" x="\(Self.percent(x))" y="\(Self.base + 20)"\(end)>\(point.label)</text>
        """
      count += 1
    }
    return texts
  }

  /// The marks over rules at the whole and the half of the scale, with the scale beside them.
  private func frame(_ marks: HTML) -> HTML {
    var rules: HTML = ""
    var scale: HTML = ""
    for part in [top, top / 2] where part > 0 {
      let y = Self.y(part, top)
      rules += "<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"\(y)\" y2=\"\(y)\"/>"
      scale += "<text x=\"0\" y=\"\(y + 4)\">\(words.number(part))</text>"
    }
    let digits = words.number(top).count
    return """
      <svg width="\(digits * 8 + 8)" height="\(Self.height)">\(scale)</svg>\
      <svg class="columns" width="100%" height="\(Self.height)">\(rules)\(marks)\
      <line class="axis" x1="0" x2="100%" y1="\(Self.base)" y2="\(Self.base)"/></svg>
      """
  }

  /// Thousandths of a percent as a length.
  private static func percent(_ thousandths: Int) -> String {
    let decimals = String(1_000 + thousandths % 1_000).dropFirst()
    return "\(thousandths / 1_000).\(decimals)%"
  }

  private static func y(_ value: Int, _ top: Int) -> Int {
    base - (Figures.scaled(value, of: top, scale: base - head) ?? 0)
  }

  /// The least number with one digit before its zeros, or a half more, that is not below this one.
  private static func roundedUp(_ number: Int) -> Int {
    var power = 1
    while power <= number / 20 { power *= 10 }
    return (number + power - 1) / power * power
  }
}
