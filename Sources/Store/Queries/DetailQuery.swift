import Domain
import GRDB

/// Reads credits line by line, for what the daily sums don't hold: buyers' counties, sessions, other datings.
struct DetailQuery {
    let scope: ReportScope
    let names: NameTables
    /// The live session of a sale: platform, shop, room, instant.
    let session: @Sendable (String, String, String, Instant) -> String?

    /// Hands a cell per line and credit to the closure; every cell names its order.
    func each(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        switch scope.dated {
        case .paid:
            try eachCredit(database, refunded: "c.refunded_fen", grams: "c.grams", body)
        case .refunded:
            try eachCredit(database, refunded: "0", grams: "l.ordered_grams", body)
            try eachRefund(database, body)
        case .booked:
            try eachPosting(database, body)
        }
    }

    private func eachCredit(
        _ database: Database, refunded: String, grams: String, _ body: (CreditCell) throws -> Void
    ) throws {
        let statement = try RawStatement(
            database,
            """
            SELECT c.day, c.party, o.shop, o.source, c.county, c.category, c.order_key, p.region, l.room_id,
                l.sale_at_ms, c.gross_fen, c.paid_fen, \(refunded), \(grams)
            \(Self.tables) WHERE c.day BETWEEN ? AND ? AND \(condition)
            """)
        bindDays(statement)
        while try statement.next() {
            var cell = cell(statement)
            let grams = statement.optionalInteger(13)
            cell.sums = CreditSums(
                lines: 1, grossFen: statement.integer(10), paidFen: statement.integer(11),
                refundedFen: statement.integer(12), grams: grams ?? 0,
                weighedPaidFen: grams == nil ? 0 : statement.integer(11))
            try body(cell)
        }
    }

    /// Refunds on their own day; the weight that a line lost counts on the day of its last refund.
    private func eachRefund(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        let statement = try RawStatement(
            database,
            """
            SELECT r.day, c.party, o.shop, o.source, c.county, c.category, c.order_key, p.region, l.room_id,
                l.sale_at_ms, r.refunded_fen, c.share_bp,
                CASE WHEN r.refund_id = (SELECT x.refund_id FROM refund x
                    WHERE x.shop = r.shop AND x.order_id = r.order_id AND x.line_id = r.line_id AND x.state = 1
                    ORDER BY x.refunded_at_ms DESC, x.refund_id DESC LIMIT 1)
                    THEN coalesce(c.grams - l.ordered_grams, 0) ELSE 0 END
            \(Self.tables)
            JOIN refund r ON r.shop = o.shop AND r.order_id = o.order_id AND r.line_id = l.line_id AND r.state = 1
            WHERE r.day BETWEEN ? AND ? AND \(condition)
            """)
        bindDays(statement)
        while try statement.next() {
            var cell = cell(statement)
            cell.sums = CreditSums(
                refundedFen: Split.largestRemainder(
                    statement.integer(10), by: [statement.integer(11), 10_000 - statement.integer(11)])[0],
                grams: statement.integer(12))
            try body(cell)
        }
    }

    /// What was booked on the days, batch by batch; a line counts where it was first booked.
    private func eachPosting(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        let statement = try RawStatement(
            database,
            """
            SELECT b.booked_at_ms, c.party, c.shop, o.source, c.county, c.category, o.order_key, p.region, l.room_id,
                l.sale_at_ms, c.paid_fen, c.refunded_fen, c.grams, c.cause, l.gross_fen, l.ordered_grams
            FROM batch b JOIN posting c ON c.posting BETWEEN b.first_posting AND b.last_posting
            JOIN orders o ON o.shop = c.shop AND o.order_id = c.order_id
            LEFT JOIN order_line l ON l.order_key = o.order_key AND l.line_id = c.line_id
            LEFT JOIN place p ON p.place = o.place
            WHERE b.booked_at_ms >= ? AND b.booked_at_ms < ? AND c.leg = ?
            """)
        statement.bind(1, scope.from.start.milliseconds)
        statement.bind(2, scope.to.advanced(by: 1).start.milliseconds)
        // The journal knows no headline.
        statement.bind(3, Int64(scope.leg == .buy ? Leg.buy.rawValue : Leg.sell.rawValue))
        while try statement.next() {
            var cell = cell(statement)
            cell.day = Instant(milliseconds: statement.integer(0)).day
            let isFirst = statement.integer(13) == Int64(JournalEntry.Cause.sale.rawValue)
            cell.sums = CreditSums(
                lines: isFirst ? 1 : 0, grossFen: isFirst ? statement.integer(14) : 0,
                paidFen: statement.integer(10), refundedFen: statement.integer(11),
                grams: statement.integer(12),
                weighedPaidFen: statement.optionalInteger(15) == nil ? 0 : statement.integer(10))
            try body(cell)
        }
    }

    private static let tables = """
        FROM credit c JOIN orders o ON o.order_key = c.order_key
        JOIN order_line l ON l.order_key = c.order_key AND l.line = c.line
        LEFT JOIN place p ON p.place = o.place
        """

    /// `any` counts a line by its sell credit, else by its buy credit, else as unassigned on the sell leg.
    private var condition: String {
        let other = "x.order_key = c.order_key AND x.line = c.line"
        let isSold = "EXISTS (SELECT 1 FROM credit x WHERE \(other) AND x.leg = 1 AND x.party <> 0)"
        let isBought = "EXISTS (SELECT 1 FROM credit x WHERE \(other) AND x.leg = 2 AND x.party <> 0)"
        return switch scope.leg {
        case .sell: "c.leg = 1"
        case .buy: "c.leg = 2"
        case .any: "c.leg = CASE WHEN \(isSold) OR NOT \(isBought) THEN 1 ELSE 2 END"
        }
    }

    private func bindDays(_ statement: RawStatement) {
        statement.bind(1, scope.from.stored)
        statement.bind(2, scope.to.stored)
    }

    private func cell(_ row: RawStatement) -> CreditCell {
        let party = row.integer(1)
        let shop = names.shop(row.integer(2))
        let source = row.integer(3)
        let saleAt = Instant(milliseconds: row.integer(9))
        return CreditCell(
            day: NameTables.day(row.integer(0)), partyID: party == 0 ? nil : names.parties[party],
            channel: shop.channel, shopID: shop.shopID, source: names.sources[source] ?? "",
            county: Region(code: row.integer(4)), category: names.categories[row.integer(5)] ?? "",
            buyerCounty: Region(code: row.integer(7)),
            sessionID: session(names.platforms[source] ?? "", shop.shopID, row.text(8), saleAt) ?? "",
            sums: CreditSums(), sharedOrder: row.integer(6))
    }
}
