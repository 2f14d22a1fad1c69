package import Domain

extension Books {
    /// The cells of a line for a report that the daily sums cannot answer.
    ///
    /// Dated by payment, each credit is a cell of the sale's day. Dated by refund, the sale counts there before anything
    /// came back, and each refund on its own day: what had been refunded by then is shared, not each refund, else shares of
    /// a fen would go astray. The weight that the line lost counts on the day of its last refund.
    package static func cells(of line: CreditedLine, in scope: ReportScope) -> [CreditCell] {
        let credits = line.credits.counting(on: scope.leg)
        guard scope.dated == .refunded else { return credits.map { line.cell(of: $0, $0.sums) } }
        var cells: [CreditCell] = []
        let whole = LineAmounts(
            grossFen: credits.reduce(0) { $0 + $1.amounts.grossFen },
            paidFen: credits.reduce(0) { $0 + $1.amounts.paidFen }, refundedFen: 0, grams: line.orderedGrams)
        var before = credits
        before.share(whole)
        if scope.days.contains(line.cell.day) { cells += before.map { line.cell(of: $0, $0.sums) } }
        let refunds = line.refunds.sorted { ($0.refundedAt, $0.refundID) < ($1.refundedAt, $1.refundID) }
        var refunded = whole
        for (place, refund) in refunds.enumerated() {
            refunded.refundedFen += refund.refundedFen
            var after = before
            after.share(refunded)
            if scope.days.contains(refund.refundedAt.day) {
                let isLast = place == refunds.count - 1
                for (row, credit) in credits.enumerated() {
                    let sums = CreditSums(
                        refundedFen: after[row].amounts.refundedFen - before[row].amounts.refundedFen,
                        grams: isLast ? (credit.amounts.grams ?? 0) - (before[row].amounts.grams ?? 0) : 0)
                    if sums != CreditSums() {
                        cells.append(line.cell(of: credit, sums, on: refund.refundedAt.day))
                    }
                }
            }
            before = after
        }
        return cells
    }
}

extension ReportScope {
    fileprivate var days: ClosedRange<BusinessDay> { from...to }
}

extension [CreditRow] {
    /// The credits of one line that count on a leg; `any` counts the line by its sell credit, else by its buy credit, else as
    /// unassigned on the sell leg.
    fileprivate func counting(on leg: ReportLeg) -> [CreditRow] {
        switch leg {
        case .sell: filter { $0.leg == .sell }
        case .buy: filter { $0.leg == .buy }
        case .any: headline
        }
    }
}

extension CreditedLine {
    fileprivate func cell(of credit: CreditRow, _ sums: CreditSums, on day: BusinessDay? = nil) -> CreditCell
    {
        var cell = cell
        cell.day = day ?? cell.saleDay
        cell.partyID = credit.partyID
        cell.reason = credit.reason
        cell.sums = sums
        return cell
    }
}
