import Domain

/// Crediting by loops over the roster's rows.
extension RosterFacts {
    /// Who has the line, what it weighs as ordered, where it comes from.
    func decision(_ line: OrderLine, of order: Order, platform: String, saleAt: Instant) -> LineDecision {
        let day = saleAt.day
        var credits = [
            credit(
                on: .sell, [(.hostID, .host, line.hostID), (.shopID, .shop, order.shopID)], platform, day)
        ]
        if case .organisation(let id, let name) = order.buyer {
            let rules: [Rule] = [(.purchaserID, .purchaser, id), (.purchaserName, .purchaserName, name)]
            credits.append(credit(on: .buy, rules, platform, day))
        }
        let (grams, evidence) = weight(line, platform)
        return LineDecision(
            credits: credits, grams: grams, weightEvidence: evidence,
            county: line.originRegion ?? catalogued(line, platform) { $0.region },
            category: !line.category.isEmpty
                ? line.category : catalogued(line, platform) { $0.category.isEmpty ? nil : $0.category } ?? ""
        )
    }

    /// The live session of a sale: one that is on air, else one that ended within the last quarter of an hour.
    func session(platform: String, shopID: String, roomID: String, at instant: Instant) -> String {
        let slots = sessions.filter { slot in
            (slot.platform.isEmpty || slot.platform == platform) && slot.start <= instant
                && (slot.shopID == shopID || slot.shopID.isEmpty)
                && (slot.roomID.isEmpty ? !slot.shopID.isEmpty : slot.roomID == roomID)
        }
        // One of the shop before one of a room alone, then what began last, then the smaller id.
        let ranked = slots.sorted { one, other in
            if one.shopID.isEmpty != other.shopID.isEmpty { return other.shopID.isEmpty }
            return one.start != other.start ? one.start > other.start : one.id < other.id
        }
        if let onAir = ranked.first(where: { instant < $0.end }) { return onAir.id }
        let grace = instant.advanced(byMilliseconds: -15 * 60_000)
        let last = ranked.map(\.end).max()
        return ranked.first { $0.end == last && $0.end > grace }?.id ?? ""
    }

    /// What a rule looks at: an id, and the identities that may hold it.
    private typealias Rule = (evidence: Evidence, kind: Identity.Kind, value: String)

    /// The first rule decides whose id belongs to anybody on the day.
    private func credit(on leg: Leg, _ rules: [Rule], _ platform: String, _ day: BusinessDay) -> Credit {
        for rule in rules where !rule.value.isEmpty {
            let holders = identities.filter { identity in
                identity.kind == rule.kind && identity.value == rule.value && identity.span.contains(day)
                    && (identity.platform.isEmpty || identity.platform == platform)
                    && parties.contains { $0.id == identity.partyID }
            }
            if holders.isEmpty { continue }
            let able = Set(holders.map(\.partyID)).filter { isCreditable($0, on: day) }.sorted()
            if able.count == 1 {
                return Credit(leg: leg, partyID: able[0], share: .whole, evidence: rule.evidence)
            }
            return Credit(
                unassigned: leg, share: .whole, reason: able.isEmpty ? .outsideTenure : .ambiguous,
                evidence: rule.evidence, candidateIDs: able)
        }
        return Credit(unassigned: leg, share: .whole, reason: .noIdentity, evidence: .none)
    }

    private func isCreditable(_ partyID: String, on day: BusinessDay) -> Bool {
        guard let party = parties.first(where: { $0.id == partyID }) else { return false }
        return !party.kind.needsTenure
            || tenures.contains { $0.partyID == partyID && $0.span.contains(day) }
    }

    /// Ordered weight: by the unit of the quantity, else by the catalogue.
    private func weight(_ line: OrderLine, _ platform: String) -> (Grams?, WeightEvidence) {
        if let grams = line.quantity.grams { return (grams, .quantityUnit) }
        guard let each = catalogued(line, platform, \.netGrams) else { return (nil, .none) }
        return (Quantity.grams(milli: line.quantity.milli, each: each), .catalogue)
    }

    /// A field of the most specific rows of the line's product that state it, where they agree.
    private func catalogued<Value: Hashable>(
        _ line: OrderLine, _ platform: String, _ field: (CatalogueItem) -> Value?
    ) -> Value? {
        guard !line.productID.isEmpty else { return nil }
        for skuID in line.skuID.isEmpty ? [""] : [line.skuID, ""] {
            for itemPlatform in [platform, ""] {
                let items = catalogue.filter {
                    $0.productID == line.productID && $0.skuID == skuID && $0.platform == itemPlatform
                }
                let values = Set(items.compactMap(field))
                if !values.isEmpty { return values.count == 1 ? values.first : nil }
            }
        }
        return nil
    }
}
