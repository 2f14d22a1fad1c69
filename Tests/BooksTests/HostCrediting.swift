import Domain

/// Credits by the host's id, and on the buy leg by the purchaser's; a line weighs what its quantity says.
struct HostCrediting: Crediting {
    /// The shares (in basis points) of an id's parties, by party.
    var shares: [String: [(partyID: String, share: Int64)]]
    /// Who might have what nobody has of an id.
    var candidates: [String: [String]] = [:]
    var county: Region?
    var category = ""

    /// One party each for two hosts; one host of two parties, one of three, one that gives away only a part.
    static let sample = HostCrediting(
        shares: [
            "host-a": [("a", 10_000)], "host-b": [("b", 10_000)], "host-ab": [("a", 5000), ("b", 5000)],
            "host-abc": [("a", 3333), ("b", 3333), ("c", 3333)], "host-part": [("a", 6000)],
            "unit": [("c", 10_000)],
        ],
        candidates: ["host-either": ["a", "b"]])

    func credit(_ facts: LineFacts) -> LineDecision {
        var credits = credits(.sell, facts.hostID, .hostID)
        if case .organisation(let purchaserID, _) = facts.buyer {
            credits += self.credits(.buy, purchaserID, .purchaserID)
        }
        let grams = facts.quantity.grams
        return LineDecision(
            credits: credits, grams: grams, weightEvidence: grams == nil ? .none : .quantityUnit,
            county: county, category: category)
    }

    private func credits(_ leg: Leg, _ id: String, _ evidence: Evidence) -> [Credit] {
        let shares = shares[id] ?? []
        var credits = shares.compactMap { partyID, share in
            BasisPoints(share).map { Credit(leg: leg, partyID: partyID, share: $0, evidence: evidence) }
        }
        if let rest = BasisPoints(10_000 - shares.reduce(0) { $0 + $1.share }), rest.amount > 0 {
            let candidateIDs = candidates[id] ?? []
            credits.append(
                Credit(
                    unassigned: leg, share: rest, reason: candidateIDs.isEmpty ? .noIdentity : .ambiguous,
                    evidence: candidateIDs.isEmpty ? .none : evidence, candidateIDs: candidateIDs))
        }
        return credits
    }
}
