import Domain

extension LineStanding {
    /// A line before any refund; only a sale has a decision.
    init(_ line: borrowing OrderLine, day: BusinessDay, _ decision: LineDecision?) {
        let notSale: NotSaleReason? = if case .notSale(let reason) = line.sale { reason } else { nil }
        self.init(
            lineID: line.lineID, day: day, notSale: notSale, quantityMilli: line.quantity.milli,
            isClosed: line.closedAt != nil, firstClosedAt: line.firstClosedAt,
            orderedGrams: decision?.grams?.amount, weightEvidence: decision?.weightEvidence ?? .none,
            origin: decision?.county, category: decision?.category ?? "",
            amounts: LineAmounts(
                grossFen: line.grossFen.amount, paidFen: line.paidFen.amount, refundedFen: 0,
                grams: decision?.grams?.amount))
    }

    /// Takes what came back off.
    mutating func take(_ total: DerivedRefunds.Total) {
        amounts.refundedFen = total.refundedFen
        amounts.grams = orderedGrams.map { ordered in
            Grams.remaining(
                ordered: Grams(ordered), quantityMilli: quantityMilli, returnedMilli: total.returnedMilli,
                paidFen: Fen(amounts.paidFen), refundedFen: Fen(total.refundedFen)
            ).amount
        }
    }
}
