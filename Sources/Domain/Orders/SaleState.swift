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

    /// What staff read.
    package var name: String {
        switch self {
        case .unpaid: "未付款"
        case .closedUnpaid: "未付款已关闭"
        case .gift: "赠品"
        case .sample: "样品"
        case .lottery: "抽奖"
        case .points: "积分兑换"
        case .exchange: "换货补发"
        }
    }
}
