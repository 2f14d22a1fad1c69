import Domain

/// How a line's cumulative amounts are shared by its credits.
extension [CreditRow] {
    /// Spreads the lines' amounts over their credits, line by line and leg by leg; rows stand line by line, leg by leg.
    mutating func share(_ lines: [LineStanding]) {
        var start = 0
        while start < count {
            let (line, leg) = (self[start].line, self[start].leg)
            var end = start + 1
            while end < count, self[end].line == line, self[end].leg == leg { end += 1 }
            share(lines[line].amounts, in: start..<end)
            start = end
        }
    }

    /// Spreads amounts over the rows of one line and leg, which are all of them.
    mutating func share(_ amounts: LineAmounts) {
        share(amounts, in: indices)
    }

    /// Each amount by the largest remainder, ties by the order of the rows, which is by party.
    private mutating func share(_ amounts: LineAmounts, in range: Range<Int>) {
        if range.count == 1 {
            self[range.lowerBound].amounts = amounts
            return
        }
        let weights = self[range].map(\.share.amount)
        let gross = Split.largestRemainder(amounts.grossFen, by: weights)
        let paid = Split.largestRemainder(amounts.paidFen, by: weights)
        let refunded = Split.largestRemainder(amounts.refundedFen, by: weights)
        let grams = amounts.grams.map { Split.largestRemainder($0, by: weights) }
        for (offset, place) in range.enumerated() {
            self[place].amounts = LineAmounts(
                grossFen: gross[offset], paidFen: paid[offset], refundedFen: refunded[offset],
                grams: grams?[offset])
        }
    }
}
