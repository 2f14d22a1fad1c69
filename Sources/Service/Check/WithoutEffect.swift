import Attribution
import Domain
import Reports

extension Workplace {
    /// A roster without any identity beside accounts that are read: each of its tables is sound, and it credits nobody.
    var missingIdentities: [CheckReport.Finding] {
        guard files.roster.facts.identities.isEmpty, !files.roster.parties.isEmpty, !settings.accounts.isEmpty
        else { return [] }
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
