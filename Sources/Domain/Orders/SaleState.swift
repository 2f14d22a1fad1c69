/// Whether a line is a sale, and when.
package enum SaleState: Hashable, Sendable {
    /// Paid for (or what stands in for payment by the platform's `dated_by`), at this instant.
    case sale(Instant)
    /// Kept and counted apart; dated by creation.
    case notSale(NotSaleReason)

    /// Whether it is a sale.
    package var isSale: Bool {
        if case .sale = self { true } else { false }
    }
}

/// Why a line is no sale.
///
/// The raw value is the key in the store.
package enum NotSaleReason: Int, CaseIterable, Sendable {
    case unpaid = 1
    case closedUnpaid, gift, sample, lottery, points, exchange

    /// The key for those who ask the store with SQL.
    package var key: String { String(describing: self) }
}
