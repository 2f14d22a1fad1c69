package import Domain

/// What a person has dismissed.
package struct DismissReport: Sendable {
    /// As `daihuo parked` calls them: `p12`, `c3`.
    package let ids: [String]
    package let dismissal: HeldRecord.Dismissal

    /// What was dismissed, when and why.
    package init(ids: [String], dismissal: HeldRecord.Dismissal) {
        self.ids = ids
        self.dismissal = dismissal
    }

    /// A sentence for a person.
    package func text(in language: Language) -> String {
        Notice("parked.dismissed", ids.count).text(in: language)
    }

    /// For programs.
    package var json: String {
        JSONTree.object([
            ("report", .text("dismissed")), ("ids", .array(ids.map(JSONTree.text))),
            ("dismissed_at", .text(dismissal.at.iso)), ("dismissed_why", .text(dismissal.why)),
        ]).description
    }
}
