/// What a party (or nobody) has of a line on a leg.
package struct CreditRow: Hashable, Sendable {
    /// The line's place in its order.
    package var line: Int
    package let leg: Leg
    /// `nil`: nobody, for a reason.
    package let partyID: String?
    package let share: BasisPoints
    /// The rule that decided, by what it looked at.
    package let evidence: Evidence
    package let reason: UnassignedReason?
    /// Who might have it, where it is ambiguous; by id.
    package let candidateIDs: [String]
    package var amounts: LineAmounts

    /// A credit as it is stored.
    package init(
        line: Int, leg: Leg, partyID: String?, share: BasisPoints, evidence: Evidence,
        reason: UnassignedReason?, candidateIDs: [String] = [], amounts: LineAmounts
    ) {
        self.line = line
        self.leg = leg
        self.partyID = partyID
        self.share = share
        self.evidence = evidence
        self.reason = reason
        self.candidateIDs = candidateIDs
        self.amounts = amounts
    }

    /// What it adds to a cell, with its line.
    package var sums: CreditSums {
        CreditSums(
            lines: 1, grossFen: amounts.grossFen, paidFen: amounts.paidFen, refundedFen: amounts.refundedFen,
            grams: amounts.grams ?? 0, weighedPaidFen: amounts.grams == nil ? 0 : amounts.paidFen)
    }
}
