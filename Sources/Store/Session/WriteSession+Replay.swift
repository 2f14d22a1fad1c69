package import Domain
import GRDB

extension WriteSession {
    /// The pages of windows of a feed that were fetched since then, whether they were replayed or not.
    package func pages(source: Int64, feed: String, fetchedSince: Instant) throws -> [PageFacts] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT window_from_ms, window_to_ms, cursor, hash, fetched_at_ms FROM page
                WHERE source = ? AND feed = ? AND file IS NULL AND window_from_ms IS NOT NULL AND fetched_at_ms >= ?
                """, arguments: [source, feed, fetchedSince.milliseconds]
        ).map { row in
            PageFacts(
                feed: feed,
                window: ReadSpan(from: Instant(milliseconds: row[0]), to: Instant(milliseconds: row[1])),
                cursor: row[2], hash: row[3], fetchedAt: Instant(milliseconds: row[4]))
        }
    }
}
