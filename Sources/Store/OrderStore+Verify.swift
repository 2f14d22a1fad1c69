import GRDB

extension OrderStore {
    /// Adds up the daily sums anew from credits and orders and names what differs; empty where the store agrees.
    package func disagreements() async throws(StoreError) -> [String] {
        try await read { database in
            var found: [String] = []
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
            "每日汇总与明细",
            """
            SELECT day, leg, party FROM (
                SELECT day, leg, party, paid_fen AS p, refunded_fen AS r, coalesce(grams, 0) AS g, gross_fen AS s
                FROM credit
                UNION ALL SELECT day, leg, party, -paid_fen, -refunded_fen, -grams, -gross_fen FROM daily WHERE leg < 3
            ) GROUP BY day, leg, party HAVING sum(p) <> 0 OR sum(r) <> 0 OR sum(g) <> 0 OR sum(s) <> 0
            """
        ),
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
            SELECT 1 FROM (
                SELECT day, paid_fen AS p, refunded_fen AS r FROM order_line WHERE not_sale IS NULL
                UNION ALL SELECT day, -paid_fen, -refunded_fen FROM credit WHERE leg = 1
            ) GROUP BY day HAVING sum(p) <> 0 OR sum(r) <> 0
            """
        ),
        (
            "售后与订单行",
            """
            SELECT 1 FROM order_line l WHERE refunded_fen <> (
                SELECT coalesce(sum(r.refunded_fen), 0) FROM refund r WHERE r.channel = l.channel AND r.shop = l.shop
                    AND r.order_id = l.order_id AND r.line_id = l.line_id AND r.state = 1)
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
