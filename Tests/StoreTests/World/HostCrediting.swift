import Domain

/// Credits by the host's id and the purchaser's id alone; county, category and weight hang on the product.
struct HostCrediting: Crediting, Hashable {
    struct Share: Hashable {
        let partyID: String
        let share: Int64

        init(_ partyID: String, _ share: Int64 = 10_000) {
            self.partyID = partyID
            self.share = share
        }
    }

    /// Tells versions of the roster apart.
    var name = "standard"
    /// In the order of the party ids.
    var hosts: [String: [Share]]
    var purchasers: [String: String]
    /// Who might have the lines of a host that is known twice.
    var candidates: [String: [String]] = [:]
    var counties: [String: Int64]
    var categories: [String: String]

    static let standard = HostCrediting(
        hosts: [
            "h1": [Share("a")], "h2": [Share("b")], "h3": [Share("a", 5_000), Share("b", 5_000)],
            "h4": [Share("a", 6_000)], "h5": [Share("a", 3_333), Share("b", 3_333), Share("c", 3_333)],
        ],
        purchasers: ["u1": "c", "u2": "a"], candidates: ["two": ["a", "b"]],
        counties: ["p1": 411_422, "p2": 411_425_001_002], categories: ["p1": "粮油"])

    /// Another roster, by which the same lines belong to others.
    static let other = HostCrediting(
        name: "other",
        hosts: ["h1": [Share("b")], "h3": [Share("a", 4_000), Share("c", 6_000)], "h4": [Share("d")]],
        purchasers: ["u1": "a"], candidates: ["two": ["b", "c"], "h5": ["a", "d"]], counties: ["p1": 411_402],
        categories: ["p2": "蔬菜"])

    var version: RosterVersion {
        let parties = ["a", "b", "c", "d"].map { id in
            #"{"kind":"unit","name":"示例\#(id)","organisation":"","party":"\#(id)"}"#
        }
        return RosterVersion(
            hash: "hash of \(name)", decides: "decides of \(name)",
            facts: #"{"parties":[\#(parties.joined(separator: ","))]}"#)
    }

    func credit(_ facts: LineFacts) -> LineDecision {
        var credits = Self.credits(
            .sell, hosts[facts.hostID] ?? [], .hostID, candidateIDs: candidates[facts.hostID] ?? [])
        if case .organisation(let purchaserID, _) = facts.buyer {
            credits += Self.credits(
                .buy, purchasers[purchaserID].map { [Share($0)] } ?? [], .purchaserID, candidateIDs: [])
        }
        let grams =
            facts.productID.isEmpty ? nil : Quantity.grams(milli: facts.quantity.milli, each: Grams(505))
        return LineDecision(
            credits: credits, grams: grams, weightEvidence: grams == nil ? .none : .catalogue,
            county: counties[facts.productID].flatMap(Region.init(code:)),
            category: facts.category.isEmpty ? categories[facts.productID] ?? "" : facts.category)
    }

    private static func credits(
        _ leg: Leg, _ shares: [Share], _ evidence: Evidence, candidateIDs: [String]
    ) -> [Credit] {
        let rest = 10_000 - shares.reduce(0) { $0 + $1.share }
        var credits = shares.compactMap { share in
            BasisPoints(share.share).map {
                Credit(leg: leg, partyID: share.partyID, share: $0, evidence: evidence)
            }
        }
        if rest > 0, let share = BasisPoints(rest) {
            credits.append(
                Credit(
                    unassigned: leg, share: share, reason: candidateIDs.isEmpty ? .noIdentity : .ambiguous,
                    evidence: .none, candidateIDs: candidateIDs))
        }
        return credits
    }
}
