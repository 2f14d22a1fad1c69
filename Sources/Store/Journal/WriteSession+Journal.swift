package import Domain
import GRDB

extension WriteSession {
    /// Entries that wait to be sealed, in the order in which they came.
    package struct Waiting: Sendable {
        package let entries: [PendingEntry]
        /// The number of the last of them.
        fileprivate let last: Int64
    }

    /// Up to so many entries that wait; all were committed before this transaction began.
    package func waiting(limit: Int) throws -> Waiting {
        let names = try NameTables(database)
        let rows = try RawStatement(
            database, "SELECT pending, \(BookingRows.columns) FROM pending ORDER BY pending LIMIT ?")
        rows.bind(Int64(limit))
        var entries: [PendingEntry] = []
        var last: Int64 = 0
        while try rows.next() {
            last = rows.integer(0)
            entries.append(
                PendingEntry(
                    booking: BookingRows.booking(rows, at: 1, names), cause: BookingRows.cause(rows, at: 1),
                    sums: BookingRows.sums(rows, at: 1)))
        }
        return Waiting(entries: entries, last: last)
    }

    /// What the next batch hangs on.
    package func nextHead(bookedAt: Instant) throws -> BatchHead {
        let newest = try NewestBatch(database)
        return BatchHead(
            number: (newest?.number ?? 0) + 1, previousHash: newest?.hash ?? "", bookedAt: bookedAt)
    }

    /// Makes a batch history, and takes off the queue what it was sealed over; a batch without entries only does the
    /// latter.
    package func book(_ batch: SealedBatch, over waiting: Waiting) throws {
        try database.execute(sql: "DELETE FROM pending WHERE pending <= ?", arguments: [waiting.last])
        guard database.changesCount == waiting.entries.count else {
            throw StoreError(.inconsistent, Notice("store.queue_changed"))
        }
        if batch.entries.isEmpty { return }
        try database.execute(
            sql:
                "INSERT INTO batch (batch, entries, booked_at_ms, previous_hash, hash) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                batch.head.number, batch.entries.count, batch.head.bookedAt.milliseconds,
                batch.head.previousHash,
                batch.hash,
            ])
        try insert(batch)
        try addBooked(batch)
    }

    private static let entryRows = RowInserter.Target(
        "entry", "batch, line, period_day, \(BookingRows.columns)")

    private func insert(_ batch: SealedBatch) throws {
        let rows = try RowInserter(database, into: Self.entryRows)
        for entry in batch.entries {
            let booking = entry.booking
            var row = rows.begin()
            row.add(batch.head.number)
            row.add(entry.line)
            row.add(entry.periodDay.stored)
            row.add(
                booking, shop: try keys.shop(booking.channel, booking.shopID, database),
                party: try keys.party(booking.partyID, database),
                category: try keys.category(booking.category, database))
            row.add(Int64(entry.cause.rawValue))
            row.add(entry.sums)
            try rows.end(row)
        }
        try rows.flush()
    }

    /// The journal's side of the proof: what is booked by sale day and leg.
    private func addBooked(_ batch: SealedBatch) throws {
        var booked: [Int64: CreditSums] = [:]
        for entry in batch.entries {
            let key = Int64(entry.booking.day.number) * 4 + Int64(entry.booking.leg.rawValue)
            booked[key, default: CreditSums()].add(entry.sums)
        }
        let upsert = try RawStatement(
            database, SumsWriter.upsert("daily_booked", "day, leg", ["paid_fen", "refunded_fen", "grams"]))
        for (key, sums) in booked {
            upsert.bind(
                BusinessDay(number: Int(key / 4)).stored, key % 4, sums.paidFen, sums.refundedFen, sums.grams)
            try upsert.run()
        }
    }
}

/// The end of the chain.
struct NewestBatch {
    let number: Int64
    let hash: String

    /// `nil` where nothing is sealed yet.
    init?(_ database: Database) throws {
        let row = try Row.fetchOne(database, sql: "SELECT batch, hash FROM batch ORDER BY batch DESC LIMIT 1")
        guard let row else { return nil }
        (number, hash) = (row[0], row[1])
    }
}
