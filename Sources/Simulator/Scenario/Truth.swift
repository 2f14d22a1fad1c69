import Domain

/// Sums the truth from the orders by the definitions themselves, apart from everything that renders or reads them.
struct Truth {
    private(set) var totals = Scenario.Totals()
    private var grams: [FigureID: Int64] = [:]
    private var netFen: [FigureID: Int64] = [:]

    init(orders: [OrderSpec]) {
        for order in orders where order.kind == .sale || order.kind == .closed {
            add(order)
        }
    }

    /// The eight figures in the article's order.
    var figures: [Figure] {
        FigureID.allCases.map { id in
            Figure(
                id: id.rawValue, title: id.title, articleText: id.articleText, grams: Grams(grams[id] ?? 0),
                netFen: Fen(netFen[id] ?? 0), reportArguments: id.reportArguments, rowKeys: id.rowKeys,
                expectedRowCount: id.expectedRowCount)
        }
    }

    private mutating func add(_ order: OrderSpec) {
        totals.orders += 1
        for (index, line) in order.lines.enumerated() where !line.isGift {
            let refunds = order.refunds.filter { $0.line == index && $0.paysBack }
            // Closed without a record: what is left is a derived refund.
            let refunded = order.kind == .closed ? line.paidFen : refunds.reduce(0) { $0 + $1.amountFen }
            let returnedMilli = refunds.reduce(0) { $0 + $1.returnedMilli }
            let isWhole = refunded >= line.paidFen
            let net = isWhole ? 0 : (line.quantityMilli - returnedMilli) * line.goods.netGrams / 1000
            totals.lines += 1
            totals.grossFen.amount += line.grossFen
            totals.paidFen.amount += line.paidFen
            totals.refundedFen.amount += refunded
            totals.netFen.amount += line.paidFen - refunded
            totals.grams.amount += net
            if let figure = order.figure {
                grams[figure, default: 0] += net
                netFen[figure, default: 0] += line.paidFen - refunded
            }
        }
    }
}
