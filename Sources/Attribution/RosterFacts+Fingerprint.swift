import Digest
import Domain

extension RosterFacts {
    /// Raise it with every change of the rules or of the reading of weights, so that stored credits are made anew.
    private static let rulesRevision = 2

    /// SHA-256 over the rules' revision and the facts that can change a credit, in hexadecimal digits.
    var fingerprint: String {
        let facts = deciding
        let tables: [(name: String, rows: [any FactRow])] = [
            ("party", facts.parties), ("tenure", facts.tenures), ("identity", facts.identities),
            ("session", facts.sessions), ("item", facts.catalogue),
        ]
        var hasher = SHA256()
        hasher.update(Array("rules \(Self.rulesRevision)\n".utf8))
        for (name, rows) in tables {
            for row in rows {
                // A byte that no text contains ends each cell.
                hasher.update(([name] + row.cells).flatMap { Array($0.utf8) + [0xFF] })
            }
        }
        return hasher.finalize().hexadecimal
    }

    /// The facts without what changes no credit: regions of parties, campaigns, suppliers.
    private var deciding: RosterFacts {
        RosterFacts(
            parties: parties.map {
                Party(id: $0.id, name: $0.name, kind: $0.kind, region: nil, organisation: "")
            },
            tenures: tenures.map { Tenure(partyID: $0.partyID, region: nil, role: "", span: $0.span) },
            identities: identities, sessions: sessions,
            catalogue: catalogue.map {
                CatalogueItem(
                    platform: $0.platform, productID: $0.productID, skuID: $0.skuID, title: $0.title,
                    netGrams: $0.netGrams, category: $0.category, region: $0.region, supplier: "")
            })
    }
}
