/// The side of the proof that does not come from credits; in fen and numbers of records.
package struct ReadSums: Hashable, Sendable {
    package var readFen: Int64 = 0
    package var headerGapFen: Int64 = 0
    /// Σ over the refund rows themselves, orphans included.
    package var refundsReadFen: Int64 = 0
    package var orphanRefundFen: Int64 = 0
    /// Successful refunds whose line is missing.
    package var orphanRefunds: Int64 = 0
    package var notSalesOrders: Int64 = 0
    package var notSalesLines: Int64 = 0
    package var notSalesPaidFen: Int64 = 0
    package var notSalesRefundedFen: Int64 = 0

    /// Zeros.
    package init() {}

    /// Adds the other sums, or (with −1) takes them away.
    package mutating func add(_ other: ReadSums, sign: Int64 = 1) {
        readFen += sign * other.readFen
        headerGapFen += sign * other.headerGapFen
        refundsReadFen += sign * other.refundsReadFen
        orphanRefundFen += sign * other.orphanRefundFen
        orphanRefunds += sign * other.orphanRefunds
        notSalesOrders += sign * other.notSalesOrders
        notSalesLines += sign * other.notSalesLines
        notSalesPaidFen += sign * other.notSalesPaidFen
        notSalesRefundedFen += sign * other.notSalesRefundedFen
    }
}

/// What an order and its after-sales add to what was read on one day.
package struct ReadPart: Hashable, Sendable {
    package let day: BusinessDay
    package let isOrganisation: Bool
    /// The source's number in the store: the order's, or an orphan's own.
    package var source: Int64
    package var sums: ReadSums

    /// A part.
    package init(day: BusinessDay, isOrganisation: Bool, source: Int64, sums: ReadSums) {
        self.day = day
        self.isOrganisation = isOrganisation
        self.source = source
        self.sums = sums
    }
}
