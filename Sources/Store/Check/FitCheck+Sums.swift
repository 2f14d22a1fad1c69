/// Sums that are kept, held against what they are sums of.
extension FitCheck {
    static let sums = [
        daily, dailyOrder, dailyRead, bookings, dailyBooked, daysBooked, entriesOfBatches, creditsOfLines,
    ]

    /// A check of a table of sums: `expected` are rows of all keys and sums, however many to a key.
    private static func ofSums(
        _ table: String, keys: String, shown: String, _ sums: [String], with: String = "",
        expected: String, stored: String? = nil
    ) -> FitCheck {
        let kept = sums.map { "\($0) AS kept_\($0), 0 AS \($0)" }.joined(separator: ", ")
        let due = sums.map { "0 AS kept_\($0), \($0)" }.joined(separator: ", ")
        let pairs = sums.map { "sum(kept_\($0)) AS kept_\($0), sum(\($0)) AS \($0)" }.joined(separator: ", ")
        let differ = sums.map { "sum(kept_\($0)) <> sum(\($0))" }.joined(separator: " OR ")
        return FitCheck(
            table, sums,
            """
            \(with) SELECT \(shown), \(pairs) FROM (
                SELECT \(keys), \(due) FROM (\(expected)) UNION ALL
                SELECT \(keys), \(kept) FROM \(stored ?? table))
            GROUP BY \(keys) HAVING \(differ)
            """)
    }

    private static let cellKeys = "day, shop, source, leg, is_organisation, party, reason, county, category"

    /// The cells of the credits, as `Books` makes them: the legs apart, and the headline of organisations' orders.
    private static let legs = """
        cell AS (
            SELECT l.day, o.shop, o.source, o.purchaser <> 0 AS is_organisation, c.leg, c.party, c.reason,
                CASE WHEN l.origin > 999999 THEN l.origin / 1000000 ELSE l.origin END AS county, l.category,
                o.order_key, c.line, c.gross_fen, c.paid_fen, c.refunded_fen, coalesce(c.grams, 0) AS grams,
                CASE WHEN c.grams IS NULL THEN 0 ELSE c.paid_fen END AS weighed_paid_fen,
                EXISTS (SELECT 1 FROM credit s WHERE s.order_key = c.order_key AND s.line = c.line AND s.leg = 1
                    AND s.party <> 0) OR NOT EXISTS (SELECT 1 FROM credit b WHERE b.order_key = c.order_key
                    AND b.line = c.line AND b.leg = 2 AND b.party <> 0) AS is_sold
            FROM credit c JOIN orders o ON o.order_key = c.order_key
                JOIN order_line l ON l.order_key = c.order_key AND l.line = c.line),
        legs AS (
            SELECT * FROM cell UNION ALL
            SELECT day, shop, source, is_organisation, 3, party, reason, county, category, order_key, line, gross_fen,
                paid_fen, refunded_fen, grams, weighed_paid_fen, is_sold
            FROM cell WHERE is_organisation AND leg = CASE WHEN is_sold THEN 1 ELSE 2 END)
        """

    private static let daily = ofSums(
        "daily", keys: cellKeys, shown: "shop, NULL, NULL, day, NULL",
        ["lines", "gross_fen", "paid_fen", "refunded_fen", "grams", "weighed_paid_fen"], with: "WITH \(legs)",
        expected: """
            SELECT \(cellKeys), 1 AS lines, gross_fen, paid_fen, refunded_fen, grams, weighed_paid_fen FROM legs
            """)

