package import Domain

/// Decides who is credited with a line, how much it weighs and where it comes from.
///
/// Pure: the same facts and roster give the same answer, at any time.
///
/// The rules, in order; the first whose id belongs to anybody on the sale's day decides:
/// - sell leg: the host's id (of lists that staff keep also who is named there, by a party's own id or name), the shop's id;
/// - buy leg, only where the buyer is an organisation: the purchaser's account, the purchaser's exact name.
///
/// Of the parties that hold the id those count whose kind needs no tenure or whose tenure contains the day. One: all
/// of the line is its. Several: unassigned, `ambiguous`. None: unassigned, `outsideTenure`, and no further rule is
/// tried: the evidence says who it was, and giving the line to the shop would be a guess.
package final class Attributor: Crediting {
    private let roster: Roster
    private let weights = WeightMemo()

    /// An attributor by the roster.
    package init(roster: Roster) {
        self.roster = roster
    }

    /// The line's credits (sell leg first), weight as known now, county of origin and category.
    ///
    /// What the source states of county and category beats the catalogue.
    package func credit(_ facts: LineFacts) -> LineDecision {
        let day = facts.saleAt.day
        let goods = roster.catalogue.goods(of: facts)
        let weight = LineWeight(of: facts, catalogue: goods.netGrams, memo: weights)
        var credits = [credit(on: .sell, facts, day)]
        if facts.buyer.isOrganisation { credits.append(credit(on: .buy, facts, day)) }
        return LineDecision(
            credits: credits, grams: weight.grams, weightEvidence: weight.evidence,
            county: facts.originRegion ?? goods.region.agreed,
            category: facts.category.isEmpty ? goods.category.agreed ?? "" : facts.category)
    }

    /// What each rule of the legs that apply found, in the order of the rules.
    package func explain(_ facts: LineFacts) -> [RuleTrace] {
        let day = facts.saleAt.day
        let legs: [Leg] = facts.buyer.isOrganisation ? [.sell, .buy] : [.sell]
        return legs.flatMap { leg in
            var isDecided = false
            return leg.rules.map { rule in
                let verdict = verdict(rule, facts, day)
                let outcome = isDecided && verdict.isDecisive ? .overruled : outcome(of: verdict)
                isDecided = isDecided || verdict.isDecisive
                return RuleTrace(
                    leg: leg, evidence: rule, value: rule.value(in: facts), outcome: outcome,
                    candidateIDs: candidates(rule, facts))
            }
        }
    }

    private enum Verdict {
        case noValue, noMatch, notInSpan, outsideTenure, ambiguous
        case party(Holder)

        var isDecisive: Bool {
            switch self {
            case .noValue, .noMatch, .notInSpan: false
            case .outsideTenure, .ambiguous, .party: true
            }
        }
    }

    private func credit(on leg: Leg, _ facts: LineFacts, _ day: BusinessDay) -> Credit {
        for rule in leg.rules {
            switch verdict(rule, facts, day) {
            case .party(let holder):
                return Credit(leg: leg, partyID: holder.partyID, share: .whole, evidence: rule)
            case .outsideTenure:
                return Credit(unassigned: leg, share: .whole, reason: .outsideTenure, evidence: rule)
            case .ambiguous:
                return Credit(
                    unassigned: leg, share: .whole, reason: .ambiguous, evidence: rule,
                    candidateIDs: claimants(rule, facts, day))
            case .noValue, .noMatch, .notInSpan:
                continue
            }
        }
        return Credit(unassigned: leg, share: .whole, reason: .noIdentity, evidence: .none)
    }

    private func verdict(_ rule: Evidence, _ facts: LineFacts, _ day: BusinessDay) -> Verdict {
        let value = rule.value(in: facts)
        guard !value.isEmpty else { return .noValue }
        var verdict = Verdict.noMatch
        guard let holders = roster.identities.holders(of: value, as: rule) else { return verdict }
        for holder in holders where holder.covers(platform: facts.platform) {
            guard holder.covers(day) else {
                if case .noMatch = verdict { verdict = .notInSpan }
                continue
            }
            guard roster.tenures.isCreditable(holder.party, on: day) else {
                if !verdict.isDecisive { verdict = .outsideTenure }
                continue
            }
            // A party may hold an id by several rows.
            if case .party(let other) = verdict, other.party != holder.party { return .ambiguous }
            verdict = .party(holder)
        }
        return verdict
    }

    /// Those between whom an ambiguous rule cannot decide, by id.
    private func claimants(_ rule: Evidence, _ facts: LineFacts, _ day: BusinessDay) -> [String] {
        guard let holders = roster.identities.holders(of: rule.value(in: facts), as: rule) else { return [] }
        let places = holders.filter {
            $0.covers(platform: facts.platform) && $0.covers(day)
                && roster.tenures.isCreditable($0.party, on: day)
        }.map(\.party)
        return Set(places).sorted().map { roster.parties[$0].id }
    }

    private func outcome(of verdict: Verdict) -> RuleTrace.Outcome {
        switch verdict {
        case .noValue: .noValue
        case .noMatch: .noMatch
        case .notInSpan: .notInSpan
        case .outsideTenure: .outsideTenure
        case .ambiguous: .ambiguous
        case .party: .won
        }
    }

    private func candidates(_ rule: Evidence, _ facts: LineFacts) -> [String] {
        guard let holders = roster.identities.holders(of: rule.value(in: facts), as: rule) else { return [] }
        let places = holders.filter { $0.covers(platform: facts.platform) }.map(\.party)
        return Set(places).sorted().map { roster.parties[$0].id }
    }
}

extension Leg {
    /// The rules of the leg, in their order, by the evidence that each looks at.
    fileprivate var rules: [Evidence] {
        self == .sell ? Self.sellRules : Self.buyRules
    }

    private static let sellRules: [Evidence] = [.hostID, .shopID]
    private static let buyRules: [Evidence] = [.purchaserID, .purchaserName]
}

extension Evidence {
    /// The line's value for this evidence; empty if it has none.
    fileprivate func value(in facts: LineFacts) -> String {
        switch (self, facts.buyer) {
        case (.hostID, _): facts.hostID
        case (.shopID, _): facts.shopID
        case (.purchaserID, .organisation(let purchaserID, _)): purchaserID
        case (.purchaserName, .organisation(_, let name)): name
        case (.none, _), (.purchaserID, .person), (.purchaserName, .person): ""
        }
    }
}
