package import Domain

/// What `daihuo authorise` has kept.
package struct AuthoriseReport: Hashable, Sendable {
    private let account: String
    private let file: String
    private let accessUntil: Instant?
    private let refreshUntil: Instant?
    private let daysLeft: Int64?

    /// An account's new tokens, without them.
    package init(
        account: String, file: String, accessUntil: Instant?, refreshUntil: Instant?, daysLeft: Int64?
    ) {
        self.account = account
        self.file = file
        self.accessUntil = accessUntil
        self.refreshUntil = refreshUntil
        self.daysLeft = daysLeft
    }

    /// Where the tokens are kept, and how long they last.
    package func text(in language: Language) -> String {
        let kept = Notice("authorise.kept", account, file).text(in: language)
        let ends = [
            accessUntil.map { Notice("authorise.access_until", $0) },
            refreshUntil.map { Notice("authorise.refresh_until", $0) },
        ]
        return ([kept] + ends.compactMap { $0?.text(in: language) }).joined(separator: "\n") + "\n"
    }

    /// The same for programs.
    package var json: String {
        JSONTree.object([
            ("report", .text("authorise")),
            ("account", .text(account)),
            ("file", .text(file)),
            ("access_until", .optional(accessUntil?.iso)),
            ("refresh_until", .optional(refreshUntil?.iso)),
            ("token_days_left", .optional(daysLeft)),
        ]).description
    }
}
