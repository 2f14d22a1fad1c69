import Domain

/// What was read: cells of one row, or of a row and its page, that cannot both be right.
extension FitCheck {
    static let all: [FitCheck] = references + facts + reading + sums + selfReports

    private static let facts =
        [words, lineNumbers, statementsApart, oneStatement, rosterInForce]
        + [countsOfPage, conflictsOfPage, pageNumbers, window] + pagesOfRecords
        + [
            rulesOfOrders, rulesOfAfterSales, kindOfPage, kindOfFile, sourceOfParked, sourceOfUnknownWord,
            conflictOfNothing, refundDay, firstSuccess,
            statedID, derivedID,
            derivedOfNothing, spansApart, spanOfNothing,
        ]
        + divisions

    /// A word that this version does not know, or knows by another number.
    private static let words = FitCheck(
        "word", "number",
        sql: """
            SELECT NULL, NULL, NULL, NULL, number, number, NULL FROM word t WHERE NOT EXISTS (
                SELECT 1 FROM (\(Words.rows)) r WHERE r.list = t.list AND r.number = t.number AND r.word = t.word)
            """)

    /// Lines are numbered from 0 without gaps.
    private static let lineNumbers = FitCheck(
        "order_line", "line",
        sql: """
            SELECT o.shop, o.order_id, NULL, o.day, NULL, max(l.line), count(*) - 1
            FROM order_line l LEFT JOIN orders o ON o.order_key = l.order_key
            GROUP BY l.order_key HAVING max(l.line) <> count(*) - 1
            """)

    private static let statementsApart = FitCheck(
        "orders", "has_statements",
        sql: """
            SELECT shop, order_id, NULL, day, NULL, has_statements, 1 - has_statements FROM orders o
            WHERE has_statements <> EXISTS (SELECT 1 FROM statement s WHERE s.order_key = o.order_key)
            """)

    /// The rows of an order are its one statement only where the API alone has spoken.
    private static let oneStatement = FitCheck(
        "orders", "kind",
        sql:
            "SELECT shop, order_id, NULL, day, NULL, kind, 1 FROM orders WHERE has_statements = 0 AND kind <> 1"
    )

    private static let rosterInForce = FitCheck(
        "roster", "is_present",
        sql: """
            SELECT NULL, NULL, NULL, NULL, NULL, sum(is_present), 1 FROM roster
            HAVING count(*) > 0 AND sum(is_present) <> 1
            """)

    private static let countsOfPage = FitCheck(
        "page", "records",
        sql: """
            SELECT NULL, NULL, NULL, NULL, page, records, inserted + changed + unchanged + older + refunds + known_refunds
                + parked AS added FROM page WHERE records <> added
            """)

    private static let conflictsOfPage = FitCheck(
        "page", "conflicts",
        sql: """
            SELECT NULL, NULL, NULL, NULL, page, conflicts, (SELECT count(*) FROM conflict c WHERE c.page = p.page) AS found
            FROM page p WHERE conflicts <> found
            """)

    /// Pages are numbered from 1 without gaps.
    private static let pageNumbers = FitCheck(
        "page", "page",
        sql:
            "SELECT NULL, NULL, NULL, NULL, NULL, max(page) AS last, count(*) AS pages FROM page HAVING last <> pages"
    )

    private static let window = FitCheck(
        "page", "window_to_ms",
        sql: """
            SELECT NULL, NULL, NULL, NULL, page, window_to_ms, window_from_ms FROM page
            WHERE window_to_ms < window_from_ms OR (window_from_ms IS NULL) <> (window_to_ms IS NULL)
                OR file IS NOT NULL AND window_from_ms IS NOT NULL
            """)

    /// A record was read by the source of its page, and when the page was.
    private static let pagesOfRecords = [
        ("orders", "t.shop, t.order_id, NULL, t.day"),
        ("statement", "o.shop, o.order_id, t.line_id, NULL"),
        ("refund", "t.shop, t.order_id, t.line_id, t.day"),
    ].map { table, shown in
        FitCheck(
            table, "source", "fetched_at_ms",
            sql: """
                SELECT \(shown), t.page, t.source, p.source, t.fetched_at_ms, p.fetched_at_ms FROM \(table) t
                    JOIN page p ON p.page = t.page
                    \(table == "statement" ? "LEFT JOIN orders o ON o.order_key = t.order_key" : "")
                WHERE t.source <> p.source OR t.fetched_at_ms <> p.fetched_at_ms
                """)
    }

    /// What an API says comes from no file and speaks of the whole order; what counts as a file's comes from one; an ERP is
    /// read either way.
    private static let kindOfPage = FitCheck(
        "statement", "kind",
        sql: """
            SELECT o.shop, o.order_id, s.line_id, o.day, s.page, s.kind, NULL FROM statement s
                JOIN page p ON p.page = s.page LEFT JOIN orders o ON o.order_key = s.order_key
            WHERE s.kind = \(SourceKind.api.rawValue) AND (p.file IS NOT NULL OR s.line_id <> '')
                OR s.kind = \(SourceKind.file.rawValue) AND p.file IS NULL
            """)

    /// All that a file says is of one kind: its own, or an ERP's.
    private static let kindOfFile = FitCheck(
        "statement", "kind",
        sql: """
            WITH mixed AS (
                SELECT s.page FROM statement s JOIN page p ON p.page = s.page WHERE p.file IS NOT NULL
                GROUP BY s.page HAVING min(s.kind) <> max(s.kind))
            SELECT o.shop, o.order_id, s.line_id, o.day, s.page, s.kind, NULL FROM mixed
                JOIN statement s ON s.page = mixed.page LEFT JOIN orders o ON o.order_key = s.order_key
            """)

