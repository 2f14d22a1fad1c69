import Domain
import GRDB

/// Adds up both sides of the proof: what was read, and what credits and journal make of it.
enum ProofQuery {
    /// The proof of a report, whose cells come to `cells`.
    static func proof(
        _ database: Database, scope: ReportScope, cells: CellTotals
    ) throws -> (Proof, NotSales) {
        var proof = Proof()
        var notSales = NotSales()
        let days: StatementArguments = [scope.from.stored, scope.to.stored]
        let buyers = scope.leg == .buy ? "is_organisation = 1" : "1 = 1"
        if let row = try Row.fetchOne(
            database,
            sql: """
                SELECT coalesce(sum(read_fen), 0), coalesce(sum(header_gap_fen), 0),
                    coalesce(sum(refunds_read_fen), 0), coalesce(sum(orphan_refund_fen), 0),
                    coalesce(sum(not_sales_orders), 0), coalesce(sum(not_sales_lines), 0),
                    coalesce(sum(not_sales_paid_fen), 0), coalesce(sum(not_sales_refunded_fen), 0)
                FROM (SELECT shop AS own FROM shop) CROSS JOIN daily_read ON shop = own
                WHERE day BETWEEN ? AND ? AND \(buyers)
                """, arguments: days)
        {
            proof.readFen = row[0]
            proof.headerGapFen = row[1]
            proof.refundsReadFen = row[2]
            proof.orphanRefundFen = row[3]
            notSales.orders = row[4]
            notSales.lines = row[5]
            notSales.paidFen = row[6]
            proof.notSalesFen = row[6]
            proof.notSalesRefundedFen = row[7]
        }
        proof.creditedFen = cells.creditedFen
        proof.unassignedFen = cells.unassignedFen
        proof.refundedFen = cells.refundedFen + proof.notSalesRefundedFen
        // The journal books both legs; the headline's lines are those of its sell leg.
        let leg = scope.leg == .buy ? Leg.buy.rawValue : Leg.sell.rawValue
        (proof.journalNetFen, _) = try net(database, "daily_booked", days, leg)
        (proof.pendingFen, proof.pendingEntries) = try net(database, "pending", days, leg)
        proof.parkedRecords =
            try Int64.fetchOne(database, sql: parkedSQL)
            ?? 0
        proof.unknownPaidLines = try unknownPaidLines(database, scope, days)
        return (proof, notSales)
    }

    /// What people say was sold is no sale, whether it could be read or not.
    private static let parkedSQL = """
        SELECT count(*) FROM parked WHERE dismissed_at_ms IS NULL AND source NOT IN (
            SELECT source FROM source WHERE platform = '\(SelfReport.source)')
        """

    /// Few lists leave an amount open: an index holds those lines alone.
    private static func unknownPaidLines(
        _ database: Database, _ scope: ReportScope, _ days: StatementArguments
    ) throws -> Int64 {
        let buyers =
            scope.leg == .buy
            ? "AND EXISTS (SELECT 1 FROM credit c WHERE c.order_key = l.order_key AND c.line = l.line AND c.leg = 2)"
            : ""
        return try Int64.fetchOne(
            database,
            sql: """
                SELECT count(*) FROM order_line l WHERE l.paid_origin = \(AmountOrigin.unknown.rawValue)
                    AND l.not_sale IS NULL AND l.day BETWEEN ? AND ? \(buyers)
                """, arguments: days) ?? 0
    }

    private static func net(
        _ database: Database, _ table: String, _ days: StatementArguments, _ leg: Int
    ) throws -> (netFen: Int64, rows: Int64) {
        let sql = """
            SELECT coalesce(sum(paid_fen - refunded_fen), 0), count(*) FROM \(table)
            WHERE day BETWEEN ? AND ? AND leg = ?
            """
        guard let row = try Row.fetchOne(database, sql: sql, arguments: days + [leg]) else { return (0, 0) }
        return (row[0], row[1])
    }
}
