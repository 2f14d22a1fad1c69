/// The views of release 0.2, for those who ask with SQL: docs/store.md tells their columns.
///
/// Days are texts `yyyy-mm-dd`, months `yyyy-mm`, closed lists are words, divisions texts of digits, amounts fen, weights
/// grams. What nobody has is NULL, what is not known of goods and places is empty, as in reports. They keep to the SQL
/// that DuckDB reads too: it parses a view's text itself, and its `/` divides into fractions.
enum Views001 {
    static let all =
        [order, line, refund, credit, unassigned, daily, read] + [entry, pending, batch]
        + [party, roster, source, page, readSpan, parked, conflict]

    private static let order = """
        CREATE VIEW v_order AS
        SELECT o.order_key, ch.word AS channel, h.shop_id AS shop, o.order_id, s.name AS source, k.word AS source_kind,
            o.status, \(day("o.day")) AS day, \(month("o.day")) AS month, o.created_at_ms, o.paid_at_ms,
            o.updated_at_ms, o.fetched_at_ms, o.header_paid_fen, o.read_fen, o.header_gap_fen, o.freight_fen,
            o.purchaser <> 0 AS is_organisation, u.purchaser_id, u.name AS purchaser_name, f.word AS fund_source,
            \(digits("p.region")) AS buyer_region, p.province AS buyer_province, p.city AS buyer_city,
            p.county AS buyer_county, o.seller_remark, o.roster, o.page
        FROM orders o JOIN shop h ON h.shop = o.shop JOIN source s ON s.source = o.source
            LEFT JOIN purchaser u ON u.purchaser = o.purchaser LEFT JOIN place p ON p.place = o.place
            \(word("channel", "h.channel", "ch")) \(word("kind", "o.kind", "k"))
            \(word("fund_source", "o.fund_source", "f"))
        """

    private static let line = """
        CREATE VIEW v_line AS
        SELECT l.order_key, l.line, ch.word AS channel, h.shop_id AS shop, o.order_id, l.line_id,
            \(day("l.day")) AS day, \(month("l.day")) AS month, l.sale_at_ms, n.word AS not_sale, l.product_id, l.sku_id,
            g.title, g.spec, l.quantity_milli, t.word AS unit, l.gross_fen, l.paid_fen, l.refunded_fen,
            l.paid_fen - l.refunded_fen AS net_fen, (SELECT coalesce(sum(b.fen), 0) FROM subsidy b
                WHERE b.order_key = l.order_key AND b.line = l.line) AS subsidy_fen,
            l.ordered_grams, l.grams, w.word AS weight_evidence, l.host_id, l.room_id, \(county("l.origin")) AS county,
            \(digits("l.origin")) AS origin, coalesce(c.name, '') AS category, CASE WHEN l.closed_at_ms IS NOT NULL THEN l.first_closed_at_ms END AS closed_at_ms
        FROM order_line l JOIN orders o ON o.order_key = l.order_key JOIN shop h ON h.shop = o.shop
            LEFT JOIN goods g ON g.goods = l.goods LEFT JOIN category c ON c.category = l.category
            \(word("channel", "h.channel", "ch")) \(word("not_sale", "l.not_sale", "n")) \(word("unit", "l.unit", "t"))
            \(word("weight_evidence", "l.weight_evidence", "w"))
        """

    private static let refund = """
        CREATE VIEW v_refund AS
        SELECT ch.word AS channel, h.shop_id AS shop, r.order_id, r.line_id, r.refund_id, e.word AS evidence,
            t.word AS state, \(day("r.day")) AS day, \(month("r.day")) AS month, r.refunded_at_ms, r.updated_at_ms,
            r.refunded_fen, r.returned_milli, l.line IS NULL AND r.evidence <> 2 AS is_orphan, n.word AS not_sale,
            \(day("l.day")) AS sale_day, \(month("l.day")) AS sale_month, s.name AS source, r.page
        FROM refund r JOIN shop h ON h.shop = r.shop LEFT JOIN source s ON s.source = r.source
            LEFT JOIN orders o ON o.shop = r.shop AND o.order_id = r.order_id
            LEFT JOIN order_line l ON l.order_key = o.order_key AND l.line_id = r.line_id
            \(word("channel", "h.channel", "ch")) \(word("refund_evidence", "r.evidence", "e"))
            \(word("refund_state", "r.state", "t")) \(word("not_sale", "l.not_sale", "n"))
        """

