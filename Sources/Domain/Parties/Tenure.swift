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
