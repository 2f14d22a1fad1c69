/// A dated drive (专项行动): a tag on lines, not a rule of credit.
///
/// Empty conditions match anything.
package struct Campaign: Hashable, Sendable {
    package let id: String
    package let name: String
    package let span: DaySpan
    package let channel: Channel?
    package let category: String
    /// Matches lines whose credited party lies in this division.
    package let region: Region?
    package let partyID: String

    /// A campaign of the roster.
    package init(
        id: String, name: String, span: DaySpan, channel: Channel?, category: String, region: Region?,
        partyID: String
    ) {
        self.id = id
        self.name = name
        self.span = span
        self.channel = channel
        self.category = category
        self.region = region
        self.partyID = partyID
    }
}

extension Campaign: Codable {
    /// The columns of campaigns.csv but those of the span, which stands beside them.
    private enum CodingKeys: String, CodingKey {
        case id = "campaign"
        case name, channel, category, region
        case partyID = "party"
    }

    package init(from decoder: any Decoder) throws {
        let row = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            id: try row.decode(String.self, forKey: .id), name: try row.decode(String.self, forKey: .name),
            span: try DaySpan(from: decoder),
            channel: try row.decodeIfPresent(Channel.self, forKey: .channel),
            category: try row.decode(String.self, forKey: .category),
            region: try row.decodeIfPresent(Region.self, forKey: .region),
            partyID: try row.decode(String.self, forKey: .partyID))
    }

    package func encode(to encoder: any Encoder) throws {
        var row = encoder.container(keyedBy: CodingKeys.self)
        try row.encode(id, forKey: .id)
        try row.encode(name, forKey: .name)
        try row.encodeIfPresent(channel, forKey: .channel)
        try row.encode(category, forKey: .category)
        try row.encodeIfPresent(region, forKey: .region)
        try row.encode(partyID, forKey: .partyID)
        try span.encode(to: encoder)
    }
}
