import Domain

/// Values of rows in the order of their columns.
extension RowValues {
    /// `line_id` to `room_id`.
    mutating func add(_ line: borrowing OrderLine, goods: Int64) {
        add(line.lineID)
        add(line.productID)
        add(line.skuID)
        add(goods)
        add(line.quantity.milli)
        add(Int64(line.quantity.unit.rawValue))
        add(line.grossFen.amount)
        add(Int64(line.grossOrigin.rawValue))
        add(line.paidFen.amount)
        add(Int64(line.paidOrigin.rawValue))
        switch line.sale {
        case .sale(let instant):
            add(Int64?.none)
            add(instant.milliseconds)
        case .notSale(let reason):
            add(Int64(reason.rawValue))
            add(Int64?.none)
        }
        add(line.closedAt?.milliseconds)
        add(line.firstClosedAt?.milliseconds)
        add(line.statedRefund?.refundedFen.amount)
        add(line.statedRefund?.returnedMilli)
        add(line.statedRefund?.refundedAt.milliseconds)
        add(line.statedRefund?.statedAt?.milliseconds)
        add(line.statedRefund.map { $0.isKept ? Int64(1) : 0 })
        add(line.originRegion?.code ?? Int64(0))
        add(line.hostID)
        add(line.roomID)
    }

    /// `line` to `grams` of a credit.
    mutating func add(_ credit: CreditRow, party: Int64) {
        add(Int64(credit.line))
        add(Int64(credit.leg.rawValue))
        add(party)
        add(credit.share.amount)
        add(Int64(credit.evidence.rawValue))
        add(Int64(credit.reason?.rawValue ?? 0))
        add(credit.amounts.grossFen)
        add(credit.amounts.paidFen)
        add(credit.amounts.refundedFen)
        add(credit.amounts.grams)
    }

    /// `lines` to `grams` of a booking.
    mutating func add(_ sums: CreditSums) {
        add(sums.lines)
        add(sums.grossFen)
        add(sums.paidFen)
        add(sums.weighedPaidFen)
        add(sums.refundedFen)
        add(sums.grams)
    }
}
