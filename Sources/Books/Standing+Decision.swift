import Domain

extension Standing {
    /// How an order stands by a roster, before any refund.
    init(_ order: Order, by top: Statement, _ roster: RosterInForce) {
        let unsoldDay = order.unsoldDay
        var lines: [LineStanding] = []
        var credits: [CreditRow] = []
        lines.reserveCapacity(order.lines.count)
        credits.reserveCapacity(order.lines.count)
        var paidFen: Int64 = 0
        var firstSaleDay: BusinessDay?
        // A span lends each line; a loop over the array would copy it, text by text.
        let span = order.lines.span
        for place in span.indices {
            paidFen &+= span[place].paidFen.amount
            guard case .sale(let saleAt) = span[place].sale else {
                lines.append(LineStanding(span[place], day: unsoldDay, nil))
                continue
            }
            let decision = roster.crediting.credit(
                LineFacts(span[place], of: order, platform: top.platform, saleAt: saleAt))
            firstSaleDay = firstSaleDay ?? saleAt.day
            for credit in decision.credits { credits.append(CreditRow(credit, line: place)) }
            lines.append(LineStanding(span[place], day: saleAt.day, decision))
        }
        credits.share(lines)
        let readFen = order.headerPaidFen?.amount ?? paidFen
        self.init(
            origin: top.origin, kind: top.kind, version: top.version,
            isOrganisation: order.buyer.isOrganisation,
            day: firstSaleDay ?? unsoldDay, readFen: readFen, headerGapFen: readFen &- paidFen,
            roster: roster.number, lines: lines, credits: credits)
    }
}

extension Order {
    /// The day of lines that are no sales.
    var unsoldDay: BusinessDay { (createdAt ?? updatedAt).day }
}
