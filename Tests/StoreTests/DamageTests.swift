import Domain
import Store
import Testing

/// Every cell that was made from others is made again and held against itself.
@Suite("Damage done by hand is named")
struct DamageTests {
    /// A table, a column of it, and what disagrees where any of its cells is changed.
    struct Column: CustomTestStringConvertible, Sendable {
        let table: String
        let name: String
        let what: Disagreement.What

        var testDescription: String { "\(table).\(name)" }
    }

    private static let columns: [Column] =
        of("credit", ["share_bp", "gross_fen", "paid_fen", "refunded_fen", "grams"], .creditsOfLines)
        + of("order_line", ["refunded_fen"], .refundsOfLines) + of("order_line", ["day"], .readSums)
        + of("orders", ["read_fen", "header_gap_fen"], .readSums) + of("refund", ["refunded_fen"], .readSums)
        + of(
            "daily", ["lines", "gross_fen", "paid_fen", "refunded_fen", "grams", "weighed_paid_fen"],
            .dailySums)
        + of("daily", ["orders"], .sharedOrders) + of("daily_order", ["is_whole"], .sharedOrders)
        + of(
            "daily_read",
            [
                "read_fen", "header_gap_fen", "refunds_read_fen", "orphan_refund_fen", "orphan_refunds",
                "not_sales_orders", "not_sales_lines", "not_sales_paid_fen", "not_sales_refunded_fen",
            ], .readSums)
        + of("daily_booked", ["paid_fen", "refunded_fen", "grams"], .bookedSums)
        + of(
            "pending",
            ["lines", "gross_fen", "paid_fen", "weighed_paid_fen", "refunded_fen", "grams", "day", "county"],
            .bookings)

    private static func of(_ table: String, _ names: [String], _ what: Disagreement.What) -> [Column] {
        names.map { Column(table: table, name: $0, what: what) }
    }

    @Test("of any row that is changed in a column of derived values", arguments: columns)
    func damage(column: Column) async throws {
        let temporary = try await TemporaryStore.sample()
        let key = try await temporary.ask(
            "SELECT group_concat(name) FROM pragma_table_info('\(column.table)') WHERE pk > 0")
        let rows = try await temporary.ask(
            "SELECT count(*) FROM \(column.table) WHERE \(column.name) IS NOT NULL")
        let count = try #require(Int(rows[0][0]))
        #expect(count > 1)
        for row in 0..<count {
            // The cell of one row, told by its key, and back again.
            func change(by difference: Int) throws {
                try temporary.damage(
                    """
                    UPDATE \(column.table) SET \(column.name) = \(column.name) + \(difference) WHERE (\(key[0][0])) IN (
                        SELECT \(key[0][0]) FROM \(column.table) WHERE \(column.name) IS NOT NULL
                        ORDER BY line_or_key LIMIT 1 OFFSET \(row))
                    """.replacing("line_or_key", with: key[0][0]))
            }
            try change(by: -1)
            let found = try await temporary.store.disagreements()
            #expect(found.contains { $0.what == column.what && $0.count > 0 }, "row \(row)")
            try change(by: 1)
        }
        #expect(try await temporary.store.disagreements().isEmpty)
    }

    @Test("and nothing is named in a sound store")
    func sound() async throws {
        #expect(try await TemporaryStore.sample().store.disagreements().isEmpty)
    }

    @Test("a line without goods, and a credit without its line, are named")
    func missing() async throws {
        let temporary = try await TemporaryStore.sample()
        try temporary.damage("DELETE FROM goods")
        try temporary.damage(
            "PRAGMA foreign_keys = OFF; UPDATE credit SET line = line + 7 WHERE order_key = 1")
        let found = try await temporary.store.disagreements().map(\.what)
        #expect(found.contains(.goods) && found.contains(.creditsOfLines))
    }
}
