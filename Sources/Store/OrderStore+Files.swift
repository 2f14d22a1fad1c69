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
