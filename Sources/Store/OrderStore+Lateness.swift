package import Domain
import GRDB

/// What came late, and since when it can be seen.
extension OrderStore {
    /// Since when each feed of a source is looked back at so far or further without a break, by the names of the feeds.
    ///
    /// A feed is missing that no sync has looked back at so far yet.
    package func lookedBackSince(
        source: String, _ lookBack: LookBack
    ) async throws(StoreError) -> [String: Instant] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT l.feed, min(l.since_ms) FROM look_back l JOIN source s ON s.source = l.source
                    WHERE s.name = ? AND l.days >= ? GROUP BY l.feed
                    """, arguments: [source, lookBack.storedDays])
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0[0] as String, Instant(milliseconds: $0[1])) })
        }
    }

    /// What came late of a source, by the time at which it was found.
    package func lateRecords(source: String) async throws(StoreError) -> [LateRecord] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT l.feed, l.order_id, l.refund_id, l.updated_at_ms, l.found_at_ms, l.read_before_ms, l.is_new,
                        l.moved_fen
                    FROM late_record l JOIN source s ON s.source = l.source WHERE s.name = ?
                    ORDER BY l.found_at_ms, l.feed, l.order_id, l.refund_id, l.updated_at_ms
                    """, arguments: [source]
            ).map { row in
                LateRecord(
                    feed: row[0], orderID: row[1], refundID: row[2], updatedAt: Instant(milliseconds: row[3]),
                    foundAt: Instant(milliseconds: row[4]),
                    readBefore: (row[5] as Int64?).map { Instant(milliseconds: $0) }, isNew: row[6],
                    movedFen: row[7])
            }
        }
    }
}

extension LookBack {
    /// How many days `look_back` has for it; more than any setting can say where it is all that the platform reaches.
    var storedDays: Int64 { days.map(Int64.init) ?? 1_000_000 }
}
