import Domain
import GRDB

/// Rows of `posting` as journal entries.
enum PostingRows {
    /// Up to `limit` postings above the number, in order.
    static func read(
        _ database: Database, _ names: NameTables, after number: Int64, through last: Int64 = .max,
        limit: Int = .max
    ) throws -> (numbers: [Int64], entries: [JournalEntry]) {
        let statement = try RawStatement(
            database,
            """
            SELECT posting, shop, order_id, line_id, leg, party, county, category, day, period_day, cause,
                paid_fen, refunded_fen, grams FROM posting WHERE posting > ? AND posting <= ? ORDER BY posting LIMIT ?
            """)
        statement.bind(1, number)
        statement.bind(2, last)
        statement.bind(3, Int64(limit))
        var numbers: [Int64] = []
        var entries: [JournalEntry] = []
        guard try statement.next() else { return (numbers, entries) }
        var names = RecentNames(names)
        numbers.reserveCapacity(min(limit, 10_000))
        entries.reserveCapacity(min(limit, 10_000))
        repeat {
            numbers.append(statement.integer(0))
            entries.append(entry(statement, &names))
        } while try statement.next()
        return (numbers, entries)
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

    private static func entry(_ row: RawStatement, _ names: inout RecentNames) -> JournalEntry {
        let shop = names.shop(row.integer(1))
        let party = row.integer(5)
        return JournalEntry(
            channel: shop.channel, shopID: shop.shopID, orderID: row.text(2), lineID: row.text(3),
            leg: Leg(rawValue: Int(row.integer(4))) ?? .sell,
            partyID: party == 0 ? nil : names.tables.parties[party],
            county: Region(code: row.integer(6)), category: names.category(row.integer(7)),
            day: names.day(row.integer(8)), periodDay: names.day(row.integer(9)),
            cause: JournalEntry.Cause(rawValue: Int(row.integer(10))) ?? .change,
            paidFen: Fen(row.integer(11)), refundedFen: Fen(row.integer(12)), grams: Grams(row.integer(13)))
    }
}

/// The names behind the keys of a run of postings, which mostly are those of the posting before.
private struct RecentNames {
    let tables: NameTables
    private var shop: (key: Int64, shop: NameTables.Shop)
    private var category: (key: Int64, name: String)
    private var day: (stored: Int64, day: BusinessDay)

    init(_ tables: NameTables) {
        self.tables = tables
        shop = (0, tables.shop(0))
        category = (0, tables.categories[0] ?? "")
        day = (0, NameTables.day(0))
    }

    mutating func shop(_ key: Int64) -> NameTables.Shop {
        if key != shop.key { shop = (key, tables.shop(key)) }
        return shop.shop
    }

    mutating func category(_ key: Int64) -> String {
        if key != category.key { category = (key, tables.categories[key] ?? "") }
        return category.name
    }

    mutating func day(_ stored: Int64) -> BusinessDay {
        if stored != day.stored { day = (stored, NameTables.day(stored)) }
        return day.day
    }
}
