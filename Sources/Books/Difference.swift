import Domain

extension Difference {
    fileprivate init(_ row: CreditRow, of line: LineStanding, _ cause: BookingCause, _ sums: CreditSums) {
        self.init(
            lineID: line.lineID, leg: row.leg, partyID: row.partyID, reason: row.reason,
            county: line.origin?.county, category: line.category, day: line.day, cause: cause, sums: sums)
    }
}

extension [Difference] {
    /// The differences between two standings of an order, line by line and account by account.
    init(from before: Standing?, to after: Standing?) {
        self = []
        guard let after else { return }
        guard let before else {
            reserveCapacity(after.credits.count)
            for row in after.credits {
                append(Difference(row, of: after.lines[row.line], .sale, row.sums))
            }
            return
        }
        for gone in before.credits where after.account(of: gone, in: before) == nil {
            var sums = CreditSums()
            sums.add(gone.sums, sign: -1)
            append(Difference(gone, of: before.lines[gone.line], .reassigned, sums))
        }
        for row in after.credits {
            let line = after.lines[row.line]
            guard let known = before.account(of: row, in: after) else {
                let isKnown = before.credits.contains {
                    $0.leg == row.leg && before.lines[$0.line].lineID == line.lineID
                }
                append(Difference(row, of: line, isKnown ? .reassigned : .sale, row.sums))
                continue
            }
            var sums = row.sums
            sums.add(known.sums, sign: -1)
            if sums != CreditSums() { append(Difference(row, of: line, .change, sums)) }
        }
    }
}

extension Standing {
    /// The credit that is booked to the same account, place and day as a row of another standing.
    fileprivate func account(of row: CreditRow, in other: Standing) -> CreditRow? {
        let line = other.lines[row.line]
        return credits.first { credit in
            guard credit.hasSameAccount(as: row) else { return false }
            let own = lines[credit.line]
            return own.lineID == line.lineID && own.day == line.day && own.category == line.category
                && own.origin?.county == line.origin?.county
        }
    }
}
