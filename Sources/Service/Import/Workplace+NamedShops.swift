import Domain
import Platforms

extension Workplace {
    /// The shops of ours that a file names, by `aliases: [wangdiantong:示例旗舰店]` of their accounts; none for a format that
    /// names no shops. A list of ours names them as `shop` of their accounts does, too.
    ///
    /// A name that several accounts of a channel have stands for none of them: their orders are parked until a person has settled
    /// it.
    func shops(namedBy format: any OrderFileFormat) -> NamedShops {
        guard format.namesShops else { return NamedShops([:]) }
        var shops: [String: Set<NamedShops.Shop>] = [:]
        for account in settings.accounts {
            guard let channel = channel(of: account) else { continue }
            let shop = NamedShops.Shop(channel: channel, shopID: account.shop, platform: account.platform)
            if format.kind == .file, format.platforms.contains(account.platform) {
                shops[account.shop, default: []].insert(shop)
            }
            for prefix in format.platforms.map({ $0 + ":" }) {
                for alias in account.aliases where alias.hasPrefix(prefix) {
                    shops[String(alias.dropFirst(prefix.count)), default: []].insert(shop)
                }
            }
        }
        return NamedShops(shops)
    }

    /// Where an account's orders are sold; `nil` where its records say it, each for itself.
    private func channel(of account: Account) -> Channel? {
        if let platform = settings.platforms.platform(named: account.platform) {
            return platform.channels.count == 1 ? platform.channels.first : nil
        }
        return Channel(key: account.platform)
            ?? settings.platforms.orderFiles.first { $0.platforms.contains(account.platform) }?.channel
    }
}
