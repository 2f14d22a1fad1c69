/// A workbook to be written: sheets of text and numbers, with what their columns are made for.
///
/// The same value gives the same bytes, whenever and wherever it is written.
package struct Spreadsheet: Sendable {
    /// What the properties of the file say of it.
    let title: String
    package let sheets: [SpreadsheetSheet]

    /// A workbook of these sheets, the first of which is in front.
    package init(title: String, sheets: [SpreadsheetSheet]) {
        self.title = title
        self.sheets = sheets
    }

    /// Its bytes as an XLSX file.
    package func xlsx() throws(SpreadsheetFlaw) -> [UInt8] {
        let file = try UnnamedFile()
        let handle = try WorkbookHandle(path: file.path)
        try handle.describe(title: title)
        for sheet in sheets { try handle.add(sheet) }
        try handle.close()
        return try file.bytes()
    }
}

/// Why a workbook could not be written.
package enum SpreadsheetFlaw: Error, Sendable, Equatable {
    /// The system gave no memory or no room for temporary files; the number is its own.
    case noRoom(errno: Int32)
    /// The library takes something not as it was given, in its own words: a name of a sheet, a text that is too long.
    case refused(String)
}
