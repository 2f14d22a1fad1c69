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

    /// Notes a span that was read of a feed; spans that touch become one.
    package func note(_ span: ReadSpan, source: Int64, feed: String) throws {
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
    }

    /// Notes where a source contradicts itself about an order.
    package func note(_ conflicts: [Conflict], of order: Int64?, page: Int64) throws {
        guard let order else { return }
        for conflict in conflicts {
            try database.execute(
                sql: """
                    INSERT INTO conflict (order_key, updated_at_ms, old_content, new_content, page)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    order, conflict.updatedAt.milliseconds, conflict.oldContent, conflict.newContent, page,
                ])
        }
    }

    /// Keeps a record that was not understood, once however often it is read.
    package func park(_ record: ParkedRecord, source: Int64, feed: String, page: Int64) throws {
        var hash = StableHash()
        hash.combine(record.orderID)
        hash.combine(record.lineID)
        hash.combine(record.body)
        try database.execute(
            sql: """
                INSERT INTO parked (source, feed, order_id, line_id, refund_id, path, reason, body, body_hash, page)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (source, feed, body_hash) DO UPDATE SET path = excluded.path, reason = excluded.reason
                """,
            arguments: [
                source, feed, record.orderID, record.lineID, record.refundID, record.path, record.reason,
                record.body, hash.value, page,
            ])
        hasParked = true
    }

    /// A sound record of an order has come that was not overtaken: it is no longer parked.
    ///
    /// `lineIDs` are those of a file's rows, or an empty text for the whole order: an order does not speak for its
    /// after-sales, a row not for the other rows of its order.
    package func unpark(_ key: OrderKey, lineIDs: [String], source: Int64, feed: String) throws {
        guard hasParked else { return }
        for lineID in lineIDs {
            try database.execute(
                sql: """
                    DELETE FROM parked
                    WHERE source = ? AND feed = ? AND order_id = ? AND line_id = ? AND refund_id = ''
                    """, arguments: [source, feed, key.orderID, lineID])
        }
    }

    /// An after-sale has landed as new or newer: its record is no longer parked.
    ///
    /// It does not speak for another whose number is known.
    package func unpark(_ refund: Refund, source: Int64, feed: String) throws {
        guard hasParked else { return }
        try database.execute(
            sql: """
                DELETE FROM parked WHERE source = ?1 AND feed = ?2 AND line_id = '' AND (
                    order_id = ?3 AND refund_id IN (?4, '') OR order_id = '' AND refund_id = ?4 AND ?4 <> '')
                """, arguments: [source, feed, refund.orderID, refund.refundID])
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
