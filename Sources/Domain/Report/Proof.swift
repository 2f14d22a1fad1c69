/// The conservation proof (docs/flow.md) over all orders of the report's days and leg, whatever its filters; in fen.
package struct Proof: Hashable, Sendable {
    /// Σ over order headers of their own paid without freight.
    package var readFen: Int64 = 0
    package var creditedFen: Int64 = 0
    package var unassignedFen: Int64 = 0
    package var notSalesFen: Int64 = 0
    /// Refunds on credited, unassigned and not_sales lines.
    package var refundedFen: Int64 = 0
    /// Refunds whose order has not arrived.
    package var orphanRefundFen: Int64 = 0
    /// Σ (header − its lines).
    package var headerGapFen: Int64 = 0
    package var parkedRecords: Int64 = 0
    /// Lines of sales whose paid amount nobody has stated: their weight counts, and nothing of money.
    package var unknownPaidLines: Int64 = 0
    /// Net credited, not yet posted.
    package var pendingFen: Int64 = 0
    /// How many differences wait to be posted: they may come to nothing together, from one party to another, and some of them
    /// to nothing each.
    package var pendingEntries: Int64 = 0
    /// Net of the journal by sale day, on this leg.
    package var journalNetFen: Int64 = 0
    /// Refunds on not_sales lines, within `refundedFen`.
    package var notSalesRefundedFen: Int64 = 0
    /// Σ over stored after-sale records that succeeded, orphans included: read apart from the lines.
    package var refundsReadFen: Int64 = 0

    /// Zeros.
    package init() {}

    /// What is left after all of it; 0 or the store is wrong.
    ///
    /// The sum of three gaps, each of which must be 0: paid read against paid shown, refunds read against refunds
    /// shown, net credited against net posted and pending.
    package var unexplainedFen: Int64 {
        abs(readFen - creditedFen - unassignedFen - notSalesFen - headerGapFen)
            + abs(refundsReadFen - refundedFen - orphanRefundFen)
            + abs(
                creditedFen + unassignedFen - (refundedFen - notSalesRefundedFen) - journalNetFen - pendingFen
            )
    }
}

/// Lines that are no sales, counted apart.
package struct NotSales: Hashable, Sendable {
    package var orders: Int64 = 0
    package var lines: Int64 = 0
    package var paidFen: Int64 = 0

    /// Zeros.
    package init() {}
}
