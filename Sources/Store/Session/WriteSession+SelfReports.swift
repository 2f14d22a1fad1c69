package import Domain
import GRDB

/// What people say was sold: rows of their own, of which no order, credit or sum knows.
extension WriteSession {
    /// Lands rows of a daily report: what is reported again takes the place of what was reported before, which is kept.
    ///
    /// Answers the number of its page, and what became of the rows.
    package func land(
        _ page: SelfReportPage, _ facts: PageFacts, source: Int64
    ) throws -> (page: Int64, counts: LandingCounts) {
        let number = nextPageNumber()
        var counts = LandingCounts()
        for (report, line) in page.reports {
            try land(report, line: line, facts, number: number, &counts)
            let key = report.key
            try unpark(key.shownReporter, key.shownGoods, source: source, besides: facts.hash)
        }
        for record in page.parked {
            // What a newer file says of the same takes the place of it, too.
            try unpark(record.orderID, record.lineID, source: source, besides: facts.hash)
            try park(record, source: source, in: facts, number: number)
            counts.parked += 1
        }
        try write(facts, number: number, source: source, counts)
        return (number, counts)
    }

    private func land(
        _ report: SelfReport, line: Int, _ facts: PageFacts, number: Int64, _ counts: inout LandingCounts
    ) throws {
        let key = report.key
        let stored = try Row.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT self_report, \(Self.figureColumns) FROM self_report
                    WHERE reporter = ? AND region = ? AND day = ? AND channel = ? AND channel_word = ? AND product = ?
                    """),
            arguments: [
                key.reporter, key.region, key.day.stored, key.channel?.rawValue ?? 0, key.channelWord,
                key.product,
            ])
        let figures = Self.arguments(report.figures)
        guard let stored else {
            try database.cachedStatement(
                sql: """
                    INSERT INTO self_report (reporter, region, day, channel, channel_word, product, \(Self.figureColumns),
                        page, line, reported_at_ms)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [
                    key.reporter, key.region, key.day.stored, key.channel?.rawValue ?? 0, key.channelWord,
                    key.product,
                ] + StatementArguments(figures) + [number, line, facts.fetchedAt.milliseconds])
            counts.inserted += 1
            return
        }
        guard Array(stored.databaseValues.dropFirst()) != figures.map(\.databaseValue) else {
            counts.unchanged += 1
            return
        }
        try replace(stored[0], by: figures, at: (number, line, facts.fetchedAt))
        counts.changed += 1
    }

    /// Puts figures in the place of others, which become history.
    private func replace(
        _ report: Int64, by figures: [any DatabaseValueConvertible],
        at place: (page: Int64, line: Int, readAt: Instant)
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO self_report_was (self_report, version, \(Self.figureColumns), page, line, reported_at_ms)
                SELECT self_report, (SELECT count(*) + 1 FROM self_report_was w WHERE w.self_report = r.self_report),
                    \(Self.figureColumns), page, line, reported_at_ms
                FROM self_report r WHERE self_report = ?
                """
        ).execute(arguments: [report])
        let columns = Self.figureColumns.split(separator: ", ").map { "\($0) = ?" }
        try database.cachedStatement(
            sql: """
                UPDATE self_report SET \(columns.joined(separator: ", ")), page = ?, line = ?, reported_at_ms = ?
                WHERE self_report = ?
                """
        ).execute(
            arguments: StatementArguments(figures)
                + [place.page, place.line, place.readAt.milliseconds, report])
    }

    /// What could not be read of this before in another file has been said anew; in the same one it is another row.
    private func unpark(_ reporter: String, _ goods: String, source: Int64, besides hash: String) throws {
        guard hasParked, !reporter.isEmpty else { return }
        try database.cachedStatement(
            sql: """
                DELETE FROM parked WHERE order_id = ? AND line_id = ? AND source = ? AND dismissed_at_ms IS NULL
                    AND page IN (SELECT page FROM page WHERE hash <> ?)
                """
        ).execute(arguments: [reporter, goods, source, hash])
    }

    /// A file was read again from its first page on: what could not be read of it before and can be now is parked no longer.
    package func unparkSelfReports(ofFile hash: String, before page: Int64, source: Int64) throws {
        try database.execute(
            sql: """
                DELETE FROM parked WHERE source = ?1 AND dismissed_at_ms IS NULL
                    AND page IN (SELECT page FROM page WHERE source = ?1 AND hash = ?2 AND page < ?3)
                """, arguments: [source, hash, page])
    }

    private static let figureColumns = "fen, grams, quantity_milli, unit, orders, origin, remark"

    private static func arguments(_ figures: SelfReport.Figures) -> [any DatabaseValueConvertible] {
        let numbers: [Int64?] = [
            figures.fen?.amount, figures.grams?.amount, figures.quantity?.milli,
            (figures.quantity?.unit.rawValue).map(Int64.init), figures.orders,
        ]
        return numbers.map { $0?.databaseValue ?? .null } + [figures.origin, figures.remark]
    }
}
