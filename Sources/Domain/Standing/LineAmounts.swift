/// The amounts of a line, or of a share of it, as known now; in fen and grams.
package struct LineAmounts: Hashable, Sendable {
    package var grossFen: Int64
    package var paidFen: Int64
    package var refundedFen: Int64
    /// What was ordered less what came back; `nil` without a single clear weight.
    package var grams: Int64?

    /// Amounts.
    package init(grossFen: Int64, paidFen: Int64, refundedFen: Int64, grams: Int64?) {
        self.grossFen = grossFen
        self.paidFen = paidFen
        self.refundedFen = refundedFen
        self.grams = grams
    }

    /// Nothing at all.
    package static let zero = LineAmounts(grossFen: 0, paidFen: 0, refundedFen: 0, grams: nil)
}
