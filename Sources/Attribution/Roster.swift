package import Domain

/// Parties, their tenures and platform ids, live sessions and the catalogue, prepared for lookups in memory.
///
/// A value without links to files: the same rows in any order make the same roster.
package struct Roster: Sendable {
    /// By id.
    package let parties: [Party]
    /// By id.
    package let campaigns: [Campaign]
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

    /// Prepares the lookups.
    ///
    /// Of several parties with one id the first counts; rows of unknown parties count for nobody.
    package init(
        parties: [Party], tenures: [Tenure] = [], identities: [Identity] = [], campaigns: [Campaign] = [],
        sessions: [LiveSession] = [], catalogue: [CatalogueItem] = []
    ) {
        self.parties = parties.sorted { $0.id < $1.id }
        self.campaigns = campaigns.sorted { $0.id < $1.id }
        let ids = self.parties.enumerated().map { (ExactText($0.element.id), $0.offset) }
        places = Dictionary(ids) { first, _ in first }
        self.tenures = TenureIndex(tenures, of: self.parties, places: places)
        self.identities = IdentityIndex(identities, places: places)
        self.sessions = SessionIndex(sessions)
        self.catalogue = CatalogueIndex(catalogue)
        var fingerprint = RosterFingerprint()
        parties.forEach { fingerprint.add($0) }
        tenures.forEach { fingerprint.add($0) }
        identities.forEach { fingerprint.add($0) }
        sessions.forEach { fingerprint.add($0) }
        catalogue.forEach { fingerprint.add($0) }
        self.fingerprint = fingerprint.text
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
