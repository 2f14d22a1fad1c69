/// A span of days in which a person is first secretary of a village, or a member belongs to the association.
package struct Tenure: Hashable, Sendable {
    package let partyID: String
    /// The village or county of the role, where it has one.
    package let region: Region?
    /// `first_secretary`, `member`, … as in tenures.csv.
    package let role: String
    /// `[from, to)` in Asia/Shanghai days.
    package let span: DaySpan

    /// A tenure of the roster.
    package init(partyID: String, region: Region?, role: String, span: DaySpan) {
        self.partyID = partyID
        self.region = region
        self.role = role
        self.span = span
    }
}

extension Tenure: Codable {
    /// The columns of tenures.csv but those of the span, which stands beside them.
    private enum CodingKeys: String, CodingKey {
        case partyID = "party"
        case region, role
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            partyID: try row.decode(String.self, forKey: .partyID),
            region: try row.decodeIfPresent(Region.self, forKey: .region),
            role: try row.decode(String.self, forKey: .role), span: try DaySpan(from: decoder))
    }

    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(partyID, forKey: .partyID)
        try row.encodeIfPresent(region, forKey: .region)
        try row.encode(role, forKey: .role)
        try span.encode(to: encoder)
    }
}
