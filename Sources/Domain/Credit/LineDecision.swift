/// What attribution decides about a line.
package struct LineDecision: Hashable, Sendable {
    /// One credit a leg that applies; none on the buy leg for a private buyer.
    package var credits: [Credit]
    /// The line's weight as known now (returned items taken off); `nil` where there is no single clear weight.
    package var grams: Grams?
    package var weightEvidence: WeightEvidence
    /// County (or village) of origin.
    package var county: Region?
    package var category: String

    /// A decision.
    package init(
        credits: [Credit], grams: Grams?, weightEvidence: WeightEvidence, county: Region?, category: String
    ) {
        self.credits = credits
        self.grams = grams
        self.weightEvidence = weightEvidence
        self.county = county
        self.category = category
    }
}

/// Decides who has what of a line; `Attribution` provides it.
///
/// Pure and callable from any thread.
package protocol Crediting: Sendable {
    /// The decision about one line: the sell leg first, the parties of a leg by id, what nobody has last.
    func credit(_ facts: LineFacts) -> LineDecision
}