    private static let credit = """
        CREATE VIEW v_credit AS
        SELECT a.party_id AS party, \(creditColumns)
        FROM credit c JOIN party a ON a.party = c.party \(creditJoins)
        """

    private static let unassigned = """
        CREATE VIEW v_unassigned AS
        SELECT r.word AS reason, (SELECT group_concat(a.party_id, ' ') FROM candidate d JOIN party a ON a.party = d.party
                WHERE d.order_key = c.order_key AND d.line = c.line AND d.leg = c.leg) AS candidates,
            \(creditColumns)
        FROM credit c \(creditJoins) \(word("reason", "c.reason", "r")) WHERE c.party = 0
        """

    /// `any` is kept of organisations' orders only; that of private buyers is their sell leg.
    private static let daily = """
        CREATE VIEW v_daily AS
        SELECT \(day("d.day")) AS day, \(month("d.day")) AS month, g.word AS leg, a.party_id AS party, r.word AS reason,
            ch.word AS channel, h.shop_id AS shop, s.name AS source, \(county("d.county")) AS county,
            coalesce(c.name, '') AS category, d.is_organisation, d.lines, d.gross_fen, d.paid_fen, d.refunded_fen,
            d.paid_fen - d.refunded_fen AS net_fen, d.grams, d.weighed_paid_fen
        FROM daily d JOIN shop h ON h.shop = d.shop JOIN source s ON s.source = d.source
            JOIN word g ON g.list = 'leg' AND (g.number = d.leg
                OR g.number = 3 AND d.leg = 1 AND d.is_organisation = 0)
            LEFT JOIN party a ON a.party = d.party LEFT JOIN category c ON c.category = d.category
            \(word("channel", "h.channel", "ch")) \(word("reason", "d.reason", "r"))
        """

    private static let read = """
        CREATE VIEW v_read AS
        SELECT \(day("d.day")) AS day, \(month("d.day")) AS month, ch.word AS channel, h.shop_id AS shop,
            s.name AS source, d.is_organisation, d.read_fen, d.header_gap_fen, d.refunds_read_fen,
            d.orphan_refund_fen, d.orphan_refunds, d.not_sales_orders, d.not_sales_lines, d.not_sales_paid_fen,
            d.not_sales_refunded_fen
        FROM daily_read d JOIN shop h ON h.shop = d.shop LEFT JOIN source s ON s.source = d.source
            \(word("channel", "h.channel", "ch"))
        """

    private static let creditColumns = """
        g.word AS leg, \(day("l.day")) AS day, \(month("l.day")) AS month, ch.word AS channel, h.shop_id AS shop,
            o.order_id, l.line_id, s.name AS source, \(county("l.origin")) AS county, coalesce(t.name, '') AS category,
            e.title, l.host_id, b.purchaser_id, b.name AS purchaser_name, c.share_bp, u.word AS rule,
            CASE c.rule WHEN 1 THEN l.host_id WHEN 2 THEN h.shop_id WHEN 3 THEN b.purchaser_id WHEN 4 THEN b.name
                ELSE '' END AS evidence, c.gross_fen, c.paid_fen, c.refunded_fen,
            c.paid_fen - c.refunded_fen AS net_fen, c.grams, c.leg = CASE
                WHEN EXISTS (SELECT 1 FROM credit x WHERE x.order_key = c.order_key AND x.line = c.line AND x.leg = 1
                    AND x.party <> 0) THEN 1
                WHEN EXISTS (SELECT 1 FROM credit x WHERE x.order_key = c.order_key AND x.line = c.line AND x.leg = 2
                    AND x.party <> 0) THEN 2
                ELSE 1 END AS is_headline, o.roster, c.order_key
        """

    private static let creditJoins = """
        JOIN orders o ON o.order_key = c.order_key JOIN order_line l ON l.order_key = c.order_key AND l.line = c.line
            JOIN shop h ON h.shop = o.shop JOIN source s ON s.source = o.source
            LEFT JOIN goods e ON e.goods = l.goods LEFT JOIN purchaser b ON b.purchaser = o.purchaser
            LEFT JOIN category t ON t.category = l.category
            \(word("channel", "h.channel", "ch")) \(word("leg", "c.leg", "g")) \(word("rule", "c.rule", "u"))
        """
}
