import Domain
import Platforms

extension Workplace {
    /// The shops of ours that an export names, by `aliases: [wangdiantong:示例旗舰店]` of their accounts; none for a format that
    /// names no shops.
    ///
    /// A name that several accounts have stands for none of them: their orders are parked until a person has settled it.
    func shops(namedBy format: any OrderFileFormat) -> NamedShops {
        guard format.namesShops else { return NamedShops([:]) }
        let prefix = format.platform + ":"
        var shops: [String: [NamedShops.Shop]] = [:]
        for account in settings.accounts {
            guard let channel = channel(of: account) else { continue }
            for alias in account.aliases where alias.hasPrefix(prefix) {
                shops[String(alias.dropFirst(prefix.count)), default: []]
                    .append(NamedShops.Shop(channel: channel, shopID: account.shop))
            }
        }
        return NamedShops(shops.compactMapValues { $0.count == 1 ? $0[0] : nil })
    }

    /// Where an account's orders are sold; `nil` where its records say it, each for itself.
    private func channel(of account: Account) -> Channel? {
        if let platform = settings.platforms.platform(named: account.platform) {
            return platform.channels.count == 1 ? platform.channels.first : nil
        }
        return settings.platforms.orderFiles.first { $0.platform == account.platform }?.channel
            ?? Channel.allCases.first { $0.key == account.platform }
    }
}
