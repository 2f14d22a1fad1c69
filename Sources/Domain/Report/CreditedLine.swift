/// A sold line with its credits and refunds, for reports that the daily sums cannot answer: buyers' counties, sessions,
/// refunds on their own day.
package struct CreditedLine: Sendable {
    /// The keys of the line's cells; day and sale day are those of the sale, the party is nobody.
    package var cell: CreditCell
    /// The platform's name as in the configuration.
    package var platform: String
    package var roomID: String
    package var saleAt: Instant
    /// Before anything came back; `nil` without a single clear weight.
    package var orderedGrams: Int64?
    /// On the legs of the order, leg by leg, by party, what nobody has last; all of line 0.
    package var credits: [CreditRow]
    /// Those that succeeded.
    package var refunds: [RefundRow]

    /// A line.
    package init(
        cell: CreditCell, platform: String, roomID: String, saleAt: Instant, orderedGrams: Int64?,
        credits: [CreditRow], refunds: [RefundRow]
    ) {
        self.cell = cell
        self.platform = platform
        self.roomID = roomID
        self.saleAt = saleAt
        self.orderedGrams = orderedGrams
        self.credits = credits
        self.refunds = refunds
    }
}
