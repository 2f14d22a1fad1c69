import Domain
import Platforms
import Reports

extension Workplace {
    /// What settings and roster accept although nothing uses it yet, a finding for each key: who wrote it may believe that
    /// it has an effect.
    var unusedKeys: [CheckReport.Finding] {
        let ofAccounts = Account.UnusedKey.allCases.map { key in
            finding(
                "check.accounts", key.rawValue,
                settings.accounts.filter { unusedKeys(of: $0).contains(key) }.map(\.id), key.advice
            ) { Notice.accounts($0, of: settings.accounts.count) }
        }
        let described = settings.platforms.described
        let ofDescriptions = [
            finding(
                "check.descriptions", "title", described.map(\.name), Notice("check.title_unused")),
            finding(
                "check.descriptions", "rate", described.filter(isRateUnused).map(\.name),
                Notice("check.rate_unused")),
        ]
        return (ofAccounts + ofDescriptions).compactMap(\.self)
            + files.unused.map { .init(.note, place: Notice("check.roster"), what: $0.notice) }
    }

    private func unusedKeys(of account: Account) -> [Account.UnusedKey] {
        account.unusedKeys(refreshes: settings.platforms.platform(named: account.platform)?.tokens != nil)
    }

    private func finding(
        _ place: String, _ key: String, _ names: [String], _ advice: Notice,
        shown: ([String]) -> any NoticeArgument = { $0 }
    ) -> CheckReport.Finding? {
        if names.isEmpty { return nil }
        return .init(
            .note, place: Notice(place), what: Notice("check.key_unused", key, shown(names)), advice: advice,
            names: names)
    }

    /// The rate of a description is that of the platform's own host; an account's own rate counts before it.
    private func isRateUnused(_ platform: DeclaredPlatform) -> Bool {
        let accounts = settings.accounts.filter { $0.platform == platform.name }
        return platform.statesRate && accounts.allSatisfy { $0.baseURL != nil || $0.rate != nil }
    }
}

extension Account.UnusedKey {
    /// What it is for, and what to do instead.
    fileprivate var advice: Notice {
        switch self {
        case .refreshToken: Notice("check.refresh_token_unused")
        }
    }
}
