import Domain
import Tabular

/// Reads the rows of a daily report in its order, in bounded memory but for what the rows are about.
struct SelfReportReader {
    /// The reading itself: what it has passed over, and which of its rows are hidden.
    let rows: TableRows
    let year: SelfReportYear
    private let columns: SelfReportColumns
    /// On which line each thing was reported first.
    private var lines: [SelfReport.Key: Int] = [:]

    /// What a row states, or why it could not be read.
    enum Item {
        case report(SelfReport, line: Int)
        /// Also the row itself where it can be mended by itself: one that reports again what another row did is joined with
        /// that one.
        case parked(ParkedRecord, TableRow?)
    }

    /// Starts a reading; `year` is what all dates of the file come to.
    init(_ file: OpenedSelfReports, _ year: SelfReportYear) throws(TabularError) {
        rows = try file.table.rows()
        (columns, self.year) = (file.columns, year)
    }

    /// The next row; nil at the file's end.
    ///
    /// Throws only when the file itself can't be read.
    mutating func next() throws(TabularError) -> Item? {
        switch try rows.nextRow() {
        case nil: return nil
        case .failure(let error):
            // Nobody knows which of its cells is which.
            let place = error.line.map { "line \($0)" } ?? ""
            return .parked(ParkedRecord(path: place, reason: error.notice, body: "{}"), nil)
        case .success(let row): return read(SelfReportRow(row: row, columns: columns, year: year))
        }
    }

    private mutating func read(_ row: SelfReportRow) -> Item {
        let report: SelfReport
        do throws(TabularError) {
            report = try row.report()
        } catch {
            return .parked(Self.parked(row, error), row.row)
        }
        if let first = lines.updateValue(row.row.line, forKey: report.key) {
            lines[report.key] = first
            let again = row.row.problem(
                nil, Notice("reported.again", first), Notice("reported.join_rows"))
            return .parked(Self.parked(row, again), nil)
        }
        return .report(report, line: row.row.line)
    }

    private static func parked(_ row: SelfReportRow, _ error: TabularError) -> ParkedRecord {
        let key = try? row.key()
        return ParkedRecord(
            path: "line \(row.row.line)", reason: error.notice, orderID: key?.shownReporter ?? "",
            lineID: key?.shownGoods ?? "", body: row.body)
    }
}
