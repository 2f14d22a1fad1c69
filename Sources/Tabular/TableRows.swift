import Domain

/// One reading of a table's rows, front to back, in bounded memory.
package final class TableRows {
    private let records: RecordReader
    private let table: TableContext
    private var cells = RowCells()
    /// Of the row that failed last: the cells in front of a wrong quote, which are what they seem to be; `nil` where
    /// nobody knows which of its cells are.
    package private(set) var intactCells: TableRow?

    init(behindHeader records: RecordReader, _ table: TableContext) {
        self.records = records
        self.table = table
    }

    /// The next row that isn't blank, or why it can't be used; nil at the file's end.
    ///
    /// A row that is wider than its header can't be, even where what it has too much is empty: an unquoted comma has
    /// moved its cells, and so has a cell under no name behind the last column that has one.
    /// Reading goes on behind a row that fails. It throws only when the file itself can't be read any more.
    /// Example: `while let row = try rows.nextRow()?.get() { … }` stops at the first bad row.
    package func nextRow() throws(TabularError) -> Result<TableRow, TabularError>? {
        intactCells = nil
        if !isKnownUniquelyReferenced(&cells) { cells = RowCells() }
        switch try records.next(into: cells) {
        case nil: return nil
        case .failure(let error):
            if let line = error.line, cells.isInFrontOfFault {
                intactCells = TableRow(line: line, cells: cells, table: table)
            }
            return .failure(error)
        case .success(let line):
            let row = TableRow(line: line, cells: cells, table: table)
            let unnamed = min(table.namedCount, row.count)..<row.count
            if row.count > table.columns.count || unnamed.contains(where: { !row[$0].isEmpty }) {
                return .failure(
                    row.problem(
                        nil, Notice("table.row_too_wide", row.count, table.namedCount),
                        Notice("table.check_commas_and_quotes")))
            }
            return .success(row)
        }
    }
}
