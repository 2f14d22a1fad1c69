import Attribution
import Domain
import Reports
import YAML

/// What is sound in every file of the roster and yet credits nobody, or nobody for sure.
struct RosterDoubts {
    private let facts: RosterFacts
    private let platforms: [String]

    /// Looks at a roster, beside the platforms that there are.
    init(_ facts: RosterFacts, platforms: [String]) {
        (self.facts, self.platforms) = (facts, platforms)
    }

    /// All of them, each a warning.
    var all: [RosterDoubt] { unknownPlatforms + withoutTenure + IdentityConflicts(facts).doubts }

    /// Identities on a platform that nobody knows: no account can ever match them.
    private var unknownPlatforms: [RosterDoubt] {
        let unknown = Dictionary(grouping: facts.identities, by: \.platform).filter {
            !$0.key.isEmpty && !platforms.contains($0.key)
        }
        let known = platforms + RosterWords.platforms.filter { platforms.contains($0.key) }.flatMap(\.chinese)
        return unknown.sorted { $0.key < $1.key }.map { name, identities in
            let anywhere = identities.map { $0.on(platform: "", $0.span) }
            let hint = NearestWord.hint(for: name, among: known)
            let advice = Notice("check.one_of", platforms)
            return RosterDoubt(identities: anywhere) { money in
                RosterDoubt.warning(
                    Notice("check.identity_platform_unknown", name, hint, identities.count, money), advice)
            }
        }
    }

    /// Parties that are credited within tenures alone, and have none.
    private var withoutTenure: [RosterDoubt] {
        let inTenure = Set(facts.tenures.map(\.partyID))
        let ids = facts.parties.filter { $0.kind.needsTenure && !inTenure.contains($0.id) }.map(\.id)
        if ids.isEmpty { return [] }
        let first = ids.prefix(Self.idsNamed).map(RosterRow.shownID)
        let set = Set(ids)
        return [
            RosterDoubt(identities: facts.identities.filter { set.contains($0.partyID) }) { money in
                RosterDoubt.warning(
                    Notice("check.without_tenure", ids.count, Array(first), money),
                    Notice("check.write_tenures"), names: ids)
            }
        ]
    }

    /// So many parties are named in a sentence.
    static let idsNamed = 3
}
