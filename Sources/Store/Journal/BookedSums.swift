import Domain
import GRDB

/// What a batch books, by sale day and leg: the journal's side of the proof.
struct BookedSums: Sendable {
    private var sums: [Key: Sums] = [:]

    private struct Key: Hashable {
        let day: BusinessDay
        let leg: Leg
    }

    private struct Sums {
        var paidFen: Int64 = 0
        var refundedFen: Int64 = 0
        var grams: Int64 = 0

        mutating func add(_ entry: JournalEntry) {
            paidFen += entry.paidFen.amount
            refundedFen += entry.refundedFen.amount
            grams += entry.grams.amount
        }

        mutating func add(_ other: Sums) {
            paidFen += other.paidFen
            refundedFen += other.refundedFen
            grams += other.grams
        }
    }

    /// The sums of these entries.
    init(_ entries: [JournalEntry]) {
        // They come day by day, so that a day's are gathered before they are looked up.
        var last: (key: Key, sums: Sums)?
        let entries = entries.span
        for place in entries.indices {
            let key = Key(day: entries[place].day, leg: entries[place].leg)
            if last?.key != key {
                if let last { sums[last.key, default: Sums()].add(last.sums) }
                last = (key, Sums())
            }
            last?.sums.add(entries[place])
        }
        if let last { sums[last.key, default: Sums()].add(last.sums) }
    }

    /// Adds them to `daily_booked`.
    func write(_ database: Database) throws {
        let upsert = try database.cachedStatement(
            sql: """
                INSERT INTO daily_booked (day, leg, paid_fen, refunded_fen, grams) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (day, leg) DO UPDATE SET paid_fen = paid_fen + excluded.paid_fen,
                    refunded_fen = refunded_fen + excluded.refunded_fen, grams = grams + excluded.grams
                """)
        for (key, sums) in sums {
            try upsert.execute(arguments: [
                key.day.stored, key.leg.rawValue, sums.paidFen, sums.refundedFen, sums.grams,
            ])
        }
    }
}
