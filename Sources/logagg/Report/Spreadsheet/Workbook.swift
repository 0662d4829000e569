/// Sheets as a file that spreadsheets open.
/// - Source: ECMA-376-1 (SpreadsheetML), ECMA-376-2 (packages).
struct Workbook {
  private var sheets: [Sheet] = []
  private let isRightToLeft: Bool

  init(isRightToLeft: Bool) { self.isRightToLeft = isRightToLeft }

  mutating func add(_ sheet: Sheet) { sheets.append(sheet) }

  /// A sheet with a name that is allowed and not yet taken.
  func sheet(named title: String) -> Sheet {
    let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
    let plain = Visible.text(title).filter { !forbidden.contains($0) }
    let taken = Set(sheets.map { $0.name.lowercased() })
    for number in 1... {
      let end = number == 1 ? "" : " (\(number))"
      // A name has at most 31 units of UTF-16.
      var name = plain.isEmpty ? "–" : plain
      while name.utf16.count + end.utf16.count > 31 { name.removeLast() }
      if !taken.contains((name + end).lowercased()) { return Sheet(name: name + end) }
    }
    return Sheet(name: "–")
  }

  var bytes: [UInt8] {
    var archive = ZipArchive()
    archive.add("[Content_Types].xml", Array(contentTypes.utf8))
    archive.add("_rels/.rels", Array(Self.packageRelations.utf8))
    archive.add("xl/workbook.xml", Array(workbook.utf8))
    archive.add("xl/_rels/workbook.xml.rels", Array(relations.utf8))
    archive.add("xl/styles.xml", Array(Self.styles.utf8))
    for (number, sheet) in sheets.enumerated() {
      archive.add(
        "xl/worksheets/sheet\(number + 1).xml",
        Array(sheet.xml(isRightToLeft: isRightToLeft).utf8))
    }
    return archive.bytes
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  private static let package = "http://schemas.openxmlformats.org/package/2006"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"

  private var contentTypes: String {
    var xml =
      Self.head + "<Types xmlns=\"\(Self.package)/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(Self.kind).sheet.main+xml\"/>"
      + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(Self.kind).styles+xml\"/>"
    for number in 1...max(1, sheets.count) {
      xml +=
        "<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(Self.kind).worksheet+xml\"/>"
    }
    return xml + "</Types>\n"
  }

  private static let packageRelations =
    head + "<Relationships xmlns=\"\(package)/relationships\">"
    + "<Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/>"
    + "</Relationships>\n"

  private var workbook: String {
    var xml =
      Self.head
      + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(Self.office)\"><sheets>"
    for (number, sheet) in sheets.enumerated() {
      xml +=
        "<sheet name=\"\(Escaping.html(sheet.name))\" sheetId=\"\(number + 1)\" r:id=\"rId\(number + 1)\"/>"
    }
    return xml + "</sheets></workbook>\n"
  }

  private var relations: String {
    var xml = Self.head + "<Relationships xmlns=\"\(Self.package)/relationships\">"
    for number in 1...max(1, sheets.count) {
      xml +=
        "<Relationship Id=\"rId\(number)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
    }
    let last = max(1, sheets.count) + 1
    return xml
      + "<Relationship Id=\"rId\(last)\" Type=\"\(Self.office)/styles\" Target=\"styles.xml\"/></Relationships>\n"
  }

  /// The formats of cells, in the order of the sheet's styles: plain, head, title, remark, count, ratio, day, guarded.
  private static let styles =
    head
      + """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
      <fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font>\
      <font><b/><sz val="14"/><name val="Calibri"/></font>\
      <font><i/><sz val="11"/><color rgb="FF5A6169"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
      <border><left/><right/><top/><bottom style="thin"><color rgb="FF16191D"/></bottom><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
      <xf numFmtId="0" fontId="1" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1"/>\
      <xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
      <xf numFmtId="0" fontId="3" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="right"/></xf>\
      <xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
      <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs>\
      </styleSheet>

      """
}
