/// What release 0.4 adds to the views; never edited once released.
enum Views003 {
    static let all = [selfReport, selfReportWas]

    private static let selfReport = """
        CREATE VIEW v_self_report AS
        SELECT r.self_report, \(Views001.day("r.day")) AS day, \(Views001.month("r.day")) AS month, r.reporter, r.region,
            c.word AS channel, r.channel_word, r.product, r.fen, r.grams, r.quantity_milli, u.word AS unit, r.orders,
            r.origin, r.remark, r.page, g.file, r.line, r.reported_at_ms,
            (SELECT count(*) FROM self_report_was w WHERE w.self_report = r.self_report) AS times_changed
        FROM self_report r LEFT JOIN page g ON g.page = r.page
            LEFT JOIN word c ON c.list = 'channel' AND c.number = r.channel
            LEFT JOIN word u ON u.list = 'unit' AND u.number = r.unit
        """

    private static let selfReportWas = """
        CREATE VIEW v_self_report_was AS
        SELECT w.self_report, w.version, w.fen, w.grams, w.quantity_milli, u.word AS unit, w.orders, w.origin, w.remark,
            w.page, g.file, w.line, w.reported_at_ms
        FROM self_report_was w LEFT JOIN page g ON g.page = w.page
            LEFT JOIN word u ON u.list = 'unit' AND u.number = w.unit
        """
}
