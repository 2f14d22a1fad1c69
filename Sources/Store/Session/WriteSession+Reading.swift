package import Domain
import GRDB

/// How far a feed was read: spans and their proofs, what was not read, and what came late.
extension WriteSession {
    /// Notes a window that was read wholly, once its pages have landed: the span counts as read, and the proof takes the
    /// place of those that it covers.
    ///
    /// Answers the span that it is a part of now: those that touch are one.
    @discardableResult
    package func note(_ proved: ProvedWindow, source: Int64, feed: String) throws -> ReadSpan {
        let (from, to) = (proved.span.from.milliseconds, proved.span.to.milliseconds)
        let times = try Int64.fetchOne(
            database.cachedStatement(
                sql: """
                    SELECT max(times) FROM window_proof
                    WHERE source = ? AND feed = ? AND from_ms >= ? AND to_ms <= ?
                    """), arguments: [source, feed, from, to])
        try database.cachedStatement(
            sql: "DELETE FROM window_proof WHERE source = ? AND feed = ? AND from_ms >= ? AND to_ms <= ?"
        ).execute(arguments: [source, feed, from, to])
        try database.cachedStatement(
            sql: """
                INSERT INTO window_proof (source, feed, from_ms, to_ms, rows, total, times, page, asked_at_ms, server_at_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,
                    (SELECT page FROM page WHERE source = ?1 AND feed = ?2 ORDER BY page DESC LIMIT 1), ?8, ?9)
                """
        ).execute(arguments: [
            source, feed, from, to, proved.rows, proved.total, (times ?? 0) + 1,
            proved.askedAt.milliseconds, proved.serverAt?.milliseconds,
        ])
        try takeOffUnread(proved.span, source: source, feed: feed)
        return try note(proved.span, source: source, feed: feed)
    }

