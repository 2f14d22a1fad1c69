import Domain

/// One reading of a table's rows, front to back, in bounded memory.
package final class TableRows {
    private let records: any RecordSource
    private let isGrid: Bool
    private let table: TableContext
    private var cells = RowCells()
    /// Of the row that failed last: the cells in front of a wrong quote, which are what they seem to be; `nil` where
    /// nobody knows which of its cells are.
    package private(set) var intactCells: TableRow?
    /// The rows passed over so far that sum up others: 合计, 总计, 小计; no more than `totalsMax` are kept.
    package private(set) var totals: [TableRow] = []
    /// How many there were.
    package private(set) var totalCount = 0
    /// The physical lines passed over so far that explain the table or end it: `#…`, `注：…`.
    package private(set) var noteLines: [Int] = []

    /// So many rows of totals, the last ones, can be asked for, and as many lines of notes.
    package static let totalsMax = 30

    init(behindHeader records: any RecordSource, _ table: TableContext) {
        self.records = records
        isGrid = records.isGrid
        self.table = table
    }

    /// How many of the rows so far the sheet hides; they were given as others are.
    package var hiddenRowCount: Int { records.hiddenRowCount }

    /// The next row of data, or why it can't be used; nil at the file's end.
    ///
    /// Passed over are blank rows, totals and notes. In delimited text a row that is wider than its header can't be used, even
    /// where what it has too much is empty: an unquoted comma has moved its cells, and so has a cell under no name behind the
    /// last column that has one. In a sheet nothing moves: what stands beside the table is not read.
    /// Reading goes on behind a row that fails. It throws only when the file itself can't be read any more.
    /// Example: `while let row = try rows.nextRow()?.get() { … }` stops at the first bad row.
    package func nextRow() throws(TabularError) -> Result<TableRow, TabularError>? {
        while true {
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
                if isGrid {
                    cells.fit(to: table.columns.count)
                    if cells.isBlank { continue }
                }
                let row = TableRow(line: line, cells: cells, table: table)
                // Nearly every row begins with the digits of an id.
                if !cells.beginsWithDigit, isPassedOver(row) { continue }
                return row.isTooWide ? .failure(row.tooWide) : .success(row)
            }
        }
    }

    private func isPassedOver(_ row: TableRow) -> Bool {
        switch RowRole(row) {
        case .data: return false
        case .total:
            totalCount += 1
            if totals.count == Self.totalsMax { totals.removeFirst() }
            totals.append(row)
        case .note:
            if noteLines.count == Self.totalsMax { noteLines.removeFirst() }
            noteLines.append(row.line)
        }
        return true
    }
}

extension TableRow {
    /// Whether cells stand where the header has no column.
    fileprivate var isTooWide: Bool {
        count > table.columns.count
            || (min(table.namedCount, count)..<count).contains { !self[$0].isEmpty }
    }

    fileprivate var tooWide: TabularError {
        problem(
            nil, Notice("table.row_too_wide", count, table.namedCount),
            Notice("table.check_commas_and_quotes"))
    }
}
