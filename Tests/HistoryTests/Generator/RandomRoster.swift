import Domain
import SeededRandomness

extension RosterFacts {
    /// A roster of a few rows, most of which matter to somebody.
    ///
    /// Live sessions are on air, or were until a little while ago, when some of the orders were paid.
    static func random(for plans: [OrderPlan], using random: inout SeededRandom) -> RosterFacts {
        var facts = RosterFacts()
        for id in Words.parties where random.happens(percent: 90) {
            facts.parties.append(
                Party(
                    id: id, name: "",
                    kind: random.element(of: [.firstSecretary, .unit, .venue, .memberCatering]),
                    region: random.element(of: Words.regions + [nil]), organisation: ""))
        }
        for party in facts.parties where party.kind.needsTenure {
            for _ in 0..<random.next(in: 0...2) {
                facts.tenures.append(
                    Tenure(partyID: party.id, region: nil, role: "", span: .random(using: &random)))
            }
        }
        for _ in 0..<random.next(in: 3...9) { facts.identities.append(.random(using: &random)) }
        for _ in 0..<random.next(in: 0...4) { facts.catalogue.append(.random(using: &random)) }
        for id in Words.sessions where random.happens(percent: 60) {
            facts.sessions.append(.random(id: id, near: random.element(of: plans), using: &random))
        }
        for _ in 0..<random.next(in: 1...3) { facts.campaigns.append(.random(using: &random)) }
        return facts
    }

    /// The same roster after somebody worked at it.
    func changed(using random: inout SeededRandom) -> RosterFacts {
        var facts = self
        switch random.next(in: 0...4) {
        case 0: if !facts.identities.isEmpty { facts.identities.removeLast() }
        case 1: facts.identities.append(.random(using: &random))
        case 2: facts.tenures = facts.tenures.map { $0.moved(using: &random) }
        case 3: facts.catalogue = (0..<3).map { _ in .random(using: &random) }
        default: if facts.parties.count > 1 { facts.parties.removeFirst() }
        }
        return facts
    }
}

extension Tenure {
    fileprivate func moved(using random: inout SeededRandom) -> Tenure {
        Tenure(partyID: partyID, region: region, role: role, span: .random(using: &random))
    }
}

extension DaySpan {
    fileprivate static func random(using random: inout SeededRandom) -> DaySpan {
        let from = random.day(in: 0...20)
        let to = from.advanced(by: random.next(in: 5...30))
        return DaySpan(
            from: random.happens(percent: 60) ? nil : from, to: random.happens(percent: 60) ? nil : to)
    }
}

extension Identity {
    fileprivate static func random(using random: inout SeededRandom) -> Identity {
        let kind = random.element(of: [Kind.host, .host, .shop, .purchaser, .purchaserName])
        let values =
            switch kind {
            case .shop: Words.shops.map(\.shopID)
            case .purchaser: Words.purchasers
            case .purchaserName: Words.purchaserNames
            default: Words.hosts
            }
        return Identity(
            partyID: random.element(of: Words.parties),
            platform: random.element(of: ["", "", "douyin", "p832"]),
            kind: kind, value: random.element(of: values.filter { !$0.isEmpty }),
            span: .random(using: &random))
    }
}

extension CatalogueItem {
    fileprivate static func random(using random: inout SeededRandom) -> CatalogueItem {
        CatalogueItem(
            platform: random.element(of: ["", "", "douyin"]),
            productID: random.element(of: Words.products.filter { !$0.isEmpty }),
            skuID: random.element(of: Words.skus), title: "",
            netGrams: random.happens(percent: 80) ? Grams(Int64(random.next(in: 1...20)) * 125) : nil,
            category: random.element(of: Words.categories), region: random.element(of: Words.regions + [nil]),
            supplier: "")
    }
}

extension LiveSession {
    fileprivate static func random(
        id: String, near plan: OrderPlan, using random: inout SeededRandom
    ) -> LiveSession {
        let end = plan.soldAt.advanced(byMilliseconds: random.minutes(upTo: 40) - 20 * 60_000)
        let start = end.advanced(byMilliseconds: -60_000 - random.minutes(upTo: 20 * 1440))
        return LiveSession(
            id: id, platform: random.element(of: ["", "", "douyin"]),
            shopID: random.happens(percent: 85) ? plan.shop.shopID : "",
            roomID: random.element(of: Words.rooms + [""]),
            partyID: random.element(of: Words.parties), start: start, end: end, share: nil)
    }
}

extension Campaign {
    fileprivate static func random(using random: inout SeededRandom) -> Campaign {
        Campaign(
            id: random.element(of: Words.campaigns), name: "", span: .random(using: &random),
            channel: random.happens(percent: 30) ? .douyin : nil,
            category: random.happens(percent: 30) ? "粉条" : "",
            region: random.happens(percent: 30) ? Region("411400") : nil,
            partyID: random.happens(percent: 20) ? "p-1" : "")
    }
}
