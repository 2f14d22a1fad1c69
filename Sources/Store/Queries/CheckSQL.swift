/// Queries that find rows where there should be none.
enum CheckSQL {
    static let batches = """
        SELECT batch FROM (
            SELECT batch, 1 AS entries FROM entry UNION ALL SELECT batch, -entries FROM batch)
        GROUP BY batch HAVING sum(entries) <> 0
        """

    static let goods =
        "SELECT 1 FROM order_line l WHERE NOT EXISTS (SELECT 1 FROM goods g WHERE g.goods = l.goods)"

    static let creditsOfLines = """
        SELECT l.order_key, l.line, g.leg FROM order_line l
            JOIN orders o ON o.order_key = l.order_key
            JOIN (SELECT 1 AS leg UNION ALL SELECT 2) g ON g.leg = 1 OR o.purchaser <> 0
            LEFT JOIN credit c ON c.order_key = l.order_key AND c.line = l.line AND c.leg = g.leg
        GROUP BY l.order_key, l.line, g.leg
        HAVING CASE WHEN l.not_sale IS NULL
            THEN coalesce(sum(c.share_bp), 0) <> 10000 OR sum(c.gross_fen) <> l.gross_fen
                OR sum(c.paid_fen) <> l.paid_fen OR sum(c.refunded_fen) <> l.refunded_fen
                OR sum(c.grams) IS NOT l.grams
            ELSE count(c.party) <> 0 END
        UNION ALL
        SELECT c.order_key, c.line, c.leg FROM credit c
        WHERE NOT EXISTS (SELECT 1 FROM order_line l WHERE l.order_key = c.order_key AND l.line = c.line)
        """

    static let refundsOfLines = """
        SELECT 1 FROM order_line l JOIN orders o ON o.order_key = l.order_key
            LEFT JOIN refund r ON r.shop = o.shop AND r.order_id = o.order_id AND r.line_id = l.line_id AND r.state = 1
        GROUP BY l.order_key, l.line HAVING coalesce(sum(r.refunded_fen), 0) <> l.refunded_fen
        """

    /// The cells of the credits, as `Books` makes them: the legs apart, and the headline of organisations' orders.
    private static let cells = """
        WITH cell AS (
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

    static let dailySums = """
        SELECT 1 FROM (
            \(cells)
            SELECT day, shop, source, leg, is_organisation, party, reason, county, category, count(*) AS lines,
                sum(gross_fen) AS gross_fen, sum(paid_fen) AS paid_fen, sum(refunded_fen) AS refunded_fen,
                sum(grams) AS grams, sum(weighed_paid_fen) AS weighed_paid_fen
            FROM legs GROUP BY day, shop, source, leg, is_organisation, party, reason, county, category
            UNION ALL
            SELECT day, shop, source, leg, is_organisation, party, reason, county, category, -lines, -gross_fen,
                -paid_fen, -refunded_fen, -grams, -weighed_paid_fen FROM daily)
        GROUP BY day, shop, source, leg, is_organisation, party, reason, county, category
        HAVING sum(lines) <> 0 OR sum(gross_fen) <> 0 OR sum(paid_fen) <> 0 OR sum(refunded_fen) <> 0
            OR sum(grams) <> 0 OR sum(weighed_paid_fen) <> 0
        """

    /// Each order once on every leg: in its one cell, or as a row of `daily_order` in each of several.
    static let sharedOrders = """
        SELECT 1 FROM (
            \(cells), cell_of AS (
                SELECT DISTINCT day, shop, source, leg, is_organisation, party, reason, county, category, order_key
                FROM legs),
            counted AS (
                SELECT *, count(*) OVER of_leg AS cells, min(day) OVER of_leg = max(day) OVER of_leg AS is_whole
                FROM cell_of WINDOW of_leg AS (PARTITION BY order_key, leg))
            SELECT day, shop, source, leg, is_organisation, party, reason, county, category, 0 AS order_key,
                0 AS is_whole, count(*) AS orders
            FROM counted WHERE cells = 1 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
            UNION ALL
            SELECT day, shop, source, leg, is_organisation, party, reason, county, category, order_key, is_whole, 1
            FROM counted WHERE cells > 1
            UNION ALL
            SELECT day, shop, source, leg, is_organisation, party, reason, county, category, 0, 0, -orders FROM daily
            UNION ALL
            SELECT day, shop, source, leg, is_organisation, party, reason, county, category, order_key, is_whole, -1
            FROM daily_order)
        GROUP BY day, shop, source, leg, is_organisation, party, reason, county, category, order_key, is_whole
        HAVING sum(orders) <> 0
        """

    static let bookings = """
        SELECT 1 FROM (
            SELECT o.shop, l.day, c.leg, c.party, c.reason,
                CASE WHEN l.origin > 999999 THEN l.origin / 1000000 ELSE l.origin END AS county, l.category, 1 AS lines,
                c.gross_fen, c.paid_fen, CASE WHEN c.grams IS NULL THEN 0 ELSE c.paid_fen END AS weighed_paid_fen,
                c.refunded_fen, coalesce(c.grams, 0) AS grams
            FROM credit c JOIN orders o ON o.order_key = c.order_key
                JOIN order_line l ON l.order_key = c.order_key AND l.line = c.line
            UNION ALL
            SELECT shop, day, leg, party, reason, county, category, -lines, -gross_fen, -paid_fen, -weighed_paid_fen,
                -refunded_fen, -grams FROM pending
            UNION ALL
            SELECT shop, day, leg, party, reason, county, category, -lines, -gross_fen, -paid_fen, -weighed_paid_fen,
                -refunded_fen, -grams FROM entry)
        GROUP BY shop, day, leg, party, reason, county, category
        HAVING sum(lines) <> 0 OR sum(gross_fen) <> 0 OR sum(paid_fen) <> 0 OR sum(weighed_paid_fen) <> 0
            OR sum(refunded_fen) <> 0 OR sum(grams) <> 0
        """

    static let bookedSums = """
        SELECT 1 FROM (
            SELECT day, leg, paid_fen, refunded_fen, grams FROM entry
            UNION ALL SELECT day, leg, -paid_fen, -refunded_fen, -grams FROM daily_booked)
        GROUP BY day, leg HAVING sum(paid_fen) <> 0 OR sum(refunded_fen) <> 0 OR sum(grams) <> 0
        """

    /// What was read, as `Books` adds it up: headers on their own day, lines of other days moved there, lines that are no
    /// sales, refunds on the day of their line, and orphans on their own.
    static let readSums = """
        SELECT 1 FROM (
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
            WHERE r.state = 1
            UNION ALL
            SELECT day, is_organisation, shop, source, -read_fen, -header_gap_fen, -refunds_read_fen,
                -orphan_refund_fen, -orphan_refunds, -not_sales_orders, -not_sales_lines, -not_sales_paid_fen,
                -not_sales_refunded_fen
            FROM daily_read)
        GROUP BY day, is_organisation, shop, source
        HAVING sum(read_fen) <> 0 OR sum(header_gap_fen) <> 0 OR sum(refunds_read_fen) <> 0
            OR sum(orphan_refund_fen) <> 0 OR sum(orphan_refunds) <> 0 OR sum(not_sales_orders) <> 0
            OR sum(not_sales_lines) <> 0 OR sum(not_sales_paid_fen) <> 0 OR sum(not_sales_refunded_fen) <> 0
        """
}
