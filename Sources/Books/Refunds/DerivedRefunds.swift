import Domain

/// The refunds that follow from what the order says: paid lines that the platform closed, and goods of an order that was
/// refunded wholly.
///
/// They are made anew with every change, so that real records replace them as they arrive.
struct DerivedRefunds {
    /// Refunded and returned so far, by the line's place.
    private(set) var totals: [Total]
    private(set) var rows: [RefundRow] = []

    /// What came back of a line.
    struct Total {
        var refundedFen: Int64 = 0
        var returnedMilli: Int64 = 0
        /// Its last refund.
        var lastAt: Instant?

        fileprivate mutating func add(_ row: RefundRow) {
            guard row.hasSucceeded else { return }
            refundedFen += row.refundedFen
            returnedMilli += row.returnedMilli
            lastAt = [lastAt, row.refundedAt].compactMap(\.self).max()
        }
    }

    /// What follows for the lines from the refunds that are not derived themselves.
    init(_ lines: [LineStanding], _ refunds: [RefundRow], of standing: Standing) {
        totals = lines.map { line in
            var total = Total()
            for row in refunds where !row.evidence.isDerived && row.lineID == line.lineID { total.add(row) }
            return total
        }
        for (place, line) in lines.enumerated() where line.isClosed && line.notSale == nil {
            let isRefunded = line.paidFen > 0 && totals[place].refundedFen >= line.paidFen
            let leftMilli = max(0, line.quantityMilli - totals[place].returnedMilli)
            let leftFen = max(0, line.paidFen - totals[place].refundedFen)
            guard !isRefunded, leftFen > 0 || leftMilli > 0 else { continue }
            let closedAt = line.firstClosedAt ?? standing.version.updatedAt
            add(.closed, line, at: place, leftFen, leftMilli, closedAt, standing)
        }
        emptyWhollyRefunded(lines, standing)
    }

    /// An order whose refunds add up to all that was paid for it is wholly refunded on every line, whatever fen the
    /// spreading left on one: the goods of what is left go back without money, on the day of the last refund.
    private mutating func emptyWhollyRefunded(_ lines: [LineStanding], _ standing: Standing) {
        let sales = lines.indices.filter { lines[$0].notSale == nil }
        let paidFen = sales.reduce(0) { $0 &+ lines[$1].paidFen }
        let refundedFen = sales.reduce(0) { $0 &+ totals[$1].refundedFen }
        guard paidFen > 0, refundedFen >= paidFen, let lastAt = sales.compactMap({ totals[$0].lastAt }).max()
        else { return }
        for place in sales {
            let line = lines[place]
            let isEmpty = line.paidFen > 0 && totals[place].refundedFen >= line.paidFen
            let leftMilli = line.quantityMilli - totals[place].returnedMilli
            guard !isEmpty, leftMilli > 0 else { continue }
            add(.wholly, line, at: place, 0, leftMilli, lastAt, standing)
        }
    }

    private mutating func add(
        _ evidence: RefundEvidence, _ line: LineStanding, at place: Int, _ refundedFen: Int64,
        _ returnedMilli: Int64, _ instant: Instant, _ standing: Standing
    ) {
        let row = RefundRow(
            lineID: line.lineID, refundID: evidence.key, evidence: evidence, state: .succeeded,
            refundedFen: refundedFen, returnedMilli: returnedMilli, refundedAt: instant, updatedAt: instant,
            fetchedAt: standing.version.fetchedAt, origin: standing.origin)
        totals[place].add(row)
        rows.append(row)
    }
}