    /// Takes time off what was noted as not read; of all feeds where none is named.
    private func takeOffUnread(_ span: ReadSpan, source: Int64, feed: String?) throws {
        let rows = try Row.fetchAll(
            database.cachedStatement(
                sql: """
                    SELECT feed, from_ms, to_ms, cause, reason, told_at_ms FROM window_unread
                    WHERE source = ? AND (?2 IS NULL OR feed = ?2) AND to_ms > ?3 AND from_ms < ?4
                    """), arguments: [source, feed, span.from.milliseconds, span.to.milliseconds])
        for row in rows {
            try database.execute(
                sql: "DELETE FROM window_unread WHERE source = ? AND feed = ? AND from_ms = ? AND to_ms = ?",
                arguments: [source, row[0] as String, row[1] as Int64, row[2] as Int64])
            let window = ReadSpan(from: Instant(milliseconds: row[1]), to: Instant(milliseconds: row[2]))
            for rest in [span].gaps(in: window) {
                try database.execute(
                    sql: """
                        INSERT OR REPLACE INTO window_unread (source, feed, from_ms, to_ms, cause, reason, told_at_ms)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        source, row[0] as String, rest.from.milliseconds, rest.to.milliseconds,
                        row[3] as Int64,
                        row[4] as String, row[5] as Int64,
                    ])
            }
        }
    }

    /// Notes what a sync wanted and did not read, in the place of what the ones before it did not.
    ///
    /// `days`: only those were wanted; what is noted of other time stays.
    package func note(
        _ unread: [UnreadWindow], source: Int64, days: ClosedRange<BusinessDay>?, at now: Instant
    ) throws {
        let wanted = ReadSpan(
            from: days?.lowerBound.start ?? Instant(milliseconds: .min),
            to: days?.upperBound.advanced(by: 1).start ?? Instant(milliseconds: .max))
        try takeOffUnread(wanted, source: source, feed: nil)
        for window in unread {
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO window_unread (source, feed, from_ms, to_ms, cause, reason, told_at_ms)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    source, window.feed, window.span.from.milliseconds, window.span.to.milliseconds,
                    window.cause.rawValue, try window.reason.stored(), now.milliseconds,
                ])
        }
    }

    /// Notes a record that came, or changed, in a span that had been read before, and when that was.
    package func note(_ late: LateRecord, at origin: Origin) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO late_record (
                    source, feed, order_id, refund_id, updated_at_ms, found_at_ms, is_new, moved_fen, page, read_before_ms)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, (
                    SELECT max(asked_at_ms) FROM window_proof
                    WHERE source = ?1 AND feed = ?2 AND from_ms <= ?5 AND to_ms >= ?5 AND asked_at_ms <= ?6))
                ON CONFLICT DO NOTHING
                """
        ).execute(arguments: [
            origin.source, late.feed, late.orderID, late.refundID, late.updatedAt.milliseconds,
            late.foundAt.milliseconds, late.isNew, late.movedFen, origin.page,
        ])
    }

    /// Notes from when to when orders were created that an imported file tells of; what it told before is kept.
    package func note(ofFile span: ReadSpan, in page: PageFacts, source: Int64) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO file_span (source, file, hash, from_ms, to_ms) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET
                    from_ms = min(from_ms, excluded.from_ms), to_ms = max(to_ms, excluded.to_ms)
                """
        ).execute(arguments: [
            source, page.file ?? "", page.hash, span.from.milliseconds, span.to.milliseconds,
        ])
    }

    /// Takes back that a file tells of its days, under whatever name it was imported.
    package func takeBack(ofFile page: PageFacts, source: Int64) throws {
        try database.execute(
            sql: "DELETE FROM file_span WHERE source = ? AND hash = ?", arguments: [source, page.hash])
    }

    /// What was read of a feed so far, by time.
    package func readSpans(source: Int64, feed: String) throws -> [ReadSpan] {
        try ReadSpans.of(source: source, feed: feed, database)
    }

    /// Takes back windows that were read by a clock that was ahead.
    ///
    /// They were asked for later than now, of a platform that told no time: what is known by the platform's own clock is known
    /// whatever ours says.
    ///
    /// Answers from where on it is to be read again; `nil` where nothing was taken back.
    package func takeBackReadAhead(source: Int64, now: Instant) throws -> Instant? {
        let ahead = try Self.readAhead(source: source, now: now, database)
        for row in ahead {
            let (feed, span) = (
                row[0] as String,
                ReadSpan(from: Instant(milliseconds: row[1]), to: Instant(milliseconds: row[2]))
            )
            try takeBack(span, source: source, feed: feed)
        }
        return ahead.map { Instant(milliseconds: $0[1]) }.min()
    }

    /// Feed, beginning and end of the windows that were asked for later than now.
    static func readAhead(source: Int64, now: Instant, _ database: Database) throws -> [Row] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT feed, from_ms, to_ms FROM window_proof
                WHERE source = ? AND asked_at_ms > ? AND server_at_ms IS NULL
                """,
            arguments: [source, now.advanced(byMilliseconds: clockToleranceMilliseconds).milliseconds])
    }

    /// Two clocks are never the same.
    private static let clockToleranceMilliseconds: Int64 = 120_000

    private func takeBack(_ span: ReadSpan, source: Int64, feed: String) throws {
        let spans = try readSpans(source: source, feed: feed)
        try database.execute(
            sql: "DELETE FROM read_span WHERE source = ? AND feed = ?", arguments: [source, feed])
        for rest in spans.flatMap({ [span].gaps(in: $0) }) {
            try database.execute(
                sql: "INSERT INTO read_span (source, feed, from_ms, to_ms) VALUES (?, ?, ?, ?)",
                arguments: [source, feed, rest.from.milliseconds, rest.to.milliseconds])
        }
        try database.execute(
            sql: "DELETE FROM window_proof WHERE source = ? AND feed = ? AND to_ms > ? AND from_ms < ?",
            arguments: [source, feed, span.from.milliseconds, span.to.milliseconds])
    }
}