    /// An order that lies in one cell of its leg is counted there, the others stand one by one.
    private static let dailyOrder = FitCheck(
        "daily + daily_order", "is_whole", "orders",
        sql: """
            WITH \(legs), cell_of AS (SELECT DISTINCT \(cellKeys), order_key FROM legs),
            counted AS (
                SELECT *, count(*) OVER of_leg AS cells, min(day) OVER of_leg = max(day) OVER of_leg AS is_whole
                FROM cell_of WINDOW of_leg AS (PARTITION BY order_key, leg))
            SELECT shop, (SELECT order_id FROM orders o WHERE o.order_key = k.order_key), NULL, day, NULL,
                sum(kept_whole), sum(is_whole), sum(kept), sum(orders)
            FROM (
                SELECT \(cellKeys), 0 AS order_key, 0 AS kept_whole, 0 AS is_whole, 0 AS kept, 1 AS orders
                FROM counted WHERE cells = 1 UNION ALL
                SELECT \(cellKeys), order_key, 0, is_whole, 0, 1 FROM counted WHERE cells > 1 UNION ALL
                SELECT \(cellKeys), 0, 0, 0, orders, 0 FROM daily UNION ALL
                SELECT \(cellKeys), order_key, is_whole, 0, 1, 0 FROM daily_order) k
            GROUP BY \(cellKeys), order_key
            HAVING sum(kept_whole) <> sum(is_whole) OR sum(kept) <> sum(orders)
            """)

    /// What was read, as `Books` adds it up: headers on their own day, lines of other days moved there, lines that are no
    /// sales, refunds on the day of their line, and orphans on their own.
    private static let dailyRead = ofSums(
        "daily_read", keys: "day, is_organisation, shop, source", shown: "shop, NULL, NULL, day, NULL",
        [
            "read_fen", "header_gap_fen", "refunds_read_fen", "orphan_refund_fen", "orphan_refunds",
            "not_sales_orders", "not_sales_lines", "not_sales_paid_fen", "not_sales_refunded_fen",
        ],
        expected: """
            SELECT day, purchaser <> 0 AS is_organisation, shop, source, read_fen, header_gap_fen,
                0 AS refunds_read_fen, 0 AS orphan_refund_fen, 0 AS orphan_refunds, 0 AS not_sales_orders,
                0 AS not_sales_lines, 0 AS not_sales_paid_fen, 0 AS not_sales_refunded_fen
            FROM orders
            UNION ALL
            SELECT l.day, o.purchaser <> 0, o.shop, o.source, CASE WHEN l.day = o.day THEN 0 ELSE l.paid_fen END,
                0, 0, 0, 0, CASE WHEN l.not_sale IS NULL OR EXISTS (SELECT 1 FROM order_line f
                    WHERE f.order_key = l.order_key AND f.line < l.line AND f.not_sale IS NOT NULL) THEN 0 ELSE 1 END,
                l.not_sale IS NOT NULL, CASE WHEN l.not_sale IS NULL THEN 0 ELSE l.paid_fen END,
                CASE WHEN l.not_sale IS NULL THEN 0 ELSE l.refunded_fen END
            FROM order_line l JOIN orders o ON o.order_key = l.order_key
            UNION ALL
            SELECT o.day, o.purchaser <> 0, o.shop, o.source, -l.paid_fen, 0, 0, 0, 0, 0, 0, 0, 0
            FROM order_line l JOIN orders o ON o.order_key = l.order_key WHERE l.day <> o.day
            UNION ALL
            SELECT coalesce(l.day, r.day), l.line IS NOT NULL AND o.purchaser <> 0, r.shop,
                CASE WHEN l.line IS NULL THEN r.source ELSE o.source END, 0, 0, r.refunded_fen,
                CASE WHEN l.line IS NULL THEN r.refunded_fen ELSE 0 END, l.line IS NULL, 0, 0, 0, 0
            FROM refund r LEFT JOIN orders o ON o.shop = r.shop AND o.order_id = r.order_id
                LEFT JOIN order_line l ON l.order_key = o.order_key AND l.line_id = r.line_id
            WHERE r.state = 1 AND (l.line IS NOT NULL OR r.evidence <> 2)
            """)

