package import Domain
import GRDB

extension OrderStore {
    /// Closes batches over at most `limit` waiting postings each, until nothing waits; `each` is told of every one.
    ///
    /// `close` nets the postings and hashes them (it is `Ledger`'s), while the next ones are read: what waits no longer
    /// changes. What netting changed is written in the transaction that makes
    /// the rows history; stopped in between, whole batches are left. One call at a time.
    package func closeBatches(
        limit: Int, bookedAt: Instant,
        _ close: @escaping @Sendable ([JournalEntry], BatchHead) -> ClosedBatch,
        each: (ClosedBatch) -> Void
    ) async throws(StoreError) {
        // Nobody else writes meanwhile (`StoreLock`), and posting gives no new names.
        let start = try await read { (newest: try NewestBatch($0), names: try NameTables($0)) }
        var newest = start.newest
        let names = start.names
        var waiting = try await waiting(names, after: newest.lastPosting, limit: limit).get()
        while let last = waiting.numbers.last {
            async let following = self.waiting(names, after: last, limit: limit)
            let head = BatchHead(
                number: newest.number + 1, previousHash: newest.hash, bookedAt: bookedAt)
            let batch = close(waiting.entries, head)
            let end = try await book(batch, waiting, after: newest.lastPosting)
            if let end {
                newest = NewestBatch(number: head.number, lastPosting: end, hash: batch.hash)
                each(batch)
            }
            let next = try await following.get()
            // Numbers that netting left free at the end may be those of later postings: look again.
            waiting =
                end == last
                ? next : try await self.waiting(names, after: newest.lastPosting, limit: limit).get()
        }
    }

    /// The end of the chain that the next batch hangs on.
    private struct NewestBatch: Sendable {
        let number: Int64
        let lastPosting: Int64
        let hash: String

        init(number: Int64, lastPosting: Int64, hash: String) {
            self.number = number
            self.lastPosting = lastPosting
            self.hash = hash
        }

        init(_ database: Database) throws {
            let row = try Row.fetchOne(
                database, sql: "SELECT batch, last_posting, hash FROM batch ORDER BY batch DESC LIMIT 1")
            self.init(number: row?[0] ?? 0, lastPosting: row?[1] ?? 0, hash: row?[2] ?? "")
        }
    }

    private typealias Waiting = (numbers: [Int64], entries: [JournalEntry])

    private func waiting(
        _ names: NameTables, after number: Int64, limit: Int
    ) async -> Result<Waiting, StoreError> {
        do throws(StoreError) {
            return .success(
                try await read { try PostingRows.read($0, names, after: number, limit: limit) })
        } catch {
            return .failure(error)
        }
    }

    /// Writes a batch over these postings and returns the last of them that it books; `nil`, with nothing booked, where
    /// everything cancelled out.
    private func book(
        _ batch: ClosedBatch, _ waiting: Waiting, after booked: Int64
    ) async throws(StoreError) -> Int64? {
        let sums = BookedSums(batch.entries)
        return try await write { database, _ in
            try PostingRows.apply(batch.nettings, to: waiting.numbers, database)
            let dropped = Set(batch.nettings.lazy.filter { $0.entry == nil }.map(\.place))
            // A batch ends with its last entry: SQLite gives numbers dropped behind it to later postings.
            guard let last = waiting.numbers.indices.last(where: { !dropped.contains($0) }) else {
                return nil
            }
            try Self.insert(batch, postings: booked + 1...waiting.numbers[last], sums, database)
            return waiting.numbers[last]
        }
    }

    /// All batches in order, each with its entries, for checking the chain.
    ///
    /// Reads one batch at a time.
    package func eachBatch(
        _ body: @escaping @Sendable (ClosedBatch) throws -> Void
    ) async throws(StoreError) {
        try await read { database in
            let names = try NameTables(database)
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT batch, first_posting, last_posting, booked_at_ms, previous_hash, hash
                    FROM batch ORDER BY batch
                    """)
            while let row = try rows.next() {
                let first: Int64 = row[1]
                let last: Int64 = row[2]
                let entries = try PostingRows.read(database, names, after: first - 1, through: last).entries
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
