/// The key of a cell of the daily sums within its shop and source.
package struct CellKey: Hashable, Sendable {
    /// The sale day.
    package let day: BusinessDay
    /// `any` is kept for organisations only; of private buyers it is the sell leg.
    package let leg: ReportLeg
    /// Whether the buyers are organisations.
    package let isOrganisation: Bool
    package let partyID: String?
    package let reason: UnassignedReason?
    /// Six digits.
    package let county: Region?
    package let category: String

    /// A key.
    package init(
        day: BusinessDay, leg: ReportLeg, isOrganisation: Bool, partyID: String?, reason: UnassignedReason?,
        county: Region?, category: String
    ) {
        self.day = day
        self.leg = leg
        self.isOrganisation = isOrganisation
        self.partyID = partyID
        self.reason = reason
        self.county = county
        self.category = category
    }
}

/// What one order has in one cell of the daily sums.
package struct OrderCell: Hashable, Sendable {
    package let key: CellKey
    /// `orders` is 1 where the order lies in this cell alone of its leg, else 0: then it is counted by its number.
    package var sums: CreditSums
    /// The order lies in several cells of the leg.
    package var isShared = false
    /// All cells of the order on the leg are of one day.
    package var isWhole = true

    /// A cell of an order that lies in no other.
    package init(key: CellKey, sums: CreditSums) {
        self.key = key
        self.sums = sums
    }
}