    /// What is booked and what waits is what is credited, line by line.
    private static let bookings = ofSums(
        "entry + pending", keys: "shop, order_id, line_id, leg, party, reason, county, category, day",
        shown: "shop, order_id, line_id, day, NULL",
        ["lines", "gross_fen", "paid_fen", "weighed_paid_fen", "refunded_fen", "grams"],
        expected: """
            SELECT o.shop, o.order_id, l.line_id, l.day, c.leg, c.party, c.reason,
                CASE WHEN l.origin > 999999 THEN l.origin / 1000000 ELSE l.origin END AS county, l.category, 1 AS lines,
                c.gross_fen, c.paid_fen, CASE WHEN c.grams IS NULL THEN 0 ELSE c.paid_fen END AS weighed_paid_fen,
                c.refunded_fen, coalesce(c.grams, 0) AS grams
            FROM credit c JOIN orders o ON o.order_key = c.order_key
                JOIN order_line l ON l.order_key = c.order_key AND l.line = c.line
            """,
        stored: "(SELECT \(booked) FROM entry UNION ALL SELECT \(booked) FROM pending)")

    private static let booked = """
        shop, order_id, line_id, leg, party, reason, county, category, day, lines, gross_fen, paid_fen, weighed_paid_fen,
        refunded_fen, grams
        """

    private static let dailyBooked = ofSums(
        "daily_booked", keys: "day, leg", shown: "NULL, NULL, NULL, day, NULL",
        ["paid_fen", "refunded_fen", "grams"],
        expected: "SELECT day, leg, paid_fen, refunded_fen, grams FROM entry")

    /// A day and leg without sums has no entries, and the other way round.
    private static let daysBooked = FitCheck(
        "daily_booked", "day",
        sql: """
            SELECT NULL, NULL, NULL, day, NULL, day, NULL FROM (
                SELECT day, leg, 1 AS side FROM daily_booked UNION ALL SELECT DISTINCT day, leg, 2 FROM entry)
            GROUP BY day, leg HAVING sum(side) <> 3
            """)

    private static let entriesOfBatches = ofSums(
        "batch", keys: "batch", shown: "NULL, NULL, NULL, NULL, batch", ["entries"],
        expected: "SELECT batch, 1 AS entries FROM entry")

    /// The credits of each leg of a sale are all of it; of what is no sale there are none.
    private static let creditsOfLines = FitCheck(
        "credit", "share_bp", "gross_fen", "paid_fen", "refunded_fen", "grams",
        sql: """
            SELECT o.shop, o.order_id, l.line_id, l.day, NULL,
                coalesce(sum(c.share_bp), 0), CASE WHEN l.not_sale IS NULL THEN 10000 ELSE 0 END,
                coalesce(sum(c.gross_fen), 0), CASE WHEN l.not_sale IS NULL THEN l.gross_fen ELSE 0 END,
                coalesce(sum(c.paid_fen), 0), CASE WHEN l.not_sale IS NULL THEN l.paid_fen ELSE 0 END,
                coalesce(sum(c.refunded_fen), 0), CASE WHEN l.not_sale IS NULL THEN l.refunded_fen ELSE 0 END,
                sum(c.grams), CASE WHEN l.not_sale IS NULL THEN l.grams END
            FROM order_line l JOIN orders o ON o.order_key = l.order_key
                JOIN (SELECT 1 AS leg UNION ALL SELECT 2) g ON g.leg = 1 OR o.purchaser <> 0
                LEFT JOIN credit c ON c.order_key = l.order_key AND c.line = l.line AND c.leg = g.leg
            GROUP BY l.order_key, l.line, g.leg
            HAVING CASE WHEN l.not_sale IS NULL
                THEN coalesce(sum(c.share_bp), 0) <> 10000 OR sum(c.gross_fen) <> l.gross_fen
                    OR sum(c.paid_fen) <> l.paid_fen OR sum(c.refunded_fen) <> l.refunded_fen
                    OR sum(c.grams) IS NOT l.grams
                ELSE count(c.party) <> 0 END
            """)
}
