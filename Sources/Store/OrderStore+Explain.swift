package import Domain
import GRDB

/// An order with everything that the store knows about it.
package struct OrderStory: Sendable {
    package var order: Order
    /// The account or file that the counting version was read from.
    package var source: String
    package var platform: String
    package var isFile: Bool
    package var fetchedAt: Instant
    /// The hash of the page or file, in hex, and where the page stands.
    package var pageHash: String
    package var pageName: String
    /// How often the platform gave the same update time with other content.
    package var conflicts: Int
    package var lines: [String: LineStory]
    /// After-sale records, those without a line of the order included.
    package var refunds: [(refund: Refund, isDerived: Bool)]
    package var journal: [(batch: Int64, bookedAt: Instant, entry: JournalEntry)]
    /// Postings that no batch has booked yet.
    package var waiting: [JournalEntry]

    /// What the store adds to a line.
    package struct LineStory: Sendable {
        package var refundedFen: Fen
        package var returnedMilli: Int64
        package var grams: Grams?
        package var weightEvidence: WeightEvidence
        package var county: Region?
        package var category: String
        package var credits: [(credit: Credit, paidFen: Fen, refundedFen: Fen, grams: Grams?)]
    }
}

extension OrderStore {
    /// The orders with this number: one, none, or one each of several shops.
    package func stories(orderID: String) async throws(StoreError) -> [OrderStory] {
        try await read { database in
            try OrderRows(database).with(orderID: orderID).map { stored in
                try StoryRows(database, stored).story()
            }
        }
    }

    /// Orders of a shop that so far came from files only, by number: what a second file adds to them.
    package func fileOrders(
        channel: Channel, shopID: String, orderIDs: [String]
    ) async throws(StoreError) -> [String: Order] {
        try await read { database in
            let orders = try OrderRows(database)
            var found: [String: Order] = [:]
            for orderID in orderIDs {
                for stored in try orders.with(orderID: orderID)
                where stored.isFile && stored.order.channel == channel && stored.order.shopID == shopID {
                    found[orderID] = stored.order
                }
            }
            return found
        }
    }
}
