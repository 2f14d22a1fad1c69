import Attribution
import Domain
import Reports

/// Ids that two parties hold at once: what is sold under them is credited to nobody.
struct IdentityConflicts {
    private let facts: RosterFacts
    private let kinds: [String: PartyKind]
    private let tenures: [String: [DaySpan]]

    init(_ facts: RosterFacts) {
        self.facts = facts
        kinds = Dictionary(facts.parties.map { ($0.id, $0.kind) }) { first, _ in first }
        tenures = Dictionary(grouping: facts.tenures, by: \.partyID).mapValues { $0.map(\.span) }
    }

    private struct Key: Hashable {
        let kind: Identity.Kind
        let value: String

        init(_ identity: Identity) {
            kind = identity.kind
            value = kind == .purchaserName ? PurchaserName.comparable(identity.value) : identity.value
        }
    }

    /// A doubt for each id, by kind and id; beyond `idsMax` the rest in one.
    var doubts: [RosterDoubt] {
        let held = Dictionary(grouping: facts.identities.flatMap(whereCredited), by: Key.init)
        let found = held.compactMap { key, holds in
            let overlaps = Self.overlaps(holds)
            return overlaps.isEmpty ? nil : (key, overlaps)
        }.sorted { ($0.0.kind.rawValue, $0.0.value) < ($1.0.kind.rawValue, $1.0.value) }
        let rest = found.dropFirst(Self.idsMax)
        return found.prefix(Self.idsMax).map(Self.doubt)
            + (rest.isEmpty ? [] : [Self.doubt(ofRest: rest.map(\.1))])
    }

    /// So many ids have a warning of their own.
    private static let idsMax = 20

    /// The identity on the days on which its party can be credited by it.
    private func whereCredited(_ identity: Identity) -> [Identity] {
        guard let kind = kinds[identity.partyID] else { return [] }
        if !kind.needsTenure { return [identity] }
        return tenures[identity.partyID, default: []].compactMap { identity.span.common(with: $0) }
            .map { identity.on(platform: identity.platform, $0) }
    }

    /// What two parties hold both, as the hold of each.
    private static func overlaps(_ holds: [Identity]) -> [Identity] {
        var found: [Identity] = []
        for (place, one) in holds.enumerated() {
            for other in holds[(place + 1)...] where one.partyID != other.partyID {
                guard one.platform.isEmpty || other.platform.isEmpty || one.platform == other.platform,
                    let span = one.span.common(with: other.span)
                else { continue }
                let platform = one.platform.isEmpty ? other.platform : one.platform
                found += [one, other].map { $0.on(platform: platform, span) }
            }
        }
        return found
    }

    private static func doubt(_ key: Key, _ overlaps: [Identity]) -> RosterDoubt {
        let ids = Set(overlaps.map(\.partyID)).sorted()
        let shown = Array(ids.prefix(RosterDoubts.idsNamed).map(RosterRow.shownID))
        return RosterDoubt(identities: overlaps) { money in
            RosterDoubt.warning(
                Notice(
                    "check.identity_held_twice", key.kind.rawValue, RosterRow.shownID(key.value), ids.count,
                    shown, money),
                Notice("check.correct_identities"), names: ids)
        }
    }

    private static func doubt(ofRest overlaps: [[Identity]]) -> RosterDoubt {
        RosterDoubt(identities: overlaps.flatMap(\.self)) { money in
            RosterDoubt.warning(
                Notice("check.further_held_twice", overlaps.count, money), Notice("check.correct_identities"))
        }
    }
}

extension Identity {
    /// The same id of the same party, on another platform and other days.
    func on(platform: String, _ span: DaySpan) -> Identity {
        Identity(partyID: partyID, platform: platform, kind: kind, value: value, span: span)
    }
}

extension DaySpan {
    /// The days of both; `nil` where there is none.
    fileprivate func common(with other: DaySpan) -> DaySpan? {
        guard overlaps(other) else { return nil }
        let from = from.map { own in other.from.map { Swift.max(own, $0) } ?? own } ?? other.from
        let to = to.map { own in other.to.map { Swift.min(own, $0) } ?? own } ?? other.to
        return DaySpan(from: from, to: to)
    }
}
