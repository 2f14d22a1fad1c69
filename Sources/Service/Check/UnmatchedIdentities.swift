import Attribution
import Domain
import Reports
import YAML

extension Workplace {
    /// Identities that no account can ever match: of a platform that nobody knows, or none at all.
    ///
    /// Each is sound by itself, and credits nobody: a slip would be seen in the unassigned alone.
    var unmatchedIdentities: [CheckReport.Finding] {
        let known = Set(settings.platforms.names + settings.fileAccounts.map(\.platform)).sorted()
        let unknown = Set(files.roster.facts.identities.map(\.platform)).subtracting(known).filter {
            !$0.isEmpty
        }
        let ofPlatform = unknown.sorted().map { name in
            CheckReport.Finding(
                .warning, place: Notice("check.roster"),
                what: Notice(
                    "check.identity_platform_unknown", name, NearestWord.hint(for: name, among: known)),
                advice: Notice("check.one_of", known))
        }
        guard files.roster.facts.identities.isEmpty, !files.roster.parties.isEmpty, !settings.accounts.isEmpty
        else {
            return ofPlatform
        }
        return [
            .init(
                .warning, place: Notice("check.roster"), what: Notice("check.no_identities"),
                advice: Notice("check.write_identities"))
        ]
    }
}

extension Workplace {
    /// Accounts of which nothing will be read before a day that is still to come.
    var sinceAhead: [CheckReport.Finding] {
        let today = now().day
        return settings.readAccounts.filter { $0.since > today }.map { account in
            .init(
                .warning, place: .verbatim(account.id), what: Notice("check.since_ahead", account.since),
                advice: Notice("check.earlier_since"))
        }
    }
}
