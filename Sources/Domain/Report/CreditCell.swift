/// Sums of credited (or unassigned) lines that agree in every key, as the store hands them to a report.
package struct CreditCell: Hashable, Sendable {
    /// The day that counts under the report's dating.
    package var day: BusinessDay
    /// The day of the sale, which campaigns go by, whatever the dating.
    package var saleDay: BusinessDay
    /// The party's id, or `nil`: unassigned.
    package var partyID: String?
    /// Why it is unassigned; `nil` where a party has it.
    package var reason: UnassignedReason?
    package var channel: Channel
    package var shopID: String
    /// The account or file that it was read from.
    package var source: String
    package var county: Region?
    package var category: String
    /// Known only where the report asks for it.
    package var buyerCounty: Region?
    /// Known only where the report asks for it.
    package var sessionID: String
    package var sums: CreditSums
    /// Which orders the cell belongs to, for counting distinct ones: `nil` where `sums.orders` counts orders that
    /// lie in this cell alone; otherwise the store's number of the order, whose lines lie in several cells
    /// (`sums.orders` is 0).
    package var sharedOrder: Int64?

    /// A cell.
    package init(
        day: BusinessDay, saleDay: BusinessDay? = nil, partyID: String?, reason: UnassignedReason? = nil,
        channel: Channel, shopID: String,
        source: String, county: Region?,
        category: String, buyerCounty: Region? = nil, sessionID: String = "", sums: CreditSums,
        sharedOrder: Int64? = nil
    ) {
        self.day = day
        self.saleDay = saleDay ?? day
        self.partyID = partyID
        self.reason = reason
        self.channel = channel
        self.shopID = shopID
        self.source = source
        self.county = county
        self.category = category
        self.buyerCounty = buyerCounty
        self.sessionID = sessionID
        self.sums = sums
        self.sharedOrder = sharedOrder
    }
}

/// Sums over lines, in fen and grams.
///
/// Sums of stored amounts do not overflow: an amount is at most 10^13. Damaged ones must not end the process.
package struct CreditSums: Hashable, Sendable {
    package var orders: Int64
    package var lines: Int64
    package var grossFen: Int64
    package var paidFen: Int64
    package var refundedFen: Int64
    package var grams: Int64
    /// Paid of the lines that have a weight, for `grams_cover_bp`.
    package var weighedPaidFen: Int64

    /// Nothing, unless said.
    package init(
        orders: Int64 = 0, lines: Int64 = 0, grossFen: Int64 = 0, paidFen: Int64 = 0, refundedFen: Int64 = 0,
        grams: Int64 = 0, weighedPaidFen: Int64 = 0
    ) {
        self.orders = orders
        self.lines = lines
        self.grossFen = grossFen
        self.paidFen = paidFen
        self.refundedFen = refundedFen
        self.grams = grams
        self.weighedPaidFen = weighedPaidFen
    }

    /// paid − refunded.
    package var netFen: Int64 { paidFen - refundedFen }

    /// Adds the other sums to these, or (with −1) takes them away.
    package mutating func add(_ other: CreditSums, sign: Int64 = 1) {
        orders &+= sign &* other.orders
        lines &+= sign &* other.lines
        grossFen &+= sign &* other.grossFen
        paidFen &+= sign &* other.paidFen
        refundedFen &+= sign &* other.refundedFen
        grams &+= sign &* other.grams
        weighedPaidFen &+= sign &* other.weighedPaidFen
    }
}
