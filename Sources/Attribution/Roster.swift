package import Domain

/// Parties, their tenures and platform ids, live sessions and the catalogue, prepared for lookups in memory.
///
/// A value without links to files: the same rows in any order make the same roster.
package struct Roster: Sendable {
    /// All rows that the roster was made of.
    package let facts: RosterFacts
    /// 16 hexadecimal digits over the rules' revision and everything that can change a credit or its session.
    ///
    /// That is party ids and kinds, tenures, identities, sessions and the catalogue; names, regions of parties and
    /// campaigns are not: they are read when a report is made. Another fingerprint: compute all credits anew.
    package let fingerprint: String

    let identities: IdentityIndex
    let tenures: TenureIndex
    let catalogue: CatalogueIndex
    private let sessions: SessionIndex
    private let places: [ExactText: Int]

    /// Prepares the lookups of these facts.
    ///
    /// Of several parties with one id the first in the order of the facts counts; rows of unknown parties count for
    /// nobody.
    package init(facts: RosterFacts) {
        self.facts = facts
        let ids = facts.parties.enumerated().map { (ExactText($0.element.id), $0.offset) }
        places = Dictionary(ids) { first, _ in first }
        tenures = TenureIndex(facts.tenures, of: facts.parties, places: places)
        identities = IdentityIndex(facts.identities, places: places)
        sessions = SessionIndex(facts.sessions)
        catalogue = CatalogueIndex(facts.catalogue)
        fingerprint = RosterFingerprint(facts).text
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
            var hash = MixingHash()
            // The rules are part of it: the same facts under other rules are another version.
            hash.add(fingerprint)
            hash.add(json)
            let length = MixingHash.digits(UInt64(json.utf8.count), count: 8)
            return RosterVersion(
                hash: MixingHash.digits(hash.word) + length, decides: fingerprint, facts: json)
        }
    }

    /// The party with this id.
    package func party(_ id: String) -> Party? {
        places[ExactText(id)].map { parties[$0] }
    }

    /// The id of the live session that an order of this instant belongs to, `nil` if none.
    ///
    /// A slot `[start, end)` contains the instant, or its last slot ended less than 15 minutes before. A slot's
    /// platform may be empty (any), its room (any room of the shop), or its shop (the room alone says it).
    package func session(platform: String, shopID: String, roomID: String, at instant: Instant) -> String? {
        sessions.session(platform: platform, shopID: shopID, roomID: roomID, at: instant)
    }
}
