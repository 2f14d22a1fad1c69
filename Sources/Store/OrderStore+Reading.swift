package import Domain
import GRDB

/// What is known of how far each source was read.
extension OrderStore {
    /// How far a feed of a source was read; nothing where the store does not know the source.
    package func memory(source: String, feed: String) async throws(StoreError) -> FeedMemory {
        try await read { database in
            let number = try Int64.fetchOne(
                database, sql: "SELECT source FROM source WHERE name = ?", arguments: [source])
            return try number.map { try FeedMemory.stored(source: $0, feed: feed, database) } ?? FeedMemory()
        }
    }

    /// What is known of the reading of every source, by its name.
    package func readings() async throws(StoreError) -> [String: StoredReading] {
        try await read { database in
            let sources = try Row.fetchAll(
                database, sql: "SELECT source, name, platform, mapping, since FROM source")
            return try Dictionary(
                uniqueKeysWithValues: sources.map { row in
                    var reading = try StoredReading.of(source: row[0], database)
                    (reading.platform, reading.mapping) = (row[2], row[3])
                    reading.since = (row[4] as Int64?).flatMap(BusinessDay.init(stored:))
                    return (row[1] as String, reading)
                })
        }
    }
}

/// What the store knows of how far a source was read.
package struct StoredReading: Hashable, Sendable {
    /// The platform's name, and what its records meant when it was read last; empty where only files were imported.
    package var platform = ""
    package var mapping = ""
    /// The first day that was asked for, as the account said last.
    package var since: BusinessDay?
    /// By the names of the feeds.
    package var feeds: [String: FeedMemory]
    /// From the first to the last day on which orders of imported files were created, file by file.
    package var files: [ReadSpan]
    /// The hours of the update times of what came late, each once, by the names of the feeds.
    package var lateAt: [String: [Instant]]

    /// What is known, nothing unless said.
    package init(
        feeds: [String: FeedMemory] = [:], files: [ReadSpan] = [], lateAt: [String: [Instant]] = [:]
    ) {
        self.feeds = feeds
        self.files = files
        self.lateAt = lateAt
    }

    fileprivate static func of(source: Int64, _ database: Database) throws -> StoredReading {
        let feeds = try String.fetchAll(
            database,
            sql: """
                SELECT feed FROM read_span WHERE source = ?1 UNION SELECT feed FROM window_unread WHERE source = ?1
                UNION SELECT feed FROM window_proof WHERE source = ?1
                """, arguments: [source])
        let late = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT feed, updated_at_ms / 3600000 * 3600000 FROM late_record WHERE source = ?
                """, arguments: [source])
        let files = try Row.fetchAll(
            database,
            sql: """
                SELECT from_ms, to_ms FROM file_span WHERE source = ? ORDER BY from_ms, to_ms
                """, arguments: [source])
        return StoredReading(
            feeds: Dictionary(
                uniqueKeysWithValues: try feeds.map {
                    ($0, try FeedMemory.stored(source: source, feed: $0, database))
                }),
            files: files.map {
                ReadSpan(from: Instant(milliseconds: $0[0]), to: Instant(milliseconds: $0[1]))
            },
            lateAt: Dictionary(grouping: late) { $0[0] as String }
                .mapValues { $0.map { Instant(milliseconds: $0[1]) } })
    }
}

extension OrderStore {
    /// When each source was last asked for a window that came whole; of those that never were there is none.
    package func lastAsked() async throws(StoreError) -> [String: Instant] {
        try await read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT s.name, max(p.asked_at_ms) FROM window_proof p JOIN source s ON s.source = p.source
                    GROUP BY s.name
                    """)
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0[0] as String, Instant(milliseconds: $0[1])) })
        }
    }

    /// The latest time that any platform told with a window that came whole; `nil` where none ever did.
    package func lastToldByPlatform() async throws(StoreError) -> Instant? {
        try await read { database in
            try Int64.fetchOne(database, sql: "SELECT max(server_at_ms) FROM window_proof")
        }.map(Instant.init(milliseconds:))
    }
}

extension FeedMemory {
    fileprivate static func stored(source: Int64, feed: String, _ database: Database) throws -> FeedMemory {
        FeedMemory(
            spans: try ReadSpans.of(source: source, feed: feed, database),
            proofs: try proofs(source: source, feed: feed, database),
            unread: try unread(source: source, feed: feed, database))
    }

    private static func proofs(source: Int64, feed: String, _ database: Database) throws -> [ProvedWindow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT p.from_ms, p.to_ms, p.rows, p.total, p.asked_at_ms, p.server_at_ms, p.times,
                    p.page >= s.mapped_from_page
                FROM window_proof p JOIN source s ON s.source = p.source WHERE p.source = ? AND p.feed = ?
                ORDER BY p.from_ms, p.to_ms
                """, arguments: [source, feed]
        ).map { row in
            ProvedWindow(
                span: ReadSpan(from: Instant(milliseconds: row[0]), to: Instant(milliseconds: row[1])),
                rows: row[2], total: row[3], askedAt: Instant(milliseconds: row[4]),
                serverAt: (row[5] as Int64?).map { Instant(milliseconds: $0) }, times: row[6],
                isMappedNow: row[7])
        }
    }

    private static func unread(source: Int64, feed: String, _ database: Database) throws -> [UnreadWindow] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT from_ms, to_ms, cause, reason FROM window_unread
                WHERE source = ? AND feed = ? AND cause <> ? ORDER BY from_ms, to_ms
                """, arguments: [source, feed, UnreadWindow.Cause.outOfReach.rawValue]
        ).compactMap { row in
            guard let cause = UnreadWindow.Cause(rawValue: row[2]) else { return nil }
            return UnreadWindow(
                feed: feed,
                span: ReadSpan(from: Instant(milliseconds: row[0]), to: Instant(milliseconds: row[1])),
                cause: cause, reason: Notice(stored: row[3]))
        }
    }
}
