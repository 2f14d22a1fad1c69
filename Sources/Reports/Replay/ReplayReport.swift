package import Domain

/// What mapping kept pages again changes, or would change: by account what was mapped, by party what that is in money.
package struct ReplayReport: Sendable {
    /// Whether it was only tried, and nothing written.
    package let isDryRun: Bool
    package let asOf: Instant
    /// In the order of the configuration.
    package var accounts: [Account] = []
    /// Whoever has more or less by it on a leg, and nobody; the largest difference first.
    package var parties: [Party] = []
    /// Records that were not understood, of the whole store.
    package var parkedBefore: Int64 = 0
    package var parkedAfter: Int64 = 0

    /// The pages of one account.
    package struct Account: Sendable {
        package let id: String
        /// The days of fetching of which pages are kept, and asked for.
        package let firstDay: BusinessDay?
        package let lastDay: BusinessDay?
        package var pages: Int64 = 0
        /// Windows that need not be read again.
        package var windows: Int64 = 0
        package var newOrders: Int64 = 0
        package var changedOrders: Int64 = 0
        package var unchangedOrders: Int64 = 0
        package var olderOrders: Int64 = 0
        package var refunds: Int64 = 0
        package var parkedRecords: Int64 = 0
        /// Records that were not kept, because they held what looks like personal data.
        package var recordsLeftOut: Int64 = 0
        /// Pages that were not mapped, most first.
        package var pagesLeft: [Left] = []

        /// Pages that can't be mapped as the platform is described now.
        package struct Left: Sendable {
            package let reason: Notice
            package let pages: Int64

            /// Some pages, for one reason.
            package init(reason: Notice, pages: Int64) {
                self.reason = reason
                self.pages = pages
            }
        }

        /// Nothing mapped yet.
        package init(id: String, firstDay: BusinessDay?, lastDay: BusinessDay?) {
            self.id = id
            self.firstDay = firstDay
            self.lastDay = lastDay
        }
    }

    /// What a party has on a leg, and how it changes.
    package struct Party: Hashable, Sendable {
        package let leg: Leg
        /// `nil`: nobody.
        package let id: String?
        package let name: String
        package let before: CreditSums
        /// What is added, signed; without orders.
        package let moved: CreditSums

        /// A party on a leg.
        package init(leg: Leg, id: String?, name: String, before: CreditSums, moved: CreditSums) {
            self.leg = leg
            self.id = id
            self.name = name
            self.before = before
            self.moved = moved
        }

        /// What it has then.
        var after: CreditSums {
            var sums = before
            sums.add(moved)
            return sums
        }

        /// By leg; then the largest change of money first, and by id.
        package func stands(before other: Party) -> Bool {
            func key(_ party: Party) -> (Int, Int64, String) {
                let (paid, refunded) = (party.moved.paidFen.magnitude, party.moved.refundedFen.magnitude)
                return (party.leg.rawValue, -Int64(clamping: max(paid, refunded)), party.id ?? "")
            }
            return key(self) < key(other)
        }
    }

    /// Nothing mapped yet.
    package init(isDryRun: Bool, asOf: Instant) {
        self.isDryRun = isDryRun
        self.asOf = asOf
    }

    /// Whether pages could not be mapped.
    package var hasPagesLeft: Bool { accounts.contains { !$0.pagesLeft.isEmpty } }
}
