package import Domain
import GRDB

/// One write transaction: loads orders by keys, applies changes, notes pages, spans and parked records; all of it
/// commits together or not at all.
///
/// Extended by what else is written: `+Sources`, `+Landed`, `+Pages`, `+Parked`, `+UnknownWords`, and the journal's batches.
package final class WriteSession {
    let database: Database
    var keys: KeyTables
    let writer: OrderWriter
    let sums: SumsWriter
    private(set) lazy var reader = Result { try OrderReader(database) }
    /// Orders that wait to be inserted: whoever asks for one of them has all rows written first.
    private var waiting: Set<WaitingKey> = []
    private var nextNumber: Int64
    private let selectVersion: RawStatement
    private let selectRefund: RawStatement
    /// Whether any refund that succeeded waits for its order, or one has come in this transaction: spares a look-up per
    /// new order.
    private var hasOrphans: Bool
    /// Whether any record is parked at all: spares a delete per order.
    var hasParked: Bool
    /// Whether any word is unknown: likewise.
    var hasUnknownWords: Bool
    var nextPage: Int64
    /// By which rules records have landed in this transaction.
    var landed: Set<LandedKey> = []

    private struct WaitingKey: Hashable {
        let shop: Int64
        let orderID: String
    }

    init(_ database: Database, keys: KeyTables) throws {
        self.database = database
        self.keys = keys
        writer = try OrderWriter(database)
        sums = SumsWriter(database)
        selectVersion = try RawStatement(
            database,
            """
            SELECT order_key, has_statements, updated_at_ms, fetched_at_ms, content, source, page FROM orders
            WHERE shop = ? AND order_id = ?
            """)
        selectRefund = try RawStatement(
            database, "SELECT 1 FROM refund WHERE shop = ? AND order_id = ? LIMIT 1")
        func number(_ sql: String) throws -> Int64 {
            try Int64.fetchOne(database.cachedStatement(sql: sql)) ?? 0
        }
        nextNumber = try number("SELECT coalesce(max(order_key), 0) + 1 FROM orders")
        nextPage = try number("SELECT coalesce(max(page), 0) + 1 FROM page")
        hasOrphans = try number("SELECT EXISTS (SELECT 1 FROM daily_read WHERE orphan_refunds <> 0)") == 1
        hasParked = try number("SELECT EXISTS (SELECT 1 FROM parked)") == 1
        hasUnknownWords = try number("SELECT EXISTS (SELECT 1 FROM unknown_word)") == 1
    }

    /// What is known of an order without loading it: its version and where it was read, where it has one statement only.
    package enum Known {
        case nothing
        case version(Version, Origin)
        /// It must be loaded.
        case much
    }

    /// Looks an order up by its key.
    package func known(_ key: OrderKey) throws -> Known {
        let shop = try shop(key)
        if waiting.contains(WaitingKey(shop: shop, orderID: key.orderID)) { return .much }
        selectVersion.bind(shop, key.orderID)
        let known: Known? = try selectVersion.first { row in
            if row.integer(1) == 1 { return .much }
            return .version(
                Version(
                    updatedAt: Instant(milliseconds: row.integer(2)),
                    fetchedAt: Instant(milliseconds: row.integer(3)), content: row.integer(4)),
                Origin(source: row.integer(5), page: row.integer(6)))
        }
        if let known { return known }
        guard hasOrphans, try hasRefunds(shop, key.orderID) else { return .nothing }
        return .much
    }

    /// Whether after-sales of an order have come before it.
    private func hasRefunds(_ shop: Int64, _ orderID: String) throws -> Bool {
        selectRefund.bind(shop, orderID)
        return try selectRefund.first { _ in true } ?? false
    }

    /// The order with this key; `nil` where nothing is known of it.
    package func stored(_ key: OrderKey) throws -> StoredOrder? {
        try flush()
        return try reader.get().stored(try shop(key), key.orderID)
    }

    /// Applies a change to the order's rows, its credits, what waits to be booked, and the daily sums.
    package func apply(_ change: Change) throws {
        let shop = try shop(change.key)
        if change.standing == nil { hasOrphans = true }
        if change.number == nil, change.order != nil {
            try writer.insert(change, shop, number: nextNumber, &keys)
            waiting.insert(WaitingKey(shop: shop, orderID: change.key.orderID))
            try applySums(change, shop, number: nextNumber)
            nextNumber += 1
        } else {
            try writer.update(change, shop, &keys)
            try applySums(change, shop, number: change.number ?? 0)
        }
    }

    private func applySums(_ change: Change, _ shop: Int64, number: Int64) throws {
        try writer.insert(change.differences, of: change.key, shop, &keys)
        try sums.add(change.removed, shop, order: number, sign: -1, &keys)
        try sums.add(change.added, shop, order: number, sign: 1, &keys)
    }

    private func shop(_ key: OrderKey) throws -> Int64 {
        try keys.shop(key.channel, key.shopID, database)
    }

    /// Writes all rows that wait, so that they can be read.
    private func flush() throws {
        try writer.flush()
        waiting.removeAll(keepingCapacity: true)
    }

    /// Writes what was gathered: once, before the commit.
    func finish() throws {
        try flush()
        try sums.write()
    }
}
