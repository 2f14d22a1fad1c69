package import Domain
import GRDB

extension OrderStore {
    /// The orders that after-sales of a source wait for, those first that were asked for longest ago, or never.
    ///
    /// Left out is an order of which the line alone is missing, one that stands among the parked records (the platform has
    /// given it), and one that was asked for after `askedBefore`: its page, by the feed `lookup`, tells when.
    package func missingOrders(
        of source: String, lookup: String, askedBefore: Instant, limit: Int
    ) async throws(StoreError) -> [OrderKey] {
        try await read { database in
            let number = try Int64.fetchOne(
                database, sql: "SELECT source FROM source WHERE name = ?", arguments: [source])
            guard let number else { return [] }
            let missing = try Row.fetchAll(database, sql: Self.missingSQL, arguments: ["source": number])
            // Pages have no index for it; they are gone through where something is missing only.
            if missing.isEmpty { return [] }
            let asked = try Self.asked(of: number, lookup: lookup, database)
            let names = try NameTables(database)
            let orders = missing.map { row in
                let shop = names.shop(row[0])
                return OrderKey(channel: shop.channel, shopID: shop.shopID, orderID: row[1])
            }
            return Array(
                orders.map { (asked: asked[PageFacts.cursor(of: $0)] ?? .min, order: $0) }
                    .filter { $0.asked <= askedBefore.milliseconds }
                    .sorted { ($0.asked, $0.order.orderID) < ($1.asked, $1.order.orderID) }
                    .map(\.order).prefix(limit))
        }
    }

    /// When each order was asked for last, in milliseconds, by the cursor of its page.
    private static func asked(
        of source: Int64, lookup: String, _ database: Database
    ) throws -> [String: Int64] {
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT cursor, max(fetched_at_ms) FROM page WHERE source = ? AND feed = ? GROUP BY cursor",
            arguments: [source, lookup])
        var asked: [String: Int64] = [:]
        while let row = try rows.next() { asked[row[0]] = row[1] }
        return asked
    }

    /// From the days that have orphans, in this order of the tables: few days have any, however large the store is.
    static let missingSQL = """
        SELECT DISTINCT r.shop, r.order_id
        FROM daily_read d CROSS JOIN refund r ON r.day = d.day AND r.shop = d.shop AND r.source = d.source
        WHERE d.orphan_refunds <> 0 AND d.source = :source
            AND r.state = \(Refund.State.succeeded.rawValue) AND r.evidence = \(RefundEvidence.record.rawValue)
            AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop = r.shop AND o.order_id = r.order_id)
            AND NOT EXISTS (SELECT 1 FROM parked p JOIN page g ON g.page = p.page WHERE p.order_id = r.order_id
                AND p.source = r.source AND NOT p.is_after_sale AND g.window_from_ms IS NOT NULL)
        """
}
