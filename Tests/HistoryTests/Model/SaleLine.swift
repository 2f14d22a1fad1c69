import Domain

/// A line that was paid for, as it stands now.
struct SaleLine {
    let line: OrderLine
    let saleAt: Instant
    let decision: LineDecision
    /// Those of records, those that the order states, and what closing left: one after the other.
    let refunds: [LineRefund]
    /// `nil` where the weight is not known.
    private(set) var grams: Int64?
    /// The day on which the weight was lost that `grams` is less than what was ordered.
    private(set) var lossDay: BusinessDay?
    private let isClosed: Bool
    /// All of it came back.
    private let isReturned: Bool

    init(
        _ line: OrderLine, saleAt: Instant, _ decision: LineDecision, _ stated: [LineRefund],
        firstClosedAt: Instant?, mistake: Mistake?
    ) {
        (self.line, self.saleAt, self.decision) = (line, saleAt, decision)
        isClosed = firstClosedAt != nil
        var refunds = stated
        let explainedFen = stated.reduce(0) { $0 + $1.refundedFen }
        let isExplained =
            line.paidFen > .zero
            ? explainedFen >= line.paidFen.amount
            : stated.reduce(0) { $0 + $1.returnedMilli } >= line.quantity.milli
        if let firstClosedAt, !isExplained {
            let isFree = line.paidFen == .zero && mistake == .keepsWeightOfFreeLine
            refunds.append(
                LineRefund(
                    lineID: line.lineID, refundID: "closed",
                    refundedFen: max(0, line.paidFen.amount - explainedFen),
                    returnedMilli: isFree ? 0 : line.quantity.milli, refundedAt: firstClosedAt))
        }
        self.refunds = refunds.sorted(by: LineRefund.isBefore)
        let refundedFen = refunds.reduce(0) { $0 + $1.refundedFen }
        let returnedMilli = refunds.reduce(0) { $0 + $1.returnedMilli }
        grams = decision.grams.map { ordered in
            Grams.remaining(
                ordered: ordered, quantityMilli: line.quantity.milli, returnedMilli: returnedMilli,
                paidFen: line.paidFen, refundedFen: Fen(refundedFen)
            ).amount
        }
        lossDay = self.refunds.last?.refundedAt.day
        isReturned = returnedMilli >= line.quantity.milli
    }

    var day: BusinessDay { saleAt.day }
    var paidFen: Int64 { line.paidFen.amount }
    var refundedFen: Int64 { refunds.reduce(0) { $0 + $1.refundedFen } }

    /// The whole order was refunded, last on that day: this line weighs nothing, unless it did so before by itself.
    mutating func loseAllWeight(on day: BusinessDay) {
        if grams != nil { grams = 0 }
        let isWhollyRefunded = paidFen > 0 && refundedFen >= paidFen
        if !isClosed, !isReturned, !isWhollyRefunded { lossDay = day }
    }

    /// The line's sums before any refund.
    var ordered: CreditSums {
        CreditSums(
            lines: 1, grossFen: line.grossFen.amount, paidFen: paidFen, grams: decision.grams?.amount ?? 0,
            weighedPaidFen: decision.grams == nil ? 0 : paidFen)
    }

    /// The line's sums as known now.
    var sums: CreditSums {
        var sums = ordered
        sums.refundedFen = refundedFen
        sums.grams = grams ?? 0
        return sums
    }

    /// What each day's refunds took from the line: their money, and on one day the weight that was lost.
    var losses: [(day: BusinessDay, sums: CreditSums)] {
        var losses = refunds.map { (day: $0.refundedAt.day, sums: CreditSums(refundedFen: $0.refundedFen)) }
        let lostGrams = (decision.grams?.amount ?? 0) - (grams ?? 0)
        if let lossDay { losses.append((day: lossDay, sums: CreditSums(grams: -lostGrams))) }
        return losses.filter { $0.sums != CreditSums() }
    }

    /// The credit that counts on the leg; `any`: sell where a party has it, else buy where one has, else sell.
    func credit(on leg: ReportLeg) -> Credit? {
        let sell = decision.credits.first { $0.leg == .sell }
        let buy = decision.credits.first { $0.leg == .buy }
        switch leg {
        case .sell: return sell
        case .buy: return buy
        case .any: return sell?.partyID == nil && buy?.partyID != nil ? buy : sell
        }
    }
}
