package import Domain
import GRDB

extension OrderStore {
    /// Lands pages of one source: orders, lines, refunds, credits, postings, sums, lineage and cursor in
    /// one transaction.
    ///
    /// Landing the same pages again changes nothing.
    package func land(_ landing: Landing) async throws(StoreError) -> LandingCounts {
        try await write { database, keys in
            let writer = try LandingWriter(database, keys: keys)
            defer { keys = writer.keys }
            return try writer.land(landing)
        }
    }

    /// How far a feed of a source is read: everything updated before this instant has landed.
    package func readTo(source: String, feed: String) async throws(StoreError) -> Instant? {
        try await read { database in
            try Int64.fetchOne(
                database,
                sql: """
                    SELECT read_to_ms FROM read_to JOIN source USING (source) WHERE name = ? AND feed = ?
                    """, arguments: [source, feed]
            ).map(Instant.init(milliseconds:))
        }
    }
}
