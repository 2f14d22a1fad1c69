/// How a line stands: whether it is a sale, what it weighs, where it comes from, and its amounts as known now.
package struct LineStanding: Hashable, Sendable {
    package let lineID: String
    /// The sale's day, or the creation day of a line that is no sale.
    package let day: BusinessDay
    /// Why it is no sale; `nil` for a sale.
    package let notSale: NotSaleReason?
    package let quantityMilli: Int64
    /// Whether the version that counts says closed.
    package let isClosed: Bool
    /// The first update that said closed.
    package var firstClosedAt: Instant?
    /// Before anything came back; `nil` without a single clear weight.
    package let orderedGrams: Int64?
    package let weightEvidence: WeightEvidence
    /// County (or village) of origin, as decided.
    package let origin: Region?
    package let category: String
    package var amounts: LineAmounts

    /// What was paid.
    package var paidFen: Int64 { amounts.paidFen }

    /// A line as it is stored.
    package init(
        lineID: String, day: BusinessDay, notSale: NotSaleReason?, quantityMilli: Int64, isClosed: Bool,
        firstClosedAt: Instant?, orderedGrams: Int64?, weightEvidence: WeightEvidence, origin: Region?,
        category: String, amounts: LineAmounts
    ) {
        self.lineID = lineID
        self.day = day
        self.notSale = notSale
        self.quantityMilli = quantityMilli
        self.isClosed = isClosed
        self.firstClosedAt = firstClosedAt
        self.orderedGrams = orderedGrams
        self.weightEvidence = weightEvidence
        self.origin = origin
        self.category = category
        self.amounts = amounts
    }
}
