import Domain
internal import XML

/// A workbook of Excel 2003 as XML, which mostly calls itself .xls.
enum SpreadsheetXML {
    /// What the beginning of such a file names, and no web page does.
    private static let namespace = Array("urn:schemas-microsoft-com:office:spreadsheet".utf8)

    /// Whether a file that begins so is one.
    static func isOne(head: [UInt8]) -> Bool {
        let beginning = head.prefix(4096)
        return beginning.indices.contains { place in
            beginning[place] == namespace[0] && beginning[place...].starts(with: namespace)
        }
    }

    /// The names of its sheets, in the order of the file.
    static func sheetNames(_ source: FileSource, encoding: TextEncoding) throws(TabularError) -> [String] {
        var names: [String] = []
        let starts = ElementStarts { element, attributes in
            if element == "Worksheet" { names.append(attributes.text("Name") ?? "") }
        }
        let text = try TextBuffer(source, encoding: encoding)
        let reader = try starts.reading(file: source.name, isUTF8: true)
        _ = try reader.advance(file: source.name) { (buffer) throws(TabularError) in try text.read(buffer) }
        guard names.count <= Workbook.sheetsMax else {
            throw TabularError(file: source.name, sheets: names.count)
        }
        return names
    }
}
