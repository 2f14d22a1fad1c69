package import Domain
import GRDB

extension OrderStore {
    /// Closes the next batch over at most `limit` waiting postings, in one transaction; `nil` where nothing waits.
    ///
    /// `close` nets the postings and hashes them (it is `Ledger`'s); what netting changed is written before the rows
    /// become history. Run it again until it returns `nil`.
    package func closeBatch(
        limit: Int, bookedAt: Instant,
        _ close: @escaping @Sendable ([JournalEntry], BatchHead) -> ClosedBatch
    ) async throws(StoreError) -> ClosedBatch? {
        try await write { database, _ in
            while true {
                let newest = try Row.fetchOne(
                    database, sql: "SELECT batch, last_posting, hash FROM batch ORDER BY batch DESC LIMIT 1")
                let booked: Int64 = newest?[1] ?? 0
                let waiting = try PostingRows.read(database, after: booked, limit: limit)
                if waiting.isEmpty { return nil }
                let head = BatchHead(
                    number: (newest?[0] ?? 0) + 1, previousHash: newest?[2] ?? "", bookedAt: bookedAt)
                let batch = close(waiting.map(\.entry), head)
                try PostingRows.apply(batch.nettings, to: waiting.map(\.number), database)
                let dropped = Set(batch.nettings.lazy.filter { $0.entry == nil }.map(\.place))
                // A batch ends with its last entry: SQLite gives numbers dropped behind it to later postings.
                // Where everything cancelled out there is nothing to book: look at what waits behind it.
                guard let last = waiting.indices.last(where: { !dropped.contains($0) }) else { continue }
                let end = waiting[last].number
                try Self.insert(batch, postings: booked + 1...end, database)
                return batch
            }
        }
    }

    /// All batches in order, each with its entries, for checking the chain.
    ///
    /// Reads one batch at a time.
    package func eachBatch(
        _ body: @escaping @Sendable (ClosedBatch) throws -> Void
    ) async throws(StoreError) {
        try await read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT batch, first_posting, last_posting, booked_at_ms, previous_hash, hash
                    FROM batch ORDER BY batch
                    """)
            while let row = try rows.next() {
                let first: Int64 = row[1]
                let last: Int64 = row[2]
                let entries = try PostingRows.read(database, after: first - 1, through: last)
                let head = BatchHead(
                    number: row[0], previousHash: row[4], bookedAt: Instant(milliseconds: row[3]))
                try body(ClosedBatch(head: head, entries: entries.map(\.entry), hash: row[5]))
            }
        }
    }

    private static func insert(
        _ batch: ClosedBatch, postings: ClosedRange<Int64>, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO batch (batch, first_posting, last_posting, entries, booked_at_ms, previous_hash, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                batch.head.number, postings.lowerBound, postings.upperBound, batch.entries.count,
                batch.head.bookedAt.milliseconds, batch.head.previousHash, batch.hash,
            ])
        try database.execute(
            sql: """
                INSERT INTO daily_booked (day, leg, paid_fen, refunded_fen, grams)
                SELECT day, leg, sum(paid_fen), sum(refunded_fen), sum(grams) FROM posting
                WHERE posting BETWEEN ? AND ? GROUP BY day, leg
                ON CONFLICT (day, leg) DO UPDATE SET paid_fen = paid_fen + excluded.paid_fen,
                    refunded_fen = refunded_fen + excluded.refunded_fen, grams = grams + excluded.grams
                """, arguments: [postings.lowerBound, postings.upperBound])
    }
}
