/// Who gets credit (责任主体).
package struct Party: Hashable, Sendable {
    /// The id in the roster files.
    package let id: String
    package let name: String
    package let kind: PartyKind
    /// The party's own division; a first secretary's village may differ per tenure.
    package let region: Region?
    /// The unit that sent or employs it; may be empty.
    package let organisation: String

    /// A party of the roster.
    package init(id: String, name: String, kind: PartyKind, region: Region?, organisation: String) {
        self.id = id
        self.name = name
        self.kind = kind
        self.region = region
        self.organisation = organisation
    }
}

extension Party: Codable {
    /// The columns of parties.csv.
    private enum CodingKeys: String, CodingKey {
        case id = "party"
        case name, kind, region, organisation
    }
}

/// The closed list of party kinds.
package enum PartyKind: String, CaseIterable, Codable, Sendable {
    case firstSecretary = "first_secretary"
    case workTeam = "work_team"
    case memberEcommerce = "member_ecommerce"
    case memberCatering = "member_catering"
    case unit, university, city, enterprise, venue, organiser, other

    /// Whether credit needs a tenure that contains the sale instant; the others are credited by identity alone.
    package var needsTenure: Bool {
        switch self {
        case .firstSecretary, .workTeam, .memberEcommerce, .memberCatering: true
        default: false
        }
    }
}
