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

    /// What staff read.
    package var name: String {
        switch self {
        case .firstSecretary: "第一书记"
        case .workTeam: "驻村工作队"
        case .memberEcommerce: "电商会员"
        case .memberCatering: "餐饮会员"
        case .unit: "帮扶单位"
        case .university: "高校"
        case .city: "结对城市"
        case .enterprise: "企业"
        case .venue: "专馆专区"
        case .organiser: "组织单位"
        case .other: "其他"
        }
    }
}
