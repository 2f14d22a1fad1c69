import Domain

/// The weight of a line as known now, by this precedence: a quantity that is a weight, the catalogue,
/// a single clear weight in spec and title.
struct LineWeight {
    /// Ordered less returned; 0 where everything was refunded; `nil` without a single clear weight.
    let grams: Grams?
    let evidence: WeightEvidence

    init(of facts: LineFacts, catalogue: Stated<Grams>, memo: WeightMemo) {
        let each: Grams?
        if let gramsEach = facts.quantity.unit.gramsEach {
            (each, evidence) = (Grams(gramsEach), .quantityUnit)
        } else {
            switch catalogue {
            case .value(let netGrams): (each, evidence) = (netGrams, .catalogue)
            case .contradiction: (each, evidence) = (nil, .none)
            case .nothing:
                (each, evidence) = memo.weight(spec: facts.spec, title: facts.title, read: Self.read)
            }
        }
        let quantityMilli = max(0, facts.quantity.milli)
        let ordered = each.flatMap { Quantity.grams(milli: quantityMilli, each: $0) }
        grams = ordered.map {
            Grams.remaining(
                ordered: $0, quantityMilli: quantityMilli, returnedMilli: facts.returnedMilli,
                paidFen: facts.paidFen,
                refundedFen: facts.refundedFen)
        }
    }

    /// The weight of one unit by its texts.
    ///
    /// The spec is what the buyer chose, so it may settle a title that offers several weights ("5斤/10斤") if it is
    /// one of them. Everything else that doesn't agree goes to a person: two clear weights that differ, an unclear
    /// spec beside a clear title, a title with a range or a bonus.
    private static func read(spec: String, title: String) -> WeightMemo.Weight {
        switch (WeightReader.read(spec), WeightReader.read(title)) {
        case (.single(let grams), .none): (grams, .spec)
        case (.single(let grams), .single(let other)) where grams == other: (grams, .spec)
        case (.single(let grams), .unclear) where WeightReader.offers(grams, in: title): (grams, .spec)
        case (.none, .single(let grams)): (grams, .title)
        default: (nil, .none)
        }
    }
}
