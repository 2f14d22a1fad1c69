package import Domain
import Platforms
package import Store

/// How far the accounts of the configuration have been read: what `gaps` lists, and what stands beneath every report.
extension Workplace {
    /// Of all accounts, in the order of the configuration, or of those named; from `since` of each up to now.
    ///
    /// An account that was never read is there, too. Throws where a name is no account's.
    package func readings(
        _ store: OrderStore, of ids: [String] = []
    ) async throws(ServiceError) -> [AccountReading] {
        let unknown = ids.filter { id in !settings.accounts.contains { $0.id == id } }
        guard unknown.isEmpty else {
            let known = settings.accounts.map(\.id)
            throw ServiceError(.usage, unknown.map { Notice("workplace.unknown_account", $0, known) })
        }
        let stored = try await ServiceError.ofStore { () throws(StoreError) in try await store.readings() }
        let now = now()
        return settings.accounts.filter { ids.isEmpty || ids.contains($0.id) }.compactMap { account in
            settings.platforms.platform(named: account.platform).map { platform in
                AccountReading(account, platform, stored[account.id] ?? StoredReading(), at: now)
            }
        }
    }
}

extension AccountReading {
    /// What the store knows of an account's feeds.
    fileprivate init(_ account: Account, _ platform: any Platform, _ stored: StoredReading, at now: Instant) {
        let feeds = platform.feeds.map { feed in
            let memory = stored.feeds[feed.name] ?? FeedMemory()
            let holdsOrders = platform.keyRules(of: feed).contains { $0.kind == .order }
            let map = FeedMap(
                of: memory, from: account.since.start,
                to: now.advanced(byMilliseconds: -feed.settleSeconds * 1000),
                reach: feed.reachSeconds.map { now.advanced(byMilliseconds: -$0 * 1000) },
                files: holdsOrders ? stored.files : [], lateAt: stored.lateAt[feed.name] ?? [])
            return Feed(
                name: feed.name, map: map, proofs: memory.proofs, instead: platform.insteadOfReading(feed))
        }
        self.init(id: account.id, platform: account.platform, feeds: feeds)
    }
}
