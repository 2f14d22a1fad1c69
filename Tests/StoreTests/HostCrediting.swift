import Domain
import Store

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

    /// In the order of the party ids.
    var hosts: [String: [Share]]
    var purchasers: [String: String]
    /// Why nobody has the rest of a host's line, where it is not that nobody knows the host.
    var reasons: [String: UnassignedReason] = [:]
    var counties: [String: Int64]
    var categories: [String: String]

    static let standard = HostCrediting(
        hosts: [
            "h1": [Share("a")], "h2": [Share("b")], "h3": [Share("a", 5_000), Share("b", 5_000)],
            "h4": [Share("a", 6_000)], "h5": [Share("a", 3_333), Share("b", 3_333), Share("c", 3_333)],
        ],
        purchasers: ["u1": "c", "u2": "a"], reasons: ["out": .outsideTenure, "two": .ambiguous],
        counties: ["p1": 411_422, "p2": 411_425], categories: ["p1": "粮油"]
    )

    func credit(_ facts: LineFacts) -> LineCredit {
        var credits = Self.credits(
            .sell, hosts[facts.hostID] ?? [], .hostID, rest: reasons[facts.hostID] ?? .noIdentity)
        if case .organisation(let purchaserID, _) = facts.buyer {
            credits += Self.credits(
                .buy, purchasers[purchaserID].map { [Share($0)] } ?? [], .purchaserID, rest: .noIdentity)
        }
        let grams =
            facts.productID.isEmpty ? nil : Quantity.grams(milli: facts.quantity.milli, each: Grams(505))
        return LineCredit(
            credits: credits, grams: grams, weightEvidence: grams == nil ? .none : .catalogue,
            county: counties[facts.productID].flatMap(Region.init(code:)),
            category: facts.category.isEmpty ? categories[facts.productID] ?? "" : facts.category)
    }

    private static func credits(
        _ leg: Leg, _ shares: [Share], _ evidence: Evidence, rest reason: UnassignedReason
    ) -> [Credit] {
        let rest = 10_000 - shares.reduce(0) { $0 + $1.share }
        var credits = shares.compactMap { share in
            BasisPoints(share.share).map {
                Credit(leg: leg, partyID: share.partyID, share: $0, evidence: evidence)
            }
        }
        if rest > 0, let share = BasisPoints(rest) {
            credits.append(Credit(unassigned: leg, share: share, reason: reason, evidence: .none))
        }
        return credits
    }
}
