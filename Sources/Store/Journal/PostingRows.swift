import Domain
import GRDB

/// Rows of `posting` as journal entries.
enum PostingRows {
    /// Up to `limit` postings above the number, in order.
    static func read(
        _ database: Database, after number: Int64, through last: Int64 = .max, limit: Int = .max
    ) throws -> [(number: Int64, entry: JournalEntry)] {
        let statement = try RawStatement(
            database,
            """
            SELECT posting, channel, shop, order_id, line_id, leg, party, county, category, day, period_day, cause,
                paid_fen, refunded_fen, grams FROM posting WHERE posting > ? AND posting <= ? ORDER BY posting LIMIT ?
            """)
        statement.bind(1, number)
        statement.bind(2, last)
        statement.bind(3, Int64(limit))
        var rows: [(number: Int64, entry: JournalEntry)] = []
        var names: NameTables?
        while try statement.next() {
            let known = try names ?? NameTables(database)
            names = known
            rows.append((statement.integer(0), entry(statement, known)))
        }
        return rows
    }

    /// Writes what netting changed of waiting postings; numbers that are left over stay unused.
    static func apply(_ nettings: [ClosedBatch.Netting], to numbers: [Int64], _ database: Database) throws {
        if nettings.isEmpty { return }
        let update = try RawStatement(
            database, "UPDATE posting SET paid_fen = ?, refunded_fen = ?, grams = ? WHERE posting = ?")
        let delete = try RawStatement(database, "DELETE FROM posting WHERE posting = ?")
        for netting in nettings {
            guard let entry = netting.entry else {
                delete.bind(1, numbers[netting.place])
                try delete.run()
                continue
            }
            update.bind(1, entry.paidFen.amount)
            update.bind(2, entry.refundedFen.amount)
            update.bind(3, entry.grams.amount)
            update.bind(4, numbers[netting.place])
            try update.run()
        }
    }

    private static func entry(_ row: RawStatement, _ names: NameTables) -> JournalEntry {
        let party = row.integer(6)
        return JournalEntry(
            channel: NameTables.channel(row.integer(1)), shopID: names.shops[row.integer(2)] ?? "",
            orderID: row.text(3), lineID: row.text(4), leg: Leg(rawValue: Int(row.integer(5))) ?? .sell,
            partyID: party == 0 ? nil : names.parties[party], county: Region(code: row.integer(7)),
            category: names.categories[row.integer(8)] ?? "", day: NameTables.day(row.integer(9)),
            periodDay: NameTables.day(row.integer(10)),
            cause: JournalEntry.Cause(rawValue: Int(row.integer(11))) ?? .change,
            paidFen: Fen(row.integer(12)), refundedFen: Fen(row.integer(13)), grams: Grams(row.integer(14)))
    }
}
