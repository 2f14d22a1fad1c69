package import Domain
import GRDB

extension OrderStore {
    /// What was said of days, both included, by who says it or by day, and how many rows of daily reports could not be read.
    package func selfReports(
        from: BusinessDay, to: BusinessDay, by key: SelfReportSums.Grouping
    ) async throws(StoreError) -> (groups: [SelfReportSums.Group], parked: Int64) {
        try await read { database in
            let (columns, order) =
                switch key {
                case .reporter: ("r.reporter, r.region, NULL", "r.region, r.reporter")
                case .day: ("'', '', r.day", "r.day")
                }
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT \(columns), count(*), coalesce(sum(r.fen), 0), coalesce(sum(r.grams), 0),
                        coalesce(sum(r.orders), 0), count(*) - count(r.fen), count(*) - count(r.grams),
                        count(*) - count(r.orders)
                    FROM self_report r WHERE r.day BETWEEN ? AND ? GROUP BY \(order) ORDER BY \(order)
                    """, arguments: [from.stored, to.stored])
            let parked = try Int64.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM parked p JOIN source s ON s.source = p.source
                    WHERE s.platform = ? AND p.dismissed_at_ms IS NULL
                    """, arguments: [SelfReport.source])
            return (rows.map(Self.group), parked ?? 0)
        }
    }

    private static func group(_ row: Row) -> SelfReportSums.Group {
        var sums = SelfReportSums()
        (sums.rows, sums.fen, sums.grams, sums.orders) = (row[3], row[4], row[5], row[6])
        (sums.rowsWithoutFen, sums.rowsWithoutGrams, sums.rowsWithoutOrders) = (row[7], row[8], row[9])
        return SelfReportSums.Group(
            reporter: row[0], region: row[1], day: (row[2] as Int64?).flatMap(BusinessDay.init(stored:)),
            sums: sums)
    }
}
