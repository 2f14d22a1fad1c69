extension Grams {
    /// The weight of a line as known now: ordered less returned items; wholly refunded → 0; partly refunded
    /// without a returned quantity → unchanged.
    ///
    /// Never negative.
    package static func remaining(
        ordered: Grams, quantityMilli: Int64, returnedMilli: Int64, paidFen: Fen, refundedFen: Fen
    ) -> Grams {
        if refundedFen.amount > 0, refundedFen >= paidFen { return .zero }
        guard returnedMilli > 0, quantityMilli > 0 else { return ordered }
        guard returnedMilli < quantityMilli else { return .zero }
        let product = ordered.amount.multipliedFullWidth(by: quantityMilli - returnedMilli)
        return Grams(quantityMilli.dividingFullWidth(product).quotient)
    }
}
