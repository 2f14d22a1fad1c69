import GRDB

extension OrderStore {
    /// Adds up the daily sums anew from credits and orders and names what differs; empty where the store agrees.
    package func disagreements() async throws(StoreError) -> [String] {
        try await read { database in
            var found: [String] = []
            let wrong = try SheetCheck(database).wrongSheets()
            if wrong > 0 { found.append("每日汇总与明细：\(wrong) 处不一致") }
            for (name, sql) in Self.checks {
                let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM (\(sql))") ?? 0
                if count > 0 { found.append("\(name)：\(count) 处不一致") }
            }
            return found
        }
    }

    /// Each query returns the rows where two sides that must agree don't.
    private static let checks: [(String, String)] = [
        (
            "账簿与归属",
            """
            SELECT day, leg, party FROM (
                SELECT day, leg, party, paid_fen AS p, refunded_fen AS r, coalesce(grams, 0) AS g FROM credit
                UNION ALL SELECT day, leg, party, -paid_fen, -refunded_fen, -grams FROM posting
            ) GROUP BY day, leg, party HAVING sum(p) <> 0 OR sum(r) <> 0 OR sum(g) <> 0
            """
        ),
        (
            "订单行与归属",
            """
            SELECT order_key, line FROM (
                SELECT order_key, line, paid_fen AS p FROM order_line WHERE not_sale IS NULL
                UNION ALL SELECT order_key, line, -paid_fen FROM credit WHERE leg = 1
            ) GROUP BY order_key, line HAVING sum(p) <> 0
            """
        ),
        (
            "售后与归属",
            """
            SELECT shop, order_id, line_id FROM (
                SELECT shop, order_id, line_id, refunded_fen AS r FROM credit JOIN order_line USING (order_key, line)
                    JOIN orders USING (order_key) WHERE leg = 1
                UNION ALL SELECT shop, order_id, line_id, -refunded_fen FROM refund WHERE state = 1 AND EXISTS (
                    SELECT 1 FROM orders o JOIN order_line l USING (order_key) WHERE o.shop = refund.shop
                    AND o.order_id = refund.order_id AND l.line_id = refund.line_id AND l.not_sale IS NULL)
            ) GROUP BY shop, order_id, line_id HAVING sum(r) <> 0
            """
        ),
        (
            "读取合计与订单表头",
            """
            SELECT sum(p), sum(g) FROM (
                SELECT header_paid_fen AS p, header_gap_fen AS g FROM orders
                UNION ALL SELECT -read_fen, -header_gap_fen FROM daily_read
            ) HAVING sum(p) <> 0 OR sum(g) <> 0
            """
        ),
    ]
}
