import Domain
import Tabular

/// A daily report that is to be imported: opened once, its columns found.
package struct OpenedSelfReports: Sendable {
    let table: TableFile
    let columns: SelfReportColumns
    /// Whether a person named the format.
    let isFormatNamed: Bool
    /// The year that a person says of dates without one; `nil` where nobody does.
    var saidYear: Int?

    /// Throws where a column is missing or there twice, or a unit in the header is none that is known.
    init(_ table: TableFile, isFormatNamed: Bool) throws(ServiceError) {
        do throws(TabularError) {
            columns = try SelfReportColumns(table)
        } catch {
            throw ServiceError(.usage, [error.noticeOfImport])
        }
        (self.table, self.isFormatNamed) = (table, isFormatNamed)
    }

    /// What the dates of the whole file say of their years.
    func year() throws(TabularError) -> SelfReportYear {
        var year = SelfReportYear(said: saidYear)
        let (rows, place) = (try table.rows(), columns.places[.day])
        while let record = try rows.nextRow() {
            if case .success(let row) = record { year.add(row, place) }
        }
        return year
    }
}
