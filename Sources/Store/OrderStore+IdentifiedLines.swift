package import Domain
import GRDB

/// A line that was sold, by what may say who is credited with it.
package struct IdentifiedLine: Sendable {
    /// The platform that its source reads.
    package let platform: String
    package let shopID: String
    package let hostID: String
    package let roomID: String
    /// Empty where the buyer is a person, as the name is.
    package let purchaserID: String
    package let purchaserName: String
    /// The day of its sale.
    package let day: BusinessDay
    package let paidFen: Fen
}

extension OrderStore {
    /// Folds every line that was sold, in no order.
    package func foldIdentifiedLines<Fold: Sendable>(
        into initial: Fold, _ add: @escaping @Sendable (inout Fold, IdentifiedLine) -> Void
    ) async throws(StoreError) -> Fold {
        try await read { database in
            let names = try NameTables(database)
            let rows = try RawStatement(
                database,
                """
                SELECT o.source, o.shop, l.host_id, l.room_id, coalesce(p.purchaser_id, ''), coalesce(p.name, ''), l.day,
                    l.paid_fen
                FROM order_line l JOIN orders o ON o.order_key = l.order_key
                    LEFT JOIN purchaser p ON p.purchaser = o.purchaser
                WHERE l.not_sale IS NULL
                """)
            var fold = initial
            while try rows.next() {
                let line = IdentifiedLine(
                    platform: names.platforms[rows.integer(0)] ?? "",
                    shopID: names.shop(rows.integer(1)).shopID,
                    hostID: rows.text(2), roomID: rows.text(3), purchaserID: rows.text(4),
                    purchaserName: rows.text(5), day: StoredDay.day(rows.integer(6)),
                    paidFen: Fen(rows.integer(7)))
                add(&fold, line)
            }
            return fold
        }
    }
}
