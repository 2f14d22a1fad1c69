import GRDB

/// What a copy of a store holds, so that it can be noted beside it.
package struct StoreCopy: Hashable, Sendable {
    package let file: String
    package let bytes: Int64
    package let orders: Int64
    /// The last batch of the journal with its hash; `nil` where nothing was booked yet.
    package let lastBatch: Batch?
    package let epoch: Int64

    /// A batch by its number and hash.
    package struct Batch: Hashable, Sendable {
        package let number: Int64
        package let hash: String
    }

    /// What the store of a file holds.
    init(_ database: Database, file: String) throws {
        self.file = file
        let pages = try Int64.fetchOne(database, sql: "PRAGMA page_count") ?? 0
        bytes = pages * (try Int64.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
        orders = try Int64.fetchOne(database, sql: "SELECT count(*) FROM orders") ?? 0
        lastBatch = try Row.fetchOne(
            database, sql: "SELECT batch, hash FROM batch ORDER BY batch DESC LIMIT 1"
        ).map { Batch(number: $0[0], hash: $0[1]) }
        epoch =
            try database.tableExists("epoch")
            ? Int64.fetchOne(database, sql: "SELECT max(epoch) FROM epoch") ?? 1 : 1
    }
}
