import Digest
package import Domain

/// Parties, their tenures and platform ids, live sessions and the catalogue, prepared for lookups in memory.
///
/// A value without links to files: the same rows in any order make the same roster.
package struct Roster: Sendable {
    /// All rows that the roster was made of.
    package let facts: RosterFacts
    /// SHA-256, in hexadecimal digits, over the rules' revision and everything that can change a credit or its session.
    ///
    /// That is party ids, names and kinds, tenures, identities, sessions and the catalogue; regions of parties and
    /// campaigns are not: they are read when a report is made. Another fingerprint: compute all credits anew.
    package let fingerprint: String

    let identities: IdentityIndex
    let tenures: TenureIndex
    let catalogue: CatalogueIndex
    private let sessions: SessionIndex
    private let places: [ByteKey: Int]

    /// Prepares the lookups of these facts.
    ///
    /// Of several parties with one id the first in the order of the facts counts; rows of unknown parties count for
    /// nobody.
    package init(facts: RosterFacts) {
        self.facts = facts
        let ids = facts.parties.enumerated().map { (ByteKey($0.element.id), $0.offset) }
        places = Dictionary(ids) { first, _ in first }
        tenures = TenureIndex(facts.tenures, of: facts.parties, places: places)
        identities = IdentityIndex(facts.identities, of: facts.parties, places: places)
        sessions = SessionIndex(facts.sessions)
        catalogue = CatalogueIndex(facts.catalogue)
        fingerprint = facts.fingerprint
    }

    /// Prepares the lookups of these rows, whatever their order.
    package init(
        parties: [Party], tenures: [Tenure] = [], identities: [Identity] = [], campaigns: [Campaign] = [],
        sessions: [LiveSession] = [], catalogue: [CatalogueItem] = []
    ) {
        self.init(
            facts: RosterFacts(
                parties: parties, tenures: tenures, identities: identities, campaigns: campaigns,
                sessions: sessions, catalogue: catalogue))
    }

    /// By id.
    package var parties: [Party] { facts.parties }

    /// By id.
    package var campaigns: [Campaign] { facts.campaigns }

    /// This roster as the store keeps it; written anew at each call.
    ///
    /// Throws where a row holds a day that cannot be written.
    package var version: RosterVersion {
        get throws(RosterFactsError) {
            let json = try facts.json
            return RosterVersion(
                hash: RosterVersion.hash(decides: fingerprint, facts: json), decides: fingerprint, facts: json
            )
        }
    }

    /// The party with this id.
    package func party(_ id: String) -> Party? {
        places[ByteKey(id)].map { parties[$0] }
    }

    /// The id of the live session that an order of this instant belongs to, `nil` if none.
    ///
    /// A slot `[start, end)` contains the instant, or its last slot ended less than 15 minutes before. A slot's
    /// platform may be empty (any), its room (any room of the shop), or its shop (the room alone says it).
    package func session(platform: String, shopID: String, roomID: String, at instant: Instant) -> String? {
        sessions.session(platform: platform, shopID: shopID, roomID: roomID, at: instant)
    }
}

extension RosterVersion {
    /// Whether its hash is still that of what it decides by and of its facts.
    package var isIntact: Bool { hash == Self.hash(decides: decides, facts: facts) }

    /// Both are part of it: the same facts under other rules are another version.
    fileprivate static func hash(decides: String, facts: String) -> String {
        SHA256.hash(Array((decides + facts).utf8)).hexadecimal
    }
}
