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
            try eachCredit(database, isBeforeRefunds: false, body)
        case .refunded:
            try eachCredit(database, isBeforeRefunds: true, body)
            try eachRefund(database, body)
        case .booked:
            try eachPosting(database, body)
        }
    }

    private func eachCredit(
        _ database: Database, isBeforeRefunds: Bool, _ body: (CreditCell) throws -> Void
    ) throws {
        let statement = try RawStatement(
            database,
            """
            SELECT \(Self.cellColumns), l.gross_fen, l.paid_fen, l.ordered_grams
            FROM order_line l JOIN orders o ON o.order_key = l.order_key LEFT JOIN place p ON p.place = o.place
            WHERE l.sale_at_ms >= ? AND l.sale_at_ms < ?
            """)
        statement.bind(1, scope.from.start.milliseconds)
        statement.bind(2, scope.to.advanced(by: 1).start.milliseconds)
        while try statement.next() {
            var credits = try credits(statement)
            if isBeforeRefunds {
                CreditRow.share(
                    LineAmounts(
                        grossFen: statement.integer(7), paidFen: statement.integer(8), refundedFen: 0,
                        grams: statement.optionalInteger(9)), over: &credits)
            }
            for credit in credits {
                var cell = cell(statement, credit, on: credit.day)
                cell.sums = credit.sums
                try body(cell)
            }
        }
    }

    /// Refunds on their own day; the weight that a line lost counts on the day of its last refund.
    private func eachRefund(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        let statement = try RawStatement(
            database,
            """
            SELECT \(Self.cellColumns), r.day, r.refunded_fen, l.ordered_grams,
                (SELECT coalesce(sum(x.refunded_fen), 0) FROM refund x
                    WHERE \(Self.ofSameLine) AND (x.refunded_at_ms, x.refund_id) < (r.refunded_at_ms, r.refund_id)),
                EXISTS (SELECT 1 FROM refund x
                    WHERE \(Self.ofSameLine) AND (x.refunded_at_ms, x.refund_id) > (r.refunded_at_ms, r.refund_id))
            FROM refund r JOIN orders o ON o.shop = r.shop AND o.order_id = r.order_id
            JOIN order_line l ON l.order_key = o.order_key AND l.line_id = r.line_id
            LEFT JOIN place p ON p.place = o.place
            WHERE r.state = 1 AND r.day BETWEEN ? AND ?
            """)
        statement.bind(1, scope.from.stored)
        statement.bind(2, scope.to.stored)
        while try statement.next() {
            let left = try credits(statement)
            var (before, after) = (left, left)
            // What has been refunded by then is shared, not each refund: shares of a fen would go astray else.
            var amounts = LineAmounts(
                grossFen: 0, paidFen: 0, refundedFen: statement.integer(10),
                grams: statement.optionalInteger(9))
            CreditRow.share(amounts, over: &before)
            amounts.refundedFen += statement.integer(8)
            CreditRow.share(amounts, over: &after)
            let isLast = statement.integer(11) == 0
            for place in left.indices {
                var cell = cell(statement, left[place], on: statement.integer(7))
                cell.sums = CreditSums(
                    refundedFen: after[place].refundedFen - before[place].refundedFen,
                    grams: isLast ? (left[place].grams ?? 0) - (before[place].grams ?? 0) : 0)
                try body(cell)
            }
        }
    }

    /// Successful records of the line of `r`.
    private static let ofSameLine =
        "x.shop = r.shop AND x.order_id = r.order_id AND x.line_id = r.line_id AND x.state = 1"

    /// What was booked on the days, batch by batch; a line counts where it was first booked.
    private func eachPosting(_ database: Database, _ body: (CreditCell) throws -> Void) throws {
        let statement = try RawStatement(
            database,
            """
            SELECT c.shop, o.source, o.order_key, p.region, l.room_id, l.sale_at_ms, b.booked_at_ms, c.party, c.county,
                c.category, c.paid_fen, c.refunded_fen, c.grams, c.cause, l.gross_fen, l.ordered_grams
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
            var cell = cell(
                statement, Instant(milliseconds: statement.integer(6)).day, party: statement.integer(7),
                county: statement.integer(8), category: statement.integer(9))
            let isFirst = statement.integer(13) == Int64(JournalEntry.Cause.sale.rawValue)
            cell.sums = CreditSums(
                lines: isFirst ? 1 : 0, grossFen: isFirst ? statement.integer(14) : 0,
                paidFen: statement.integer(10), refundedFen: statement.integer(11),
                grams: statement.integer(12),
                weighedPaidFen: statement.optionalInteger(15) == nil ? 0 : statement.integer(10))
            try body(cell)
        }
    }

    /// What `cell` and `credits` read, in their order.
    private static let cellColumns = """
        o.shop, o.source, o.order_key, p.region, l.room_id, l.sale_at_ms, l.credits
        """

    /// The credits of the row's line that count in the scope.
    ///
    /// `any` counts a line by its sell credit, else by its buy credit, else as unassigned on the sell leg.
    private func credits(_ row: RawStatement) throws -> [CreditRow] {
        let day = Instant(milliseconds: row.integer(5)).day.stored
        let credits = try row.withBytes(6) { try LineCredits.stored($0, line: 0, day: day) }
        return switch scope.leg {
        case .sell: credits.filter { $0.leg == Int64(Leg.sell.rawValue) }
        case .buy: credits.filter { $0.leg == Int64(Leg.buy.rawValue) }
        case .any: CreditRow.headline(credits)
        }
    }

    private func cell(_ row: RawStatement, _ credit: CreditRow, on day: Int64) -> CreditCell {
        var cell = cell(
            row, NameTables.day(day), party: credit.party, county: credit.county, category: credit.category)
        cell.reason = credit.reason.flatMap { UnassignedReason(rawValue: Int($0)) }
        return cell
    }

    /// A cell of the row's order, without sums.
    private func cell(
        _ row: RawStatement, _ day: BusinessDay, party: Int64, county: Int64, category: Int64
    ) -> CreditCell {
        let shop = names.shop(row.integer(0))
        let source = row.integer(1)
        let saleAt = Instant(milliseconds: row.integer(5))
        return CreditCell(
            day: day, partyID: party == 0 ? nil : names.parties[party],
            channel: shop.channel, shopID: shop.shopID, source: names.sources[source] ?? "",
            county: Region(code: county), category: names.categories[category] ?? "",
            buyerCounty: Region(code: row.integer(3)),
            sessionID: session(names.platforms[source] ?? "", shop.shopID, row.text(4), saleAt) ?? "",
            sums: CreditSums(), sharedOrder: row.integer(2))
    }
}
