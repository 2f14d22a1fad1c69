package import Domain
import GRDB

extension WriteSession {
    /// The number that the next page will have; it is written with `write(_:_:)`.
    package func nextPageNumber() -> Int64 {
        defer { nextPage += 1 }
        return nextPage
    }

    /// Writes a page with what became of its records.
    package func write(
        _ page: PageFacts, number: Int64, source: Int64, _ counts: LandingCounts
    ) throws {
        try database.cachedStatement(
            sql: """
                INSERT INTO page (page, source, feed, window_from_ms, window_to_ms, cursor, file, hash, fetched_at_ms,
                    records, inserted, changed, unchanged, older, refunds, known_refunds, parked, conflicts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            number, source, page.feed, page.window?.from.milliseconds, page.window?.to.milliseconds,
            page.cursor,
            page.file, page.hash, page.fetchedAt.milliseconds, counts.records, counts.inserted,
            counts.changed,
            counts.unchanged, counts.older, counts.refunds, counts.knownRefunds, counts.parked,
            counts.conflicts,
        ])
    }

    /// Notes a span that was read of a feed; spans that touch become one, which is answered.
    @discardableResult
    package func note(_ span: ReadSpan, source: Int64, feed: String) throws -> ReadSpan {
        var joined = span
        for known in try ReadSpans.of(source: source, feed: feed, database)
        where known.from <= joined.to && joined.from <= known.to {
            joined.from = min(joined.from, known.from)
            joined.to = max(joined.to, known.to)
        }
        try database.cachedStatement(
            sql: "DELETE FROM read_span WHERE source = ? AND feed = ? AND from_ms BETWEEN ? AND ?"
        ).execute(arguments: [source, feed, joined.from.milliseconds, joined.to.milliseconds])
        try database.cachedStatement(
            sql: "INSERT INTO read_span (source, feed, from_ms, to_ms) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [source, feed, joined.from.milliseconds, joined.to.milliseconds])
        return joined
    }

    /// Notes where a source contradicts itself about an order, a row of it or one of its after-sales; once, however often
    /// both are read.
    ///
    /// Returns how many were not noted before.
    package func note(_ conflicts: [Conflict], of key: OrderKey, page: Int64) throws -> Int {
        if conflicts.isEmpty { return 0 }
        let shop = try keys.shop(key.channel, key.shopID, database)
        // Bound by hand: GRDB would end a text at its first NUL.
        let insert = try RawStatement(
            database,
            """
            INSERT INTO conflict (shop, order_id, line_id, refund_id, updated_at_ms, content, other_content, page)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        var count = 0
        for conflict in conflicts {
            insert.bind(
                shop, key.orderID, conflict.lineID, conflict.refundID, conflict.updatedAt.milliseconds,
                min(conflict.oldContent, conflict.newContent), max(conflict.oldContent, conflict.newContent),
                page)
            try insert.run()
            count += database.changesCount
        }
        return count
    }
}

/// The spans that were read of a feed.
enum ReadSpans {
    static func of(source: Int64, feed: String, _ database: Database) throws -> [ReadSpan] {
        try Row.fetchAll(
            database.cachedStatement(
                sql: "SELECT from_ms, to_ms FROM read_span WHERE source = ? AND feed = ? ORDER BY from_ms"),
            arguments: [source, feed]
        ).map { ReadSpan(from: Instant(milliseconds: $0[0]), to: Instant(milliseconds: $0[1])) }
    }
}
