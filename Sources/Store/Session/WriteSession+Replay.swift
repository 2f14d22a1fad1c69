package import Domain
import GRDB

extension WriteSession {
    /// The pages of windows of a feed that were fetched since then, whether they were replayed or not.
    package func pages(source: Int64, feed: String, fetchedSince: Instant) throws -> [PageFacts] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT feed, window_from_ms, window_to_ms, cursor, hash, fetched_at_ms FROM page
                WHERE source = ? AND feed = ? AND file IS NULL AND window_from_ms IS NOT NULL AND fetched_at_ms >= ?
                """, arguments: [source, feed, fetchedSince.milliseconds]
        ).map(PageFacts.init)
    }

    /// The page of an API where something was read; `nil` of a file.
    package func page(of origin: Origin) throws -> PageFacts? {
        try Row.fetchOne(
            database,
            sql: """
                SELECT feed, window_from_ms, window_to_ms, cursor, hash, fetched_at_ms FROM page
                WHERE page = ? AND source = ? AND file IS NULL
                """, arguments: [origin.page, origin.source]
        ).map(PageFacts.init)
    }
}

extension PageFacts {
    fileprivate init(_ row: Row) {
        let (from, to) = (row[1] as Int64?, row[2] as Int64?)
        self.init(
            feed: row[0],
            window: from.flatMap { from in
                to.map { ReadSpan(from: Instant(milliseconds: from), to: Instant(milliseconds: $0)) }
            },
            cursor: row[3], hash: row[4], fetchedAt: Instant(milliseconds: row[5]))
    }
}
