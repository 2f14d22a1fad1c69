import Domain
import Platforms
import Reports
package import Sync

extension Workplace {
    /// The accounts to sync: those named, or all that are read by themselves.
    ///
    /// `refreshingTokens`: whether tokens that end are refreshed; whoever only asks takes them as they are.
    package func accounts(
        _ ids: [String], refreshingTokens: Bool = true
    ) throws(ServiceError) -> [SyncAccount] {
        try expectReadAccounts(ids)
        var accounts: [SyncAccount] = []
        for account in settings.readAccounts where ids.isEmpty || ids.contains(account.id) {
            guard let platform = settings.platforms.platform(named: account.platform) else { continue }
            accounts.append(try syncAccount(account, platform, refreshingTokens: refreshingTokens))
        }
        return accounts
    }

    /// Throws where a name is no account's: each name once, then what the configuration has.
    func expectAccounts(_ ids: [String]) throws(ServiceError) {
        let known = settings.accounts.map(\.id)
        if let error = ServiceError(unknown: ids, among: known, "workplace.unknown_account") { throw error }
    }

    /// Throws where a name is no account's that is read by itself: each name once.
    func expectReadAccounts(_ ids: [String]) throws(ServiceError) {
        try expectAccounts(ids)
        let ofFiles = settings.fileAccounts.map(\.id).filter(ids.contains)
        if !ofFiles.isEmpty {
            throw ServiceError(.usage, ofFiles.map { Notice("workplace.account_of_files", $0, $0.shellWord) })
        }
    }

    /// An id that no account has: `douyin-1`.
    func freeID(of platform: String) -> String {
        let known = Set(settings.accounts.map(\.id))
        var number = 1
        while known.contains("\(platform)-\(number)") { number += 1 }
        return "\(platform)-\(number)"
    }

    private func syncAccount(
        _ account: Account, _ platform: any Platform, refreshingTokens: Bool
    ) throws(ServiceError) -> SyncAccount {
        guard let baseURL = account.baseURL ?? platform.baseURL else {
            throw ServiceError(.usage, [Notice("workplace.no_address", account.id, account.platform)])
        }
        let tokens = tokens(of: account)
        let keeper = tokens.flatMap {
            refreshingTokens ? TokenKeeper(account: $0.account, issuer: $0.issuer, file: $0.file) : nil
        }
        let ownPace: SyncAccount.Pace = account.baseURL == nil ? .ofPlatform : .none
        return SyncAccount(
            id: account.id, platform: platform, shopID: account.shop, host: baseURL,
            access: { [environment] () throws(SyncError) in
                do throws(SettingsError) {
                    return try account.access(baseURL, tokens, environment)
                } catch {
                    throw SyncError(
                        account: account.id, place: Notice("workplace.secret"),
                        advice: error.problems.first?.notice ?? Notice("workplace.secret"))
                }
            }, tokens: keeper, since: account.since, lookBack: account.lookBack,
            pace: account.rate.map(SyncAccount.Pace.fixed) ?? ownPace,
            keepsPages: settings.pageDaysMax != nil)
    }
}

extension Account {
    /// Its secrets as they are now; of tokens that are kept, the access token as it stands.
    fileprivate func access(
        _ baseURL: String, _ tokens: AccountTokens?, _ environment: [String: String]
    ) throws(SettingsError) -> AccountAccess {
        let token =
            if let tokens { tokens.accessToken } else {
                try accessToken?.read(environment: environment) ?? ""
            }
        return AccountAccess(
            shopID: shop, baseURL: baseURL, appKey: try appKey?.read(environment: environment) ?? "",
            appSecret: try appSecret?.read(environment: environment) ?? "", accessToken: token)
    }
}
