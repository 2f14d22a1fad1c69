package import Domain

/// One row of a table, read cell by cell.
package struct TableRow {
    /// The physical line of the file, or the number of the sheet's row, on which the row starts, counted from 1.
    package let line: Int
    let cells: RowCells
    let table: TableContext

    /// The file's name as the caller gave it.
    package var file: String { table.file }

    /// The cells that the row has in the file; Excel leaves out empty ones at the end.
    package var count: Int { cells.spans.count }

    /// Whether it has as many cells as the header: of others nobody knows for sure what stands where.
    package var isWhole: Bool { count == table.columns.count }

    /// A cell's text, cleaned as by `Cell.cleaned(_:)`; empty where the file or the row lacks the column.
    ///
    /// Of a sheet's cell it is what the cell holds, not what is shown of it: a number in decimal digits (`0.15` where 15%
    /// is shown), a date as `2022-11-01 20:05:00`, or `2022-11-01` where its format has no time of day; `TRUE` and `FALSE`;
    /// `#N/A` of an error, which the typed readings below refuse.
    package subscript(column: Int?) -> String {
        cells.withText(column ?? -1) { Cell.cleaned($0) }
    }

    /// Whether there is nothing in a cell: no text, or a mark that says so (`-`, `--`, `–`, `—`, `/`, `无`).
    package func isEmpty(_ column: Int?) -> Bool { Cell.isEmpty(self[column]) }

    /// A cell's text; empty also where a mark says that there is nothing.
    package func text(_ column: Int?) -> String {
        let text = self[column]
        return Cell.isEmpty(text) ? "" : text
    }

    /// An id as text, see `Cell.identifier(_:)`; empty where the cell is empty or missing.
    ///
    /// Of 16-digit ids every tenth ends in a zero by nature: 16 or 17 digits that end in zeros pass once an
    /// earlier row has shown, in the same column, a number that long which Excel didn't damage.
    package func identifier(_ column: Int?) throws(TabularError) -> String {
        guard let column else { return "" }
        let text = cells.withText(column) { String(decoding: $0, as: UTF8.self) }
        do {
            let id = try Cell.identifier(text, cells.kind(column))
            if Cell.isIntactLongNumber(id) { table.columnsWithIntactNumbers.insert(column) }
            return id
        } catch {
            if error.isPerhapsIntact && table.columnsWithIntactNumbers.contains(column) {
                return Cell.cleaned(text)
            }
            throw problem(column, error.what, error.remedy)
        }
    }

    /// An amount in fen from yuan text, see `Cell.fen(_:allowsWan:)`; nil where the cell is empty or missing.
    package func fen(_ column: Int?, allowsWan: Bool = false) throws(TabularError) -> Int64? {
        do {
            return try Cell.fen(self[column], kind(column), allowsWan: allowsWan)
        } catch {
            throw problem(column, error.what, error.remedy)
        }
    }

    /// An amount in fen of a cell whose column may say that it is in ten thousands, see `Cell.fen(_:inWan:)`.
    package func fen(_ column: Int?, inWan: Bool) throws(TabularError) -> Int64? {
        do {
            return try Cell.fen(self[column], kind(column), inWan: inWan)
        } catch {
            throw problem(column, error.what, error.remedy)
        }
    }

    /// Epoch milliseconds from Beijing time, see `Cell.beijingTime(_:)`; nil where the cell is empty or
    /// missing.
    package func beijingTime(_ column: Int?) throws(TabularError) -> Int64? {
        do {
            return try Cell.beijingTime(self[column], kind(column), table.dates)
        } catch {
            throw problem(column, error.what, error.remedy)
        }
    }

    /// A day, see `Cell.day(_:)`; nil where the cell is empty or missing.
    package func day(_ column: Int?) throws(TabularError) -> BusinessDay? {
        do {
            return try Cell.day(self[column], kind(column), table.dates)
        } catch {
            throw problem(column, error.what, error.remedy)
        }
    }

    /// Month and day of a date that says no year, see `Cell.monthAndDay(_:)`; nil where the cell is anything else.
    package func monthAndDay(_ column: Int?) -> (month: Int, day: Int)? { Cell.monthAndDay(self[column]) }

    private func kind(_ column: Int?) -> CellKind { column.map { cells.kind($0) } ?? .unknown }

    /// An error at this row, or at one of its cells.
    package func problem(_ column: Int?, _ what: Notice, _ remedy: Notice) -> TabularError {
        let name = column.flatMap { table.columns.indices.contains($0) ? table.columns[$0] : nil }
        return TabularError(file: file, line: line, column: name, what: what, remedy: remedy)
    }
}
