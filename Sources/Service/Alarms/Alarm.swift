package import Domain

/// Something that a person has to look at, since when, and how it stands.
package struct Alarm: Hashable, Sendable {
    /// What is wrong; the raw value is the word for machines.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case accountFailed = "account_failed"
        case accountSilent = "account_silent"
        case tokenEnds = "token_ends"
        case storeFailed = "store_failed"
        case configurationBroken = "configuration_broken"
    }

    /// What an alarm is told apart by: nothing is raised twice.
    package struct Subject: Hashable, Codable, Sendable {
        package let kind: Kind
        /// The account's id; `nil` where it is not about one.
        package let account: String?

        /// What an alarm is about.
        package init(_ kind: Kind, account: String? = nil) {
            self.kind = kind
            self.account = account
        }
    }

    /// How it stands when it is told.
    package enum State: String, Sendable {
        case raised
        /// It was told a day ago, and is still so.
        case repeated
        case over
    }

    /// How much it matters; the words are those of logs.
    package enum Level: String, Sendable {
        case info, warning, error
    }

    package let subject: Subject
    package let state: State
    package let level: Level
    /// Since when it is so.
    package let since: Instant
    /// Where, what, what to do; the sentence of an alarm that is over says so.
    package let what: Notice
}
