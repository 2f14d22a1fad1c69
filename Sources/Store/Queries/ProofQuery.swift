import Domain
import GRDB

/// Adds up both sides of the proof: what was read, and what credits and journal make of it.
enum ProofQuery {
    /// The proof of a report, whose sheets come to `sheets`.
    static func proof(
        _ database: Database, scope: ReportScope, sheets: SheetTotals
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
                FROM daily_read WHERE day BETWEEN ? AND ? AND \(buyers)
                """, arguments: days)
        {
            proof.readFen = row[0]
            proof.headerGapFen = row[1]
            proof.refundsReadFen = row[2]
            proof.orphanRefundFen = row[3]
            notSales = NotSales()
            notSales.orders = row[4]
            notSales.lines = row[5]
            notSales.paidFen = row[6]
            proof.notSalesFen = row[6]
            proof.notSalesRefundedFen = row[7]
        }
        proof.creditedFen = sheets.creditedFen
        proof.unassignedFen = sheets.unassignedFen
        proof.refundedFen = sheets.refundedFen + proof.notSalesRefundedFen
        try addJournal(&proof, database, scope)
        proof.parkedRecords = try Int64.fetchOne(database, sql: "SELECT count(*) FROM parked") ?? 0
        return (proof, notSales)
    }

    /// The journal books both legs; the headline's lines are those of its sell leg.
    private static func addJournal(_ proof: inout Proof, _ database: Database, _ scope: ReportScope) throws {
        let leg = scope.leg == .buy ? Leg.buy.rawValue : Leg.sell.rawValue
        let arguments: StatementArguments = [scope.from.stored, scope.to.stored, leg]
        proof.journalNetFen =
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT coalesce(sum(paid_fen - refunded_fen), 0) FROM daily_booked
                    WHERE day BETWEEN ? AND ? AND leg = ?
                    """, arguments: arguments) ?? 0
        proof.pendingFen =
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT coalesce(sum(paid_fen - refunded_fen), 0) FROM posting
                    WHERE posting > coalesce((SELECT last_posting FROM batch ORDER BY batch DESC LIMIT 1), 0)
                        AND day BETWEEN ? AND ? AND leg = ?
                    """, arguments: arguments) ?? 0
    }
}
