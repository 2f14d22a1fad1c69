package import Domain
import GRDB

/// What files have brought to a source.
package struct StoredFiles: Hashable, Sendable {
    /// When the last one was imported.
    package let lastAt: Instant
    /// How many orders came by them first.
    package let orders: Int64
}

extension OrderStore {
    /// What files have brought, by the names of the sources; of those that none ever came for there is nothing.
    package func files() async throws(StoreError) -> [String: StoredFiles] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT s.name, max(p.fetched_at_ms), sum(p.inserted) FROM page p JOIN source s ON s.source = p.source
                    WHERE p.file IS NOT NULL GROUP BY s.source
                    """)
            return Dictionary(
                uniqueKeysWithValues: rows.map {
                    ($0[0], StoredFiles(lastAt: Instant(milliseconds: $0[1]), orders: $0[2]))
                })
        }
    }
}

extension OrderStore {
    /// The last page of a file under a cursor that begins so, where importing the file again would change nothing.
    ///
    /// It would where it counts as complete now and did not then, or the other way round; where another file has changed
    /// anything since, or contradicted one; and where something was parked since that it might settle.
    package func unchanged(
        _ file: PageFacts, source: String, isComplete: Bool
    ) async throws(StoreError) -> PageFacts? {
        try await read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT e.cursor, e.fetched_at_ms FROM page e JOIN source s ON s.source = e.source
                    WHERE s.name = :source AND e.feed = :feed AND e.file = :file AND e.hash = :hash
                        AND substr(e.cursor, 1, length(:cursor)) = :cursor
                        AND :complete = EXISTS (
                            SELECT 1 FROM file_span f WHERE f.source = e.source AND f.hash = e.hash
                                AND (f.file = e.file OR NOT :complete))
                        AND NOT EXISTS (
                            SELECT 1 FROM page p WHERE p.page > e.page AND p.file IS NOT NULL
                                AND (p.changed > 0 OR p.conflicts > 0))
                        AND NOT EXISTS (
                            SELECT 1 FROM parked k WHERE k.page > e.page AND k.dismissed_at_ms IS NULL)
                    ORDER BY e.page DESC LIMIT 1
                    """,
                arguments: [
                    "source": source, "feed": file.feed, "file": file.file, "hash": file.hash,
                    "cursor": file.cursor, "complete": isComplete,
                ])
            return row.map { row in
                PageFacts(
                    feed: file.feed, window: nil, cursor: row[0], file: file.file, hash: file.hash,
                    fetchedAt: Instant(milliseconds: row[1]))
            }
        }
    }
}
