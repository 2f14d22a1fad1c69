import Domain
import GRDB

/// All lines with their credits, order by order, for checks that add everything up anew.
enum CreditedLines {
    /// A line as a check needs it.
    struct Line {
        var order: StoredHeader
        /// What a sale line was paid; 0 for a line that is no sale, which has no credits.
        var salePaidFen: Int64
        /// What its successful after-sale records come to, on a sale line.
        var refundedFen: Int64
        /// `nil` where they cannot be read.
        var credits: [CreditRow]?
    }

    /// Hands the lines of one order after the other to the closure.
    static func eachOrder(_ database: Database, _ body: ([Line]) throws -> Void) throws {
        let rows = try RawStatement(database, sql)
        var lines: [Line] = []
        while try rows.next() {
            if let last = lines.last, last.order.order != rows.integer(0) {
                try body(lines)
                lines = []
            }
            lines.append(line(rows, place: lines.count))
        }
        if !lines.isEmpty { try body(lines) }
    }

    private static func line(_ row: RawStatement, place: Int) -> Line {
        let header = StoredHeader(
            order: row.integer(0), shop: row.integer(1), source: row.integer(2), isFile: false,
            updatedAtMilliseconds: 0, content: 0, day: 0, unsoldDay: 0, headerPaidFen: 0, headerGapFen: 0,
            purchaser: row.integer(3))
        let isSale = row.optionalInteger(4) != nil
        let day = Instant(milliseconds: row.integer(4)).day.stored
        return Line(
            order: header, salePaidFen: isSale ? row.integer(5) : 0,
            refundedFen: isSale ? row.integer(6) : 0,
            credits: row.withBytes(7) { LineCredits.read($0, line: place, day: day) })
    }

    private static let sql = """
        SELECT l.order_key, o.shop, o.source, o.purchaser, l.sale_at_ms, l.paid_fen,
            (SELECT coalesce(sum(r.refunded_fen), 0) FROM refund r WHERE r.shop = o.shop
                AND r.order_id = o.order_id AND r.line_id = l.line_id AND r.state = 1), l.credits
        FROM order_line l JOIN orders o ON o.order_key = l.order_key ORDER BY l.order_key, l.line
        """
}
