import Domain

/// A table in a file: its header and how to read its rows, as often as wanted.
///
/// It reads, whatever the file's name says: text divided by commas, tabs or semicolons in UTF-8, UTF-16, GB18030 and GBK;
/// workbooks (XLSX, and XML of Excel 2003); web pages that shops' back ends call .xls; each of these in a ZIP archive.
/// Whoever reads rows sees no difference: a cell is text. What else there is is refused by what it is (`FileKind`).
package struct TableFile: Sendable {
    /// The path as the caller gave it, which errors name.
    package let path: String
    /// The name of the sheet that is read, where the file has sheets.
    package let sheet: String?
    /// The name of the file in an archive that is read, where the file is one.
    package let member: String?
    /// What the table was found in.
    package var kind: TableKind { content.kind }
    /// The header's names in the file's order, without surrounding spaces, tabs and quotes.
    ///
    /// Of a header of two lines each is `upper/lower`, or the one that there is.
    package let columns: [String]
    /// The physical line on which the header starts, counted from 1.
    package let headerLine: Int
    /// The columns that the sheet hides; they are read as others are.
    package let hiddenColumns: [String]

    private let content: TableContent
    private let header: TableHeader
    private let positions: [String: [Int]]
    private let use = ColumnUse()

    /// The positions of the columns that were looked up so far, from the left: nobody reads any other.
    package var columnsRead: [Int] { use.inOrder }

    /// Opens a file, tells what it is, and reads its header.
    ///
    /// The header is the first line, or two lines, among the first thirty whose names fit, on whichever sheet; without
    /// `headerMatching`, or where none fits, the first line that is not blank. It throws if there is no such file, if it
    /// holds no table or several that fit, or if it has no header.
    package init(
        path: String, _ choice: TableChoice = TableChoice(), headerMatching: (([String]) -> Bool)? = nil
    ) throws(TabularError) {
        let found = try TableSearch(path: path, choice).table(matching: headerMatching)
        self.path = path
        (content, header) = found
        (sheet, member) = (content.sheet, content.member)
        let names = header.names
        columns = names
        headerLine = header.line
        hiddenColumns = header.hiddenColumns.filter { !$0.isEmpty }
        positions = Dictionary(grouping: names.indices.filter { !names[$0].isEmpty }) { names[$0] }
    }

    /// All tables in a file, in its order, for whoever has to choose; empty ones among them.
    ///
    /// Throws as opening does, but for having several.
    package static func tables(
        in path: String, _ choice: TableChoice = TableChoice()
    ) throws(TabularError) -> [TableListing] {
        try TableSearch(path: path, choice).listings
    }

    /// The position of the first of several alternative names that the header has.
    ///
    /// Throws where the header has that name twice: nobody knows which of the columns counts.
    package func column(_ names: String...) throws(TabularError) -> Int? {
        try position(of: names)
    }

    /// The same of names in a list.
    package func column(anyOf names: [String]) throws(TabularError) -> Int? {
        try position(of: names)
    }

    /// The same for a column that must be there.
    package func requiredColumn(_ names: String...) throws(TabularError) -> Int {
        try requiredColumn(anyOf: names)
    }

    /// The same of names in a list.
    package func requiredColumn(anyOf names: [String]) throws(TabularError) -> Int {
        if let column = try position(of: names) { return column }
        throw TabularError(
            file: content.name, line: headerLine,
            what: Notice("table.column_missing", Self.alternatives(names)),
            remedy: Notice("table.check_header"))
    }

    /// Every position of a name, from the left: for a table that has the same columns again for each further item.
    package func columns(named name: String) -> [Int] {
        let found = positions[name] ?? []
        use.add(found)
        return found
    }

    /// Starts a reading of the rows behind the header.
    package func rows() throws(TabularError) -> TableRows {
        let records = try content.records()
        let cells = RowCells()
        for _ in 0..<header.records { _ = try records.next(into: cells) }
        return TableRows(
            behindHeader: records, TableContext(file: content.name, columns: columns, dates: content.dates))
    }

    /// One of several names: `“实付”或“实收”`.
    private static func alternatives(_ names: [String]) -> Notice {
        let quoted = names.map { Notice("quoted", $0) }
        return quoted.dropFirst().reduce(quoted.first ?? Notice("quoted", "")) {
            Notice("table.either_column", $0, $1)
        }
    }

    private func position(of names: [String]) throws(TabularError) -> Int? {
        guard let name = names.first(where: { positions[$0] != nil }), let found = positions[name] else {
            return nil
        }
        use.add(found)
        guard found.count > 1 else { return found.first }
        let places = found.map { Notice("table.column_number", $0 + 1) }
        throw TabularError(
            file: content.name, line: headerLine,
            what: Notice("table.column_twice", found.count, name, places),
            remedy: Notice("table.delete_columns"))
    }
}
