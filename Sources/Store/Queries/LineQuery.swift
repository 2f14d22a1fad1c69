import Domain
import GRDB

/// Reads sold lines one by one with their credits, for what the daily sums do not hold.
struct LineQuery {
    let names: NameTables

    /// Hands every line to the closure that was sold on the days or, where refunds are asked for, refunded on them.
    func each(
        _ database: Database, from: BusinessDay, to: BusinessDay, withRefunds: Bool,
        _ body: (CreditedLine) throws -> Void
    ) throws {
        let reader = try OrderReader(database)
        let rows = try RawStatement(database, Self.select(withRefunds: withRefunds))
        rows.bind(from.stored, to.stored)
        let credits = try RawStatement(
            database, CreditRows.select + " AND c.line = ? ORDER BY c.leg, c.party = 0, p.party_id")
        while try rows.next() {
            credits.bind(rows.integer(0), rows.integer(1))
            var line = line(rows)
            while try credits.next() { line.credits.append(CreditRows.row(credits, candidateIDs: [])) }
            for place in line.credits.indices { line.credits[place].line = 0 }
            if withRefunds {
                line.refunds = try reader.refunds(rows.integer(2), rows.text(11)).filter {
                    $0.lineID == rows.text(12) && $0.hasSucceeded
                }
            }
            try body(line)
        }
    }

    private static func select(withRefunds: Bool) -> String {
        let refunded = """
            OR (l.order_key, l.line) IN (
                SELECT x.order_key, x.line FROM refund r JOIN orders y ON y.shop = r.shop AND y.order_id = r.order_id
                    JOIN order_line x ON x.order_key = y.order_key AND x.line_id = r.line_id
                WHERE r.day BETWEEN ?1 AND ?2 AND r.state = 1)
            """
        return """
            SELECT l.order_key, l.line, o.shop, o.source, p.region, l.room_id, l.sale_at_ms, l.day, l.origin, l.category,
                l.ordered_grams, o.order_id, l.line_id
            FROM order_line l JOIN orders o ON o.order_key = l.order_key LEFT JOIN place p ON p.place = o.place
            WHERE l.not_sale IS NULL AND (l.day BETWEEN ?1 AND ?2 \(withRefunds ? refunded : ""))
            """
    }

    private func line(_ row: RawStatement) -> CreditedLine {
        let shop = names.shop(row.integer(2))
        let source = row.integer(3)
        let cell = CreditCell(
            day: StoredDay.day(row.integer(7)), partyID: nil, channel: shop.channel, shopID: shop.shopID,
            source: names.sources[source] ?? "", county: Region(code: row.integer(8))?.county,
            category: names.categories[row.integer(9)] ?? "", buyerCounty: Region(code: row.integer(4)),
            sums: CreditSums(), sharedOrder: row.integer(0))
        return CreditedLine(
            cell: cell, platform: names.platforms[source] ?? "", roomID: row.text(5),
            saleAt: Instant(milliseconds: row.integer(6)), orderedGrams: row.optionalInteger(10), credits: [],
            refunds: [])
    }
}

/// Reads what was booked on some days, entry by entry; a line counts on the day on which it was first booked.
struct EntryQuery {
    let names: NameTables

    /// Hands a cell per entry to the closure, with the room of the line's order, its platform and the sale instant.
    func each(
        _ database: Database, from: BusinessDay, to: BusinessDay, leg: Leg,
        _ body: (_ cell: CreditCell, _ platform: String, _ roomID: String, _ saleAt: Instant) throws -> Void
    ) throws {
        let rows = try RawStatement(
            database,
            """
            SELECT \(BookingRows.columns), b.booked_at_ms, o.source, o.order_key, p.region, l.room_id, l.sale_at_ms
            FROM batch b JOIN (SELECT batch, \(BookingRows.columns) FROM entry) e ON e.batch = b.batch
            LEFT JOIN (SELECT source, order_key, shop AS order_shop, order_id AS own_id, place FROM orders) o
                ON o.order_shop = e.shop AND o.own_id = e.order_id
            LEFT JOIN (SELECT order_key AS line_order, line_id AS own_line, room_id, sale_at_ms FROM order_line) l
                ON l.line_order = o.order_key AND l.own_line = e.line_id
            LEFT JOIN (SELECT place AS own_place, region FROM place) p ON p.own_place = o.place
            WHERE b.booked_at_ms >= ? AND b.booked_at_ms < ? AND e.leg = ?
            """)
        rows.bind(from.start.milliseconds, to.advanced(by: 1).start.milliseconds, Int64(leg.rawValue))
        while try rows.next() {
            let booking = BookingRows.booking(rows, at: 0, names)
            let source = rows.integer(17)
            let cell = CreditCell(
                day: Instant(milliseconds: rows.integer(16)).day, saleDay: booking.day,
                partyID: booking.partyID,
                reason: booking.reason, channel: booking.channel, shopID: booking.shopID,
                source: names.sources[source] ?? "", county: booking.county, category: booking.category,
                buyerCounty: Region(code: rows.integer(19)), sums: BookingRows.sums(rows, at: 0),
                sharedOrder: rows.integer(18))
            try body(
                cell, names.platforms[source] ?? "", rows.text(20), Instant(milliseconds: rows.integer(21)))
        }
    }
}
