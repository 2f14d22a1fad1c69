/// A platform id that belongs to a party for a span of days (平台身份).
package struct Identity: Hashable, Sendable {
    package let partyID: String
    /// The platform's name as in the configuration; empty = any.
    package let platform: String
    package let kind: Kind
    /// The id, or the exact name for `purchaser_name`.
    package let value: String
    package let span: DaySpan

    /// The kinds of identities.csv.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case host, room, shop, purchaser
        case purchaserName = "purchaser_name"
        case promo
    }

    /// An identity of the roster.
    package init(partyID: String, platform: String, kind: Kind, value: String, span: DaySpan) {
        self.partyID = partyID
        self.platform = platform
        self.kind = kind
        self.value = value
        self.span = span
    }
}

extension Identity: Codable {
    /// The columns of identities.csv but those of the span, which stands beside them.
    private enum CodingKeys: String, CodingKey {
        case partyID = "party"
        case platform, kind, value
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            partyID: try row.decode(String.self, forKey: .partyID),
            platform: try row.decode(String.self, forKey: .platform),
            kind: try row.decode(Kind.self, forKey: .kind),
            value: try row.decode(String.self, forKey: .value),
            span: try DaySpan(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(partyID, forKey: .partyID)
        try row.encode(platform, forKey: .platform)
        try row.encode(kind, forKey: .kind)
        try row.encode(value, forKey: .value)
        try span.encode(to: encoder)
    }
}
