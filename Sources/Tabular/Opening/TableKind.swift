/// What a table was found in, whatever the file's name says.
package enum TableKind: Equatable, Sendable {
    /// Text divided by this character, in this encoding: `UTF-8`, `GB18030`, `UTF-16LE`, `UTF-16BE`.
    case text(encoding: String, delimiter: Character)
    /// A workbook of today (XLSX).
    case workbook
    /// A workbook of Excel 2003 in XML.
    case workbookAsXML(encoding: String)
    /// A web page, most likely under the name .xls.
    case page(encoding: String)
}

extension TableContent {
    var kind: TableKind {
        switch shape {
        case .delimited(_, let dialect):
            .text(
                encoding: dialect.encoding.name,
                delimiter: Character(Unicode.Scalar(dialect.delimiter)))
        case .sheet: .workbook
        case .sheetAsXML(_, let encoding, _): .workbookAsXML(encoding: encoding.name)
        case .page(_, let encoding): .page(encoding: encoding.name)
        }
    }
}
