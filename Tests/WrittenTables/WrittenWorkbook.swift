/// Writes a workbook of one or more sheets.
package struct WrittenWorkbook {
    /// How cells of text are written.
    package enum Strings: CaseIterable { case shared, rich, phonetic, inline, formula }

    package var strings = Strings.shared
    /// Before the names of elements: some programs write `x:row`.
    package var prefix = ""
    package var is1904 = false
    /// Whether cells and rows say where they stand; without, they follow each other.
    package var hasPlaces = true
    private var texts: [String] = []
    private var sheets: [(name: String, attributes: String, xml: String)] = []

    package init(_ strings: Strings = .shared, prefix: String = "", is1904: Bool = false, hasPlaces: Bool = true) {
        (self.strings, self.prefix, self.is1904, self.hasPlaces) = (strings, prefix, is1904, hasPlaces)
    }

    /// Adds a sheet of rows of text, the first one in row 1; nil is a blank row.
    package mutating func add(_ name: String, rows: [[String]?], attributes: String = "") {
        var xml = ""
        for (index, row) in rows.enumerated() {
            guard let row else { continue }
            let cells = row.enumerated().map { cell($1, at: Self.place($0, index + 1)) }.joined()
            xml += hasPlaces ? "<row r=\"\(index + 1)\">\(cells)</row>" : "<row>\(cells)</row>"
        }
        add(name, xml: xml, attributes: attributes)
    }

    /// Adds a sheet by the XML of its rows.
    package mutating func add(_ name: String, xml: String, before: String = "", attributes: String = "") {
        let data = "<dimension ref=\"A1\"/>\(before)<sheetData>\(xml)</sheetData>"
        sheets.append((name, attributes, data))
    }

    /// A cell of text.
    package mutating func cell(_ text: String, at place: String) -> String {
        if text.isEmpty && hasPlaces { return "" }
        let at = hasPlaces ? "r=\"\(place)\" " : ""
        let escaped = Self.escaped(text)
        switch strings {
        case .formula: return "<c \(at)t=\"str\"><f>A1&amp;B1</f><v>\(escaped)</v></c>"
        case .inline:
            return
                "<c \(at)t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped)</t><rPh sb=\"0\"><t>x</t></rPh></is></c>"
        case .shared: texts.append("<t xml:space=\"preserve\">\(escaped)</t>")
        case .phonetic:
            texts.append("<t>\(escaped)</t><rPh sb=\"0\" eb=\"1\"><t>shi</t></rPh><phoneticPr fontId=\"1\"/>")
        case .rich:
            let half = text.index(text.startIndex, offsetBy: text.count / 2)
            let runs = [text[..<half], text[half...]].map {
                "<r><rPr><b/></rPr><t xml:space=\"preserve\">\(Self.escaped(String($0)))</t></r>"
            }
            texts.append(runs.joined())
        }
        return "<c \(at)t=\"s\"><v>\(texts.count - 1)</v></c>"
    }

    /// The file; style 1 is a day and time, 2 a day, 3 an amount, 4 a time of day.
    package func bytes() -> [UInt8] {
        var zip = WrittenZip()
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
        zip.add("[Content_Types].xml", "\(head)<Types/>")
        zip.add("_rels/.rels", head + Self.relations([("rId1", "officeDocument", "/xl/workbook.xml")]))
        let listed = sheets.enumerated().map {
            "<sheet name=\"\(Self.escaped($1.name))\" sheetId=\"\($0 + 1)\" r:id=\"rId\($0 + 1)\" \($1.attributes)/>"
        }
        zip.add(
            "xl/workbook.xml",
            head
                + element(
                    "workbook", "<workbookPr date1904=\"\(is1904)\"/><sheets>\(listed.joined())</sheets>"))
        for (index, sheet) in sheets.enumerated() {
            zip.add("xl/worksheets/sheet\(index + 1).xml", head + element("worksheet", sheet.xml))
        }
        var parts = sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
        parts += [("rIdA", "styles", "styles.xml"), ("rIdB", "sharedStrings", "../xl/sharedStrings.xml")]
        zip.add("xl/_rels/workbook.xml.rels", head + Self.relations(parts))
        zip.add("xl/styles.xml", head + element("styleSheet", Self.styles))
        zip.add(
            "xl/sharedStrings.xml",
            head + element("sst", "<si>" + texts.joined(separator: "</si><si>") + "</si>"))
        return zip.bytes
    }

    private static let styles = """
        <numFmts><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>\
        <numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>\
        <cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/>\
        <xf numFmtId="177"/><xf numFmtId="4"/><xf numFmtId="20"/></cellXfs>
        """

    private static func relations(_ parts: [(id: String, kind: String, target: String)]) -> String {
        let all = parts.map {
            "<Relationship Id=\"\($0.id)\" Type=\"http://schemas.openxmlformats.org/\($0.kind)\" Target=\"\($0.target)\"/>"
        }
        return "<Relationships>\(all.joined())</Relationships>"
    }

    private func element(_ name: String, _ content: String) -> String {
        if prefix.isEmpty { return "<\(name) xmlns=\"m\" xmlns:r=\"r\">\(content)</\(name)>" }
        let prefixed = content.replacing(#/<(/?)(\w)/#) { "<\($0.1)\(prefix)\($0.2)" }
        return
            "<\(prefix)\(name) xmlns:\(prefix.dropLast())=\"m\" xmlns:r=\"r\">\(prefixed)</\(prefix)\(name)>"
    }

    /// Excel's own escapes come first: what looks like one is text.
    package static func escaped(_ text: String) -> String {
        text.replacing("_x", with: "_x005F_x").unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case "\"": escaped += "&quot;"
            case "\r": escaped += "_x000D_"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    private static func place(_ column: Int, _ row: Int) -> String {
        // A to Z, then AA and on.
        let letter = Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(column % 26)))
        return column < 26 ? "\(letter)\(row)" : place(column / 26 - 1, 0).dropLast() + "\(letter)\(row)"
    }
}
