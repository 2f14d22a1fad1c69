package import Domain

extension CreditRow {
    /// A credit as it was decided, without amounts yet.
    init(_ credit: Credit, line: Int) {
        self.init(
            line: line, leg: credit.leg, partyID: credit.partyID, share: credit.share,
            evidence: credit.evidence,
            reason: credit.reason, candidateIDs: credit.candidateIDs, amounts: .zero)
    }

    /// Whether both are the same row of the store.
    func hasSamePlace(as other: CreditRow) -> Bool {
        line == other.line && leg == other.leg && partyID == other.partyID && reason == other.reason
    }

    /// Whether it is the credit of the same account, whatever it amounts to.
    func hasSameAccount(as other: CreditRow) -> Bool {
        leg == other.leg && partyID == other.partyID && reason == other.reason
    }
}

extension [CreditRow] {
    /// The rows that count each line once: those of the sell leg where it is credited, else of the buy leg where that
    /// is, else the unassigned sell leg.
    package var headline: [CreditRow] {
        filter { row in
            func isCredited(on leg: Leg) -> Bool {
                contains { $0.line == row.line && $0.leg == leg && $0.partyID != nil }
            }
            return row.leg == (isCredited(on: .sell) || !isCredited(on: .buy) ? .sell : .buy)
        }
    }
}
