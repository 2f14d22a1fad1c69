import Domain

/// An order as it stands now: what counts, with its refunds.
struct StandingOrder {
    let order: Order
    let account: Account
    /// The day that its header counts on.
    let day: BusinessDay
    let sales: [SaleLine]
    let notSales: [UnsoldLine]
    /// The day of its lines that are no sales.
    let unsoldDay: BusinessDay
    /// Refunds of lines that the order does not have.
    let orphans: [LineRefund]

    /// A line that is no sale.
    struct UnsoldLine {
        let paidFen: Int64
        let refundedFen: Int64
    }

    init?(_ known: KnownOrder, records: [LineRefund], mistake: Mistake?) {
        guard let counted = known.counted else { return nil }
        (order, account) = (counted.order, counted.account)
        unsoldDay = (order.createdAt ?? order.updatedAt).day
        let refunds = records + known.statedRefunds
        let order = counted.order
        orphans = refunds.filter { refund in !order.lines.contains { $0.lineID == refund.lineID } }
        var sales: [SaleLine] = []
        var notSales: [UnsoldLine] = []
        for line in order.lines {
            let ofLine = refunds.filter { $0.lineID == line.lineID }
            if case .sale(let saleAt) = line.sale {
                let decision = known.decidedBy.decision(
                    line, of: order, platform: counted.account.platform, saleAt: saleAt)
                sales.append(
                    SaleLine(
                        line, saleAt: saleAt, decision, ofLine, firstClosedAt: known.firstClosedAt(line),
                        mistake: mistake))
            } else {
                let refundedFen = ofLine.reduce(0) { $0 + $1.refundedFen }
                notSales.append(UnsoldLine(paidFen: line.paidFen.amount, refundedFen: refundedFen))
            }
        }
        Self.loseAllWeight(ofWhollyRefunded: &sales, mistake: mistake)
        (self.sales, self.notSales) = (sales, notSales)
        day = sales.first?.day ?? unsoldDay
    }

    /// What the header says was paid for all goods; what the lines say, where there is no header.
    var headerPaidFen: Int64 { order.headerPaidFen?.amount ?? linesPaidFen }

    var linesPaidFen: Int64 { order.lines.reduce(0) { $0 + $1.paidFen.amount } }

    /// Where all that was paid for an order went back, whatever fen the spreading left on one line, nothing was sold.
    private static func loseAllWeight(ofWhollyRefunded sales: inout [SaleLine], mistake: Mistake?) {
        if mistake == .countsRefundsByLine { return }
        let paidFen = sales.reduce(0) { $0 + $1.paidFen }
        let refundedFen = sales.reduce(0) { $0 + $1.refundedFen }
        let last = sales.flatMap(\.refunds).sorted(by: LineRefund.isBefore).last
        guard paidFen > 0, refundedFen >= paidFen, let last else { return }
        for place in sales.indices {
            let own = mistake == .losesWeightLineByLine ? sales[place].lossDay : nil
            sales[place].loseAllWeight(on: own ?? last.refundedAt.day)
        }
    }
}
