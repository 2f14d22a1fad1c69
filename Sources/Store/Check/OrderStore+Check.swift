package import Domain
import GRDB

extension OrderStore {
    /// Adds up anew what is added up, and looks for what every name and number refers to; empty where the store agrees
    /// with itself.
    ///
    /// What is worked out of one order alone is not looked at here: `Books.audit` over `auditedOrders`.
    package func disagreements() async throws(StoreError) -> [Disagreement] {
        var found = try await read(SchemaCheck.disagreements)
        for check in FitCheck.all {
            // One after the other, each from its own snapshot: a writer is not kept waiting for all of them.
            if let disagreement = try await read(check.disagreement) { found.append(disagreement) }
        }
        return found
    }

    /// Orders to audit, and the number to go on from; `nil` behind the last.
    package struct AuditBatch: Sendable {
        package let orders: [AuditedOrder]
        /// Statements that cannot be read at all.
        package let misfits: [Misfit]
        package let next: Int64?

        /// Orders; none at all behind the last.
        package init(orders: [AuditedOrder] = [], misfits: [Misfit] = [], next: Int64? = nil) {
            self.orders = orders
            self.misfits = misfits
            self.next = next
        }
    }

    /// Up to so many orders from a number on: every order, or the first behind each `step` numbers.
    package func auditedOrders(
        from first: Int64, step: Int64, limit: Int
    ) async throws(StoreError) -> AuditBatch {
        try await read { database in
            let reader = try OrderReader(database)
            let following = try RawStatement(
                database, "SELECT min(order_key) FROM orders WHERE order_key >= ?")
            var orders: [AuditedOrder] = []
            var misfits: [Misfit] = []
            var next: Int64? = first
            for _ in 0..<limit {
                guard let wanted = next else { break }
                following.bind(wanted)
                guard let number = try following.first({ $0.optionalInteger(0) }) ?? nil else {
                    next = nil
                    break
                }
                do {
                    if let order = try reader.audited(number: number) { orders.append(order) }
                } catch is DecodingError {
                    misfits.append(Misfit("statement", "said", try Self.row(of: number, database)))
                }
                next = number + step
            }
            return AuditBatch(orders: orders, misfits: misfits, next: next)
        }
    }

    /// How far apart the numbers of so many orders are, picked evenly; 1 where there are no more than that.
    package func step(toPick count: Int) async throws(StoreError) -> Int64 {
        let last = try await read { try Int64.fetchOne($0, sql: "SELECT max(order_key) FROM orders") ?? 0 }
        return max(1, last / Int64(max(1, count)))
    }

    /// The numbers of all versions of the roster.
    package func rosterNumbers() async throws(StoreError) -> [Int64] {
        try await read { try Int64.fetchAll($0, sql: "SELECT roster FROM roster ORDER BY roster") }
    }

    private static func row(of number: Int64, _ database: Database) throws -> Misfit.Row {
        let row = try Row.fetchOne(
            database, sql: "SELECT shop_id, order_id FROM orders JOIN shop USING (shop) WHERE order_key = ?",
            arguments: [number])
        var key = Misfit.Row()
        if let row { (key.shopID, key.orderID) = (row[0], row[1]) }
        return key
    }
}
