internal import Domain

extension Order {
    /// Makes paid 0 on unpaid and closed-unpaid lines, whatever they would cost.
    ///
    /// The header's likewise, where there are lines and none was paid for.
    mutating func takeUnpaidAsNothing() {
        for place in lines.indices where lines[place].sale.isUnpaid {
            lines[place].paidFen = .zero
            lines[place].paidOrigin = .stated
        }
        if headerPaidFen != nil, !lines.isEmpty, lines.allSatisfy({ $0.sale.isUnpaid }) {
            headerPaidFen = .zero
        }
    }
}

extension SaleState {
    /// Whether nobody has paid, though it was meant to be paid for.
    var isUnpaid: Bool { self == .notSale(.unpaid) || self == .notSale(.closedUnpaid) }
}
