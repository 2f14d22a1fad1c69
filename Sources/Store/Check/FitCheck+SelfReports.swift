import Domain

/// What people say was sold: nothing follows from it, and each row was read from a daily report when its page was.
extension FitCheck {
    static let selfReports: [FitCheck] =
        ["self_report", "self_report_was"].map { table in
            FitCheck(
                table, "page", "reported_at_ms",
                sql: """
                    SELECT NULL, NULL, NULL, NULL, t.page, t.page, p.page, t.reported_at_ms, p.fetched_at_ms
                    FROM \(table) t LEFT JOIN page p ON p.page = t.page AND p.file IS NOT NULL AND p.source IN (
                        SELECT source FROM source WHERE platform = '\(SelfReport.source)')
                    WHERE p.page IS NULL OR p.fetched_at_ms <> t.reported_at_ms
                    """)
        } + [versions, order]

    /// What was reported before is numbered from 1 without gaps.
    private static let versions = FitCheck(
        "self_report_was", "version",
        sql: """
            SELECT NULL, NULL, NULL, NULL, self_report, max(version), count(*) FROM self_report_was
            GROUP BY self_report HAVING max(version) <> count(*)
            """)

    /// What was reported before was read on an earlier page.
    private static let order = FitCheck(
        "self_report_was", "page",
        sql: """
            SELECT NULL, NULL, NULL, NULL, a.self_report, a.page, coalesce(b.page, r.page) AS next
            FROM self_report_was a LEFT JOIN self_report r ON r.self_report = a.self_report
                LEFT JOIN self_report_was b ON b.self_report = a.self_report AND b.version = a.version + 1
            WHERE next IS NULL OR a.page >= next
            """)
}
