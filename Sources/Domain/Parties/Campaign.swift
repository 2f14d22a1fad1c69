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