    /// What has landed of an API has done so by a rule.
    private static let rulesOfOrders = FitCheck(
        "landed", "rule",
        sql: """
            SELECT o.shop, o.order_id, NULL, o.day, NULL, o.source, NULL FROM orders o
            WHERE o.kind <> \(SourceKind.file.rawValue)
                AND NOT EXISTS (SELECT 1 FROM page g WHERE g.page = o.page AND g.file IS NOT NULL) AND NOT EXISTS (
                SELECT 1 FROM landed l WHERE l.shop = o.shop AND l.source = o.source AND l.kind = o.kind
                    AND l.rule LIKE 'order:_%')
            """)

    private static let rulesOfAfterSales = FitCheck(
        "landed", "rule",
        sql: """
            SELECT r.shop, r.order_id, r.line_id, NULL, NULL, r.source, NULL
            FROM refund r JOIN page g ON g.page = r.page
            WHERE r.evidence = \(RefundEvidence.record.rawValue) AND g.file IS NULL AND NOT EXISTS (
                SELECT 1 FROM landed l WHERE l.shop = r.shop AND l.source = r.source AND l.rule LIKE 'refund:_%')
            """)

    private static let sourceOfParked = FitCheck(
        "parked", "source",
        sql: """
            SELECT NULL, t.order_id, t.line_id, NULL, t.parked, t.source, p.source FROM parked t
                JOIN page p ON p.page = t.page WHERE t.source <> p.source OR t.feed <> p.feed
            """)

    private static let sourceOfUnknownWord = FitCheck(
        "unknown_word", "source",
        sql: """
            SELECT NULL, t.order_id, NULL, NULL, t.page, t.source, p.source FROM unknown_word t
                JOIN page p ON p.page = t.page WHERE t.source <> p.source OR t.feed <> p.feed
            """)

    private static let conflictOfNothing = FitCheck(
        "conflict", "shop",
        sql: """
            SELECT shop, order_id, line_id, NULL, conflict, shop, NULL FROM conflict c
            WHERE NOT EXISTS (SELECT 1 FROM orders o WHERE o.shop = c.shop AND o.order_id = c.order_id)
                AND NOT EXISTS (SELECT 1 FROM refund r WHERE r.shop = c.shop AND r.order_id = c.order_id)
            """)

    /// The day of a refund is that of its instant, in Asia/Shanghai.
    private static let refundDay = FitCheck(
        "refund", "day",
        sql: """
            SELECT shop, order_id, line_id, day, NULL, day,
                CAST(strftime('%Y%m%d', refunded_at_ms / 1000, 'unixepoch', '+8 hours') AS INTEGER) AS own
            FROM refund WHERE day <> own
            """)

    private static let firstSuccess = FitCheck(
        "refund", "refunded_at_ms",
        sql: """
            SELECT shop, order_id, line_id, day, NULL, refunded_at_ms, first_succeeded_at_ms FROM refund
            WHERE state = 1 AND refunded_at_ms IS NOT first_succeeded_at_ms
            """)

    /// A growth that an order states is named after the update that stated it.
    private static let statedID = FitCheck(
        "refund", "updated_at_ms",
        sql: """
            SELECT shop, order_id, line_id, day, NULL, updated_at_ms, CAST(substr(refund_id, 8) AS INTEGER) AS own
            FROM refund WHERE evidence = 2 AND updated_at_ms <> own
            """)

    /// What is no record has a name of our own, and a record none.
    private static let derivedID = FitCheck(
        "refund", "evidence",
        sql: """
            SELECT shop, order_id, line_id, day, NULL, evidence, NULL FROM refund
            WHERE (evidence = 1) <> (refund_id = 'closed') OR (evidence = 3) <> (refund_id = 'wholly')
                OR (evidence = 2) <> (substr(refund_id, 1, 7) = 'stated-')
            """)

    /// Only after-sale records may wait for their order.
    private static let derivedOfNothing = FitCheck(
        "refund", "evidence",
        sql: """
            SELECT shop, order_id, line_id, day, NULL, evidence, 0 FROM refund r
            WHERE evidence <> 0 AND NOT EXISTS (
                SELECT 1 FROM orders o WHERE o.shop = r.shop AND o.order_id = r.order_id)
            """)

    /// No two spans of a feed touch.
    private static let spansApart = FitCheck(
        "read_span", "to_ms",
        sql: """
            SELECT NULL, NULL, NULL, NULL, a.source, a.to_ms, b.from_ms FROM read_span a
                JOIN read_span b ON b.source = a.source AND b.feed = a.feed AND b.from_ms > a.from_ms
            WHERE b.from_ms <= a.to_ms
            """)

    /// What was read of a feed came in pages of it.
    private static let spanOfNothing = FitCheck(
        "read_span", "source",
        sql: """
            SELECT NULL, NULL, NULL, NULL, source, source, NULL FROM read_span s
            WHERE NOT EXISTS (SELECT 1 FROM page p WHERE p.source = s.source AND p.feed = s.feed)
            """)

    /// A division has 6 or 12 digits; 0 is none.
    private static let divisions = [
        ("order_line", "stated_origin"), ("order_line", "origin"), ("place", "region"),
    ].map { table, column in
        FitCheck(
            table, column,
            sql: """
                SELECT \(table == "place" ? "NULL, NULL, NULL, NULL, place" : "NULL, NULL, line_id, day, order_key"),
                    \(column), NULL FROM \(table)
                WHERE \(column) <> 0 AND \(column) NOT BETWEEN 100000 AND 999999
                    AND \(column) NOT BETWEEN 100000000000 AND 999999999999
                """)
    }
}
