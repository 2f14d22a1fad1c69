package import Domain
import Foundation

/// All rows of the roster's files and the catalogue, each file's in one order whatever order they came in.
///
/// As JSON it is what the store keeps of every version: `{"parties":[{"party":"fs-0001",…}],…}`, keys as the columns of
/// the files, regions, instants (milliseconds) and grams as numbers, days as `2022-11-01`, an open end or an empty
/// region left out.
package struct RosterFacts: Hashable, Codable, Sendable {
    package let parties: [Party]
    package let tenures: [Tenure]
    package let identities: [Identity]
    package let campaigns: [Campaign]
    package let sessions: [LiveSession]
    package let catalogue: [CatalogueItem]

    /// The facts that these rows state.
    package init(
        parties: [Party] = [], tenures: [Tenure] = [], identities: [Identity] = [],
        campaigns: [Campaign] = [],
        sessions: [LiveSession] = [], catalogue: [CatalogueItem] = []
    ) {
        self.parties = parties.inOrder
        self.tenures = tenures.inOrder
        self.identities = identities.inOrder
        self.campaigns = campaigns.inOrder
        self.sessions = sessions.inOrder
        self.catalogue = catalogue.inOrder
    }

    /// Reads rows in any order; all six lists must be there.
    package init(from decoder: any Decoder) throws {
        let lists = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            parties: try lists.decode([Party].self, forKey: .parties),
            tenures: try lists.decode([Tenure].self, forKey: .tenures),
            identities: try lists.decode([Identity].self, forKey: .identities),
            campaigns: try lists.decode([Campaign].self, forKey: .campaigns),
            sessions: try lists.decode([LiveSession].self, forKey: .sessions),
            catalogue: try lists.decode([CatalogueItem].self, forKey: .catalogue))
    }
}

extension RosterFacts {
    /// Reads what `json` wrote.
    ///
    /// Throws where it is damaged: no JSON, a list, key or value that is missing or none of its kind.
    package init(json: String) throws(RosterFactsError) {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
        } catch {
            throw RosterFactsError(reading: error)
        }
    }

    /// The facts in one text, the same for the same rows in any order.
    ///
    /// Throws where a day has no year of four digits, which could not be read again.
    package var json: String {
        get throws(RosterFactsError) {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            do {
                return String(decoding: try encoder.encode(self), as: UTF8.self)
            } catch {
                throw RosterFactsError(writing: error)
            }
        }
    }
}
