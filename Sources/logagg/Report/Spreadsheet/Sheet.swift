/// One sheet of a workbook: rows of cells, which keep text text and numbers numbers.
/// - Source: ECMA-376-1, 18.3.
struct Sheet {
  enum Cell: Sendable {
    case text(String)
    /// A column's heading.
    case head(String)
    /// A heading over the rows that follow.
    case title(String)
    /// What is said of a figure that is not there.
    case remark(String)
    case count(Int)
    /// Ten-thousandths, shown as a percentage.
    case ratio(Int)
    case day(CalendarDay)
    case none
  }
  let name: String
  private(set) var rows: [[Cell]] = []
  /// Whether the first row is the head of a table, which stays in sight.
  var hasHead = true

  init(name: String) { self.name = name }

  mutating func add(_ cells: [Cell]) { rows.append(cells) }

  /// The longest text that a cell holds.
  private static let longestText = 32_000

  func xml(isRightToLeft: Bool) -> String {
    var xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
      + "<sheetViews><sheetView workbookViewId=\"0\"\(isRightToLeft ? " rightToLeft=\"1\"" : "")>"
    if hasHead {
      xml += "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
    }
    xml += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>"
    for (place, width) in widths.enumerated() {
      xml +=
        "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
    }
    xml += "</cols><sheetData>"
    for (number, row) in rows.enumerated() {
      xml += "<row r=\"\(number + 1)\">"
      for (place, cell) in row.enumerated() {
        xml += Self.xml(cell, at: Self.column(place) + String(number + 1))
      }
      xml += "</row>"
    }
    return xml + "</sheetData></worksheet>\n"
  }

  /// Each column as wide as its widest cell, within reason.
  private var widths: [Int] {
    var widths = Array(repeating: 10, count: max(1, rows.map(\.count).max() ?? 1))
    for row in rows {
      for (place, cell) in row.enumerated() {
        if case .text(let text) = cell, row.count == 1, !hasHead, text.count > 60 { continue }
        widths[place] = max(widths[place], min(Visible.columns(Self.shown(cell)) + 2, 64))
      }
    }
    return widths
  }

  private static func shown(_ cell: Cell) -> String {
    switch cell {
    case .text(let text), .head(let text), .remark(let text): text
    case .count(let count): String(count)
    case .title, .ratio, .day, .none: ""
    }
  }

  private static func xml(_ cell: Cell, at place: String) -> String {
    switch cell {
    case .text(let text): string(text, at: place, beginsFormula(text) ? .guarded : .plain)
    case .head(let text): string(text, at: place, .head)
    case .title(let text): string(text, at: place, .title)
    case .remark(let text): string(text, at: place, .remark)
    case .count(let count): "<c r=\"\(place)\" s=\"\(Style.count.rawValue)\"><v>\(count)</v></c>"
    case .ratio(let units):
      "<c r=\"\(place)\" s=\"\(Style.ratio.rawValue)\"><v>\(Figures.fixed(units))</v></c>"
    case .day(let day):
      // Day 1 of a spreadsheet is 1900-01-01 in a calendar that has a 29 February 1900.
      "<c r=\"\(place)\" s=\"\(Style.day.rawValue)\"><v>\(day.number + 25_569)</v></c>"
    case .none: ""
    }
  }

  /// The places of the formats in the workbook's styles.
  private enum Style: Int { case plain, head, title, remark, count, ratio, day, guarded }

  private static func string(_ text: String, at place: String, _ style: Style) -> String {
    "<c r=\"\(place)\" s=\"\(style.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
      + escaped(text) + "</t></is></c>"
  }

  /// Whether a spreadsheet would take the text for a formula if somebody typed it.
  private static func beginsFormula(_ text: String) -> Bool {
    Escaping.csv(text).hasPrefix("\"'")
  }

  /// Text as XML, in which no sequence such as `_x0041_` stands for a character.
  /// - Source: ECMA-376-1, 22.9.2.19 (ST_Xstring).
  private static func escaped(_ text: String) -> String {
    Escaping.html(Visible.cut(text, to: longestText)).replacing("_x", with: "_x005F_x")
  }

  /// The letters of a column from 0.
  private static func column(_ place: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + place % 26)))
    return place < 26 ? letter : column(place / 26 - 1) + letter
  }
}
