import GRDB

/// What disagrees within the store.
package struct Disagreement: Hashable, Sendable {
    package let what: What
    /// In how many places.
    package let count: Int64

    /// What was compared.
    package enum What: String, CaseIterable, Sendable {
        /// The credits of each leg of a line with the line.
        case creditsOfLines
        /// The refunds of each line with its refund rows.
        case refundsOfLines
        /// The daily sums with the credits.
        case dailySums
        /// The orders that lie in several cells with the credits.
        case sharedOrders
        /// What is booked and what waits with the credits.
        case bookings
        /// The sums of what is booked with the entries.
        case bookedSums
        /// The entries with their batches.
        case batches
        /// What was read with headers, lines and refunds.
        case readSums
        /// Lines whose goods have no name.
        case goods
    }
}

extension OrderStore {
    /// Adds up anew what is derived from rows and says what differs; empty where the store agrees with itself.
    package func disagreements() async throws(StoreError) -> [Disagreement] {
        try await read { database in
            try Disagreement.What.allCases.compactMap { what in
                let sql = "SELECT count(*) FROM (\(what.sql))"
                let count = try Int64.fetchOne(database, sql: sql) ?? 0
                return count == 0 ? nil : Disagreement(what: what, count: count)
            }
        }
    }
}

extension Disagreement.What {
    /// Rows where there should be none.
    fileprivate var sql: String {
        switch self {
        case .creditsOfLines: CheckSQL.creditsOfLines
        case .refundsOfLines: CheckSQL.refundsOfLines
        case .dailySums: CheckSQL.dailySums
        case .sharedOrders: CheckSQL.sharedOrders
        case .bookings: CheckSQL.bookings
        case .bookedSums: CheckSQL.bookedSums
        case .batches: CheckSQL.batches
        case .readSums: CheckSQL.readSums
        case .goods: CheckSQL.goods
        }
    }
}
