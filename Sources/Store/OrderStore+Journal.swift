package import Domain
import GRDB

extension OrderStore {
    /// Closes the next batch over at most `limit` waiting postings; `nil` where nothing waits.
    ///
    /// `close` nets the postings and hashes them (it is `Ledger`'s), beside the writer: what waits no longer changes, and
    /// later postings have higher numbers. What netting changed is written in the transaction that makes the rows
    /// history. Run it again until it returns `nil`; one call at a time.
    package func closeBatch(
        limit: Int, bookedAt: Instant,
        _ close: @escaping @Sendable ([JournalEntry], BatchHead) -> ClosedBatch
    ) async throws(StoreError) -> ClosedBatch? {
        while true {
            let waiting = try await read { database in
                try Waiting(database, limit: limit, bookedAt: bookedAt)
            }
            guard let waiting else { return nil }
            let batch = close(waiting.entries, waiting.head)
            let booked = BookedSums(batch.entries)
            let isBooked = try await write { database, _ in
                try PostingRows.apply(batch.nettings, to: waiting.numbers, database)
                let dropped = Set(batch.nettings.lazy.filter { $0.entry == nil }.map(\.place))
                // A batch ends with its last entry: SQLite gives numbers dropped behind it to later postings.
                // Where everything cancelled out there is nothing to book: look at what waits behind it.
                guard let last = waiting.numbers.indices.last(where: { !dropped.contains($0) }) else {
                    return false
                }
                try Self.insert(batch, postings: waiting.booked + 1...waiting.numbers[last], booked, database)
                return true
            }
            if isBooked { return batch }
        }
    }

    /// Postings that no batch has booked, with the head of the batch that will.
    private struct Waiting: Sendable {
        /// The last posting of the batch before.
        let booked: Int64
        let head: BatchHead
        let numbers: [Int64]
        let entries: [JournalEntry]

        /// At most `limit` of them; `nil` where there are none.
        init?(_ database: Database, limit: Int, bookedAt: Instant) throws {
            let newest = try Row.fetchOne(
                database.cachedStatement(
                    sql: "SELECT batch, last_posting, hash FROM batch ORDER BY batch DESC LIMIT 1"))
            booked = newest?[1] ?? 0
            (numbers, entries) = try PostingRows.read(database, after: booked, limit: limit)
            if numbers.isEmpty { return nil }
            head = BatchHead(
                number: (newest?[0] ?? 0) + 1, previousHash: newest?[2] ?? "", bookedAt: bookedAt)
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
                let entries = try PostingRows.read(database, after: first - 1, through: last).entries
                let head = BatchHead(
                    number: row[0], previousHash: row[4], bookedAt: Instant(milliseconds: row[3]))
                try body(ClosedBatch(head: head, entries: entries, hash: row[5]))
            }
        }
    }

    private static func insert(
        _ batch: ClosedBatch, postings: ClosedRange<Int64>, _ booked: BookedSums, _ database: Database
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
        try booked.write(database)
    }
}
