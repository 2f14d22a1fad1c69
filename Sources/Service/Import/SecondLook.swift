import Domain
import Platforms
import Reports
import Tabular

/// A second reading of a file's rows as they stand there, for what mapping does not tell: whether its own totals fit, and which
/// cells a row has that could not be read.
struct SecondLook {
    /// What the file's last row of totals says, beside the rows that could be read.
    private(set) var totals: [ImportNote.Total] = []
    /// The rows to mend.
    private(set) var unreadable: UnreadableRows

    /// Reads the rows again; `first` is the reading before, at its end.
    init(
        at file: OpenedFile, behind first: TableRows, _ examination: FileExamination
    ) throws(TabularError) {
        unreadable = UnreadableRows(of: file)
        let stated = first.totals.last.map { Self.amounts($0, file.table) } ?? [:]
        let reasons = Dictionary(
            examination.parked.rows.compactMap { row in row.line.map { ($0, row.sentence) } }
        ) { first, _ in first }
        guard !stated.isEmpty || !reasons.isEmpty else { return }
        var sums = stated.mapValues { _ in Int64(0) }
        let rows = try file.table.rows()
        while let record = try rows.nextRow() {
            guard case .success(let row) = record else { continue }
            if let reason = reasons[row.line] { unreadable.add(row, reason) }
            if !examination.parkedLines.contains(row.line) { Self.add(row, to: &sums) }
        }
        let subtotals = first.totals.map { Self.amounts($0, file.table) }
        totals = sums.sorted { $0.key < $1.key }.compactMap { column, read in
            guard let last = first.totals.last, let amount = stated[column] else { return nil }
            // A total for each page, and none for the whole file.
            let whole = subtotals.compactMap { $0[column] }.reduce(0, &+)
            let isOfPages = first.totalCount == first.totals.count && whole == read
            return ImportNote.Total(
                line: last.line, column: file.table.columns[column], stated: isOfPages ? whole : amount,
                read: read)
        }
    }

    /// The amounts in the columns that are read, of a row of totals.
    private static func amounts(_ row: TableRow, _ table: TableFile) -> [Int: Int64] {
        var amounts: [Int: Int64] = [:]
        for column in table.columnsRead {
            if let amount = try? row.fen(column), amount.magnitude <= amountFenMax.magnitude {
                amounts[column] = amount
            }
        }
        return amounts
    }

    /// A column that holds something else than amounts, ids above all, is compared with nothing.
    private static func add(_ row: TableRow, to sums: inout [Int: Int64]) {
        for (column, sum) in sums {
            let cell: Int64
            do throws(TabularError) {
                cell = try row.fen(column) ?? 0
            } catch {
                sums[column] = nil
                continue
            }
            let (next, isTooMuch) = sum.addingReportingOverflow(cell)
            sums[column] = isTooMuch || cell.magnitude > amountFenMax.magnitude ? nil : next
        }
    }
}
