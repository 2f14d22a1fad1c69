package import Domain
import GRDB

/// An order with everything that the store knows about it.
package struct OrderStory: Sendable {
    /// What counts of it; `nil` while only after-sales are known.
    package var order: Order?
    package var stored: StoredOrder
    /// What each source said last, the one that counts most first.
    package var readings: [Reading]
    /// How often a source gave the same update time with other content.
    package var conflicts: Int
    /// Differences that are not booked yet.
    package var pendingEntries: Int64
    package var journal: [(batch: Int64, bookedAt: Instant, entry: JournalEntry)]

    /// Where a statement was read.
    package struct Reading: Sendable {
        package let statement: Domain.Statement
        /// The account.
        package let source: String
        package let page: PageFacts?
    }
}

extension OrderStore {
    /// What is known by this order number, in each shop that has one.
    package func stories(orderID: String) async throws(StoreError) -> [OrderStory] {
        try await read { database in
            let names = try NameTables(database)
            let reader = try OrderReader(database)
            let shops = try Int64.fetchAll(database, sql: "SELECT shop FROM shop ORDER BY channel, shop")
            return try shops.compactMap { shop in
                guard let stored = try reader.stored(shop, orderID), stored.number != nil else { return nil }
                return try Self.story(stored, orderID, shop, names, database, reader)
            }
        }
    }

    private static func story(
        _ stored: StoredOrder, _ orderID: String, _ shop: Int64, _ names: NameTables, _ database: Database,
        _ reader: OrderReader
    ) throws -> OrderStory {
        let number = stored.number ?? 0
        let readings = try stored.statements.all.map { statement in
            OrderStory.Reading(
                statement: statement, source: names.sources[statement.origin.source] ?? "",
                page: try page(statement.origin.page, database))
        }.sorted { $0.statement.isShown(before: $1.statement) }
        let conflicts = try Int.fetchOne(
            database, sql: "SELECT count(*) FROM conflict WHERE shop = ? AND order_id = ? AND refund_id = ''",
            arguments: [shop, orderID])
        return OrderStory(
            order: try reader.counted(number: number), stored: stored, readings: readings,
            conflicts: conflicts ?? 0,
            pendingEntries: try Int64.fetchOne(
                database, sql: "SELECT count(*) FROM pending WHERE order_id = ? AND shop = ?",
                arguments: [orderID, shop]) ?? 0,
            journal: try journal(shop, orderID, names, database))
    }

    private static func page(_ number: Int64, _ database: Database) throws -> PageFacts? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT feed, window_from_ms, window_to_ms, cursor, file, hash, fetched_at_ms FROM page WHERE page = ?
                """, arguments: [number])
        return row.map { row in
            let window = (row[1] as Int64?).map { from in
                ReadSpan(from: Instant(milliseconds: from), to: Instant(milliseconds: row[2] ?? from))
            }
            return PageFacts(
                feed: row[0], window: window, cursor: row[3], file: row[4], hash: row[5],
                fetchedAt: Instant(milliseconds: row[6]))
        }
    }

    /// No index leads by order: one order is asked for at a time, and the hot path is spared a write per entry.
    private static func journal(
        _ shop: Int64, _ orderID: String, _ names: NameTables, _ database: Database
    ) throws -> [(batch: Int64, bookedAt: Instant, entry: JournalEntry)] {
        let rows = try RawStatement(
            database,
            """
            SELECT line, period_day, \(BookingRows.columns), e.batch, booked_at_ms
            FROM entry e JOIN batch b ON b.batch = e.batch WHERE order_id = ? AND shop = ? ORDER BY e.batch, line
            """)
        rows.bind(orderID, shop)
        var found: [(batch: Int64, bookedAt: Instant, entry: JournalEntry)] = []
        while try rows.next() {
            found.append((rows.integer(18), Instant(milliseconds: rows.integer(19)), entry(rows, names)))
        }
        return found
    }
}

extension Statement {
    /// By kind, then the newest.
    fileprivate func isShown(before other: Statement) -> Bool {
        if kind != other.kind { return kind.rawValue < other.kind.rawValue }
        return (version.updatedAt, version.fetchedAt) > (other.version.updatedAt, other.version.fetchedAt)
    }
}
