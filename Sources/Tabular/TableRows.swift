/// One reading of a table's rows, front to back, in bounded memory.
package final class TableRows {
    private let records: RecordReader
    private let table: TableContext
    private var cells = RowCells()

    init(behindHeader records: RecordReader, _ table: TableContext) {
        self.records = records
        self.table = table
    }

    /// The next row that isn't blank, or why it can't be used; nil at the file's end.
    ///
    /// Reading goes on behind a row that fails. It throws only when the file itself can't be read any more.
    /// Example: `while let row = try rows.nextRow()?.get() { … }` stops at the first bad row.
    package func nextRow() throws(TabularError) -> Result<TableRow, TabularError>? {
        if !isKnownUniquelyReferenced(&cells) { cells = RowCells() }
        switch try records.next(into: cells) {
        case nil: return nil
        case .failure(let error): return .failure(error)
        case .success(let line):
            let row = TableRow(line: line, cells: cells, table: table)
            let surplus = (min(table.columns.count, row.count)..<row.count).contains { !row[$0].isEmpty }
            if surplus {
                return .failure(
                    row.problem(
                        nil, "有 \(row.count) 格，比表头的 \(table.columns.count) 列多",
                        "请检查这一行的逗号和引号"))
            }
            return .success(row)
        }
    }
}
