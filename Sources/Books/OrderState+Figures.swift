import Domain

extension OrderState {
    /// Takes over since when each line is closed; who is credited stays.
    mutating func noteClosed(_ lines: [OrderLine]) {
        guard var standing else { return }
        for (place, line) in zip(standing.lines.indices, lines) {
            standing.lines[place].firstClosedAt = line.firstClosedAt
        }
        self.standing = standing
    }

    /// Derives refunds anew, takes all of them off the lines, and shares what is left.
    mutating func figure() {
        guard var standing else { return }
        if refunds.isEmpty, !standing.lines.contains(where: \.isClosed) { return }
        let derived = DerivedRefunds(standing.lines, refunds, of: standing)
        refunds.removeAll { $0.evidence.isDerived }
        refunds += derived.rows
        for place in standing.lines.indices { standing.lines[place].take(derived.totals[place]) }
        standing.credits.share(standing.lines)
        self.standing = standing
    }
}
