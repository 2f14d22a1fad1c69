/// A table inside a file, whatever the file is, and how its rows are read.
struct TableContent: Sendable {
    /// What errors call it: the file's name, and that of the sheet where it has several.
    let name: String
    /// The file in an archive that it stands in.
    var member: String?
    /// The sheet's name where the file has sheets.
    var sheet: String?
    /// Whether whoever made the file has hidden it.
    var isHidden = false
    let shape: Shape

    /// How its rows lie in the file.
    enum Shape: Sendable {
        case delimited(FileSource, TableDialect)
        case sheet(Workbook, Workbook.Sheet)
        /// The sheet of this number in a workbook of Excel 2003 as XML.
        case sheetAsXML(FileSource, TextEncoding, Int)
        case page(FileSource, TextEncoding)
    }

    /// How its days are numbered, where a cell is a bare number of days.
    var dates: SheetDate {
        switch shape {
        case .sheet(let workbook, _): workbook.dates
        case .delimited, .sheetAsXML, .page: .since1900
        }
    }

    /// Starts a reading of its rows, the first one being the first in the file.
    func records() throws(TabularError) -> any RecordSource {
        switch shape {
        case .delimited(let source, let dialect): try RecordReader(source, dialect: dialect)
        case .sheet(let workbook, let sheet): try workbook.rows(of: sheet, file: name)
        case .sheetAsXML(let source, let encoding, let sheet):
            try SpreadsheetXMLRows(source, encoding: encoding, sheet: sheet, file: name)
        case .page(let source, let encoding): try HTMLRows(source, encoding: encoding, file: name)
        }
    }

    /// The same, divided by each other delimiter: a title line may have misled whoever looked for it.
    var otherDialects: [TableContent] {
        guard case .delimited(let source, let dialect) = shape else { return [] }
        return TableDialect.delimiters.filter { $0 != dialect.delimiter }.map { delimiter in
            TableContent(
                name: name, member: member, shape: .delimited(source, dialect.with(delimiter: delimiter)))
        }
    }
}
