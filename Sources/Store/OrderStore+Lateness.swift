package import Domain
import GRDB

/// Since when it can be seen what comes late.
extension OrderStore {
    /// When the first window of each feed of a source was read, by the names of the feeds.
    ///
    /// From the pages: a proof of a window gives way to the one that reads it again.
    package func firstReadings(source: String) async throws(StoreError) -> [String: Instant] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT p.feed, min(p.fetched_at_ms) FROM page p JOIN source s ON s.source = p.source
                    WHERE s.name = ? AND p.window_from_ms NOT NULL GROUP BY p.feed
                    """, arguments: [source])
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0[0] as String, Instant(milliseconds: $0[1])) })
        }
    }
}
