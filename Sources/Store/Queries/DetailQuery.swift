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
            SELECT c.day, c.party, c.channel, c.shop, c.source, c.county, c.category, c.order_id, p.region, l.room_id,
                l.sale_at_ms, c.gross_fen, c.paid_fen, \(refunded), \(grams), c.line_id
            \(Self.tables) WHERE c.day BETWEEN ? AND ? AND \(condition)
            """)
        bindDays(statement)
        while try statement.next() {
            var cell = cell(statement)
            let grams = statement.optionalInteger(14)
            cell.sums = CreditSums(
                lines: 1, grossFen: statement.integer(11), paidFen: statement.integer(12),
                refundedFen: statement.integer(13), grams: grams ?? 0,
                weighedPaidFen: grams == nil ? 0 : statement.integer(12))
            try body(cell)
        }
    }

    /// Refunds on their own day; the weight that a line lost counts on the day of its last refund.
    private func eachRefund(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        let statement = try RawStatement(
            database,
            """
            SELECT r.day, c.party, c.channel, c.shop, c.source, c.county, c.category, c.order_id, p.region, l.room_id,
                l.sale_at_ms, r.refunded_fen, c.share_bp,
                CASE WHEN r.refund_id = (SELECT x.refund_id FROM refund x WHERE x.channel = r.channel
                    AND x.shop = r.shop AND x.order_id = r.order_id AND x.line_id = r.line_id AND x.state = 1
                    ORDER BY x.refunded_at_ms DESC, x.refund_id DESC LIMIT 1)
                    THEN coalesce(c.grams - l.ordered_grams, 0) ELSE 0 END
            \(Self.tables)
            JOIN refund r ON r.channel = c.channel AND r.shop = c.shop AND r.order_id = c.order_id
                AND r.line_id = c.line_id AND r.state = 1
            WHERE r.day BETWEEN ? AND ? AND \(condition)
            """)
        bindDays(statement)
        while try statement.next() {
            var cell = cell(statement)
            cell.sums = CreditSums(
                refundedFen: Split.largestRemainder(
                    statement.integer(11), by: [statement.integer(12), 10_000 - statement.integer(12)])[0],
                grams: statement.integer(13))
            try body(cell)
        }
    }

    /// What was booked on the days, batch by batch; a line counts where it was first booked.
    private func eachPosting(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        let statement = try RawStatement(
            database,
            """
            SELECT b.booked_at_ms, c.party, c.channel, c.shop, o.source, c.county, c.category, c.order_id, p.region,
                l.room_id, l.sale_at_ms, c.paid_fen, c.refunded_fen, c.grams, c.cause, l.gross_fen, l.ordered_grams
            FROM batch b JOIN posting c ON c.posting BETWEEN b.first_posting AND b.last_posting
            JOIN orders o ON o.channel = c.channel AND o.shop = c.shop AND o.order_id = c.order_id
            LEFT JOIN order_line l ON l.channel = c.channel AND l.shop = c.shop AND l.order_id = c.order_id
                AND l.line_id = c.line_id
            LEFT JOIN place p ON p.place = o.place
            WHERE b.booked_at_ms >= ? AND b.booked_at_ms < ? AND \(condition)
            """)
        statement.bind(1, scope.from.start.milliseconds)
        statement.bind(2, scope.to.advanced(by: 1).start.milliseconds)
        while try statement.next() {
            var cell = cell(statement)
            cell.day = Instant(milliseconds: statement.integer(0)).day
            let isFirst = statement.integer(14) == Int64(JournalEntry.Cause.sale.rawValue)
            cell.sums = CreditSums(
                lines: isFirst ? 1 : 0, grossFen: isFirst ? statement.integer(15) : 0,
                paidFen: statement.integer(11),
                refundedFen: statement.integer(12), grams: statement.integer(13),
                weighedPaidFen: statement.optionalInteger(16) == nil ? 0 : statement.integer(11))
            try body(cell)
        }
    }

    private static let tables = """
        FROM credit c JOIN orders o ON o.channel = c.channel AND o.shop = c.shop AND o.order_id = c.order_id
        JOIN order_line l ON l.channel = c.channel AND l.shop = c.shop AND l.order_id = c.order_id
            AND l.line_id = c.line_id
        LEFT JOIN place p ON p.place = o.place
        """

    /// `any` counts a line by its sell credit, else by its buy credit, else as unassigned on the sell leg.
    private var condition: String {
        let other =
            "x.channel = c.channel AND x.shop = c.shop AND x.order_id = c.order_id AND x.line_id = c.line_id"
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
        let channel = NameTables.channel(row.integer(2))
        let shopID = names.shops[row.integer(3)] ?? ""
        let source = row.integer(4)
        let saleAt = Instant(milliseconds: row.integer(10))
        return CreditCell(
            day: NameTables.day(row.integer(0)), partyID: party == 0 ? nil : names.parties[party],
            channel: channel,
            shopID: shopID, source: names.sources[source] ?? "", county: Region(code: row.integer(5)),
            category: names.categories[row.integer(6)] ?? "", buyerCounty: Region(code: row.integer(8)),
            sessionID: session(names.platforms[source] ?? "", shopID, row.text(9), saleAt) ?? "",
            sums: CreditSums(),
            sharedOrder: OrderKey(channel: channel, shopID: shopID, orderID: row.text(7)))
    }
}
