/// What release 0.3 adds to the views; never edited once released.
enum Views002 {
    static let all = [windowProof, windowUnread, lateRecord, lookBack, fileSpan]

    private static let windowProof = """
        CREATE VIEW v_window_proof AS
        SELECT s.name AS source, w.feed, w.from_ms, w.to_ms, w.rows, w.total, w.times, w.page, w.asked_at_ms,
            w.server_at_ms, w.page >= s.mapped_from_page AS is_mapped_now
        FROM window_proof w JOIN source s ON s.source = w.source
        """

    private static let windowUnread = """
        CREATE VIEW v_window_unread AS
        SELECT s.name AS source, w.feed, w.from_ms, w.to_ms, c.word AS cause, w.reason, w.told_at_ms
        FROM window_unread w JOIN source s ON s.source = w.source
            JOIN word c ON c.list = 'unread_cause' AND c.number = w.cause
        """

    private static let lateRecord = """
        CREATE VIEW v_late_record AS
        SELECT s.name AS source, s.platform, l.feed, l.order_id, l.refund_id, l.updated_at_ms, l.found_at_ms,
            l.read_before_ms, l.is_new, l.moved_fen, l.page
        FROM late_record l JOIN source s ON s.source = l.source
        """

    private static let lookBack = """
        CREATE VIEW v_look_back AS
        SELECT s.name AS source, l.feed, nullif(l.days, 1000000) AS days, l.since_ms
        FROM look_back l JOIN source s ON s.source = l.source
        """

    private static let fileSpan = """
        CREATE VIEW v_file_span AS
        SELECT s.name AS source, f.file, f.hash, f.from_ms, f.to_ms
        FROM file_span f JOIN source s ON s.source = f.source
        """
}
