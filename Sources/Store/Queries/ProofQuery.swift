import Domain
import GRDB

/// Adds up both sides of the proof: what was read, and what credits and journal make of it.
enum ProofQuery {
    static func proof(_ database: Database, scope: ReportScope) throws -> (Proof, NotSales) {
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
        if let row = try Row.fetchOne(
            database,
            sql: """
                SELECT coalesce(sum(CASE WHEN party <> 0 THEN paid_fen ELSE 0 END), 0),
                    coalesce(sum(CASE WHEN party = 0 THEN paid_fen ELSE 0 END), 0), coalesce(sum(refunded_fen), 0)
                FROM daily WHERE day BETWEEN ? AND ? AND \(CellQuery.condition(scope.leg))
                """, arguments: days)
        {
            proof.creditedFen = row[0]
            proof.unassignedFen = row[1]
            proof.refundedFen = (row[2] as Int64) + proof.notSalesRefundedFen
        }
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
                    WHERE posting > (SELECT coalesce(max(last_posting), 0) FROM batch)
                        AND day BETWEEN ? AND ? AND leg = ?
                    """, arguments: arguments) ?? 0
    }
}
