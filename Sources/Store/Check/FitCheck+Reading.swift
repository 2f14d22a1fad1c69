/// How far feeds were read: what counts as read is proved, by pages of the feed, and late is what lies behind.
extension FitCheck {
    static let reading: [FitCheck] = [
        proofOfNothingRead, countOfProof, pageOfProof, unreadCause, lateBeforeItCame, pageOfLate,
        pageOfLookBack, spanOfNoFile,
    ]

    /// A window that is proved counts as read, unless its records are mapped otherwise now.
    private static let proofOfNothingRead = FitCheck(
        "window_proof", "to_ms",
        sql: """
            SELECT NULL, NULL, NULL, NULL, w.source, w.to_ms, NULL
            FROM window_proof w JOIN source s ON s.source = w.source
            WHERE w.page >= s.mapped_from_page AND NOT EXISTS (
                SELECT 1 FROM read_span r WHERE r.source = w.source AND r.feed = w.feed
                    AND r.from_ms <= w.from_ms AND r.to_ms >= w.to_ms)
            """)

    /// What was seen comes to the platform's total.
    private static let countOfProof = FitCheck(
        "window_proof", "rows", "total",
        sql: """
            SELECT NULL, NULL, NULL, NULL, source, rows, total, total, rows FROM window_proof
            WHERE total IS NOT NULL AND rows <> total
            """)

    /// The page with which its window ended, and one that came when it was asked for, are of its feed.
    private static let pageOfProof = FitCheck(
        "window_proof", "page", "asked_at_ms", "source",
        sql: """
            SELECT NULL, NULL, NULL, NULL, w.source, w.page, NULL, w.asked_at_ms, NULL, w.source, NULL
            FROM window_proof w
            WHERE NOT EXISTS (
                    SELECT 1 FROM page p WHERE p.page = w.page AND p.source = w.source AND p.feed = w.feed)
                OR NOT EXISTS (
                    SELECT 1 FROM page p
                    WHERE p.source = w.source AND p.feed = w.feed AND p.fetched_at_ms = w.asked_at_ms)
            """)

    private static let unreadCause = FitCheck(
        "window_unread", "cause", "source",
        sql: """
            SELECT NULL, NULL, NULL, NULL, w.source, w.cause, NULL, w.source, NULL FROM window_unread w
            WHERE NOT EXISTS (SELECT 1 FROM word r WHERE r.list = 'unread_cause' AND r.number = w.cause)
                OR NOT EXISTS (SELECT 1 FROM source s WHERE s.source = w.source)
            """)

    private static let lateBeforeItCame = FitCheck(
        "late_record", "found_at_ms",
        sql: """
            SELECT NULL, order_id, NULL, NULL, page, found_at_ms, updated_at_ms FROM late_record
            WHERE found_at_ms < updated_at_ms
            """)

    /// What was late came with a page of its feed.
    private static let pageOfLate = FitCheck(
        "late_record", "page", "found_at_ms", "source",
        sql: """
            SELECT NULL, l.order_id, NULL, NULL, l.page, l.page, NULL, l.found_at_ms, NULL, l.source, NULL
            FROM late_record l
            WHERE NOT EXISTS (
                SELECT 1 FROM page p WHERE p.page = l.page AND p.source = l.source AND p.feed = l.feed
                    AND p.fetched_at_ms = l.found_at_ms)
            """)

    /// It began with a page of its feed.
    private static let pageOfLookBack = FitCheck(
        "look_back", "since_ms", "source",
        sql: """
            SELECT NULL, NULL, NULL, NULL, l.source, l.since_ms, NULL, l.source, NULL FROM look_back l
            WHERE NOT EXISTS (
                SELECT 1 FROM page p
                WHERE p.source = l.source AND p.feed = l.feed AND p.fetched_at_ms = l.since_ms)
            """)

    private static let spanOfNoFile = FitCheck(
        "file_span", "source",
        sql: """
            SELECT NULL, NULL, NULL, NULL, f.source, f.source, NULL FROM file_span f
            WHERE NOT EXISTS (
                SELECT 1 FROM page p WHERE p.source = f.source AND p.file = f.file AND p.hash = f.hash)
            """)
}
