package import Domain
import Platforms
package import Reports
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

extension Workplace {
    /// An attribution report with all that it rests on.
    ///
    /// Throws what is wrong with the question.
    package func attributionReport(
        _ question: AttributionQuestion, of store: OrderStore
    ) async throws(ServiceError) -> AttributionReport {
        let pipeline = pipeline(store)
        let scope = try await pipeline.scope(of: question)
        var report = try await pipeline.attributionReport(scope)
        let ids = settings.accounts.filter { mayConcern($0, scope) }.map(\.id)
        report.coverage.reading = ReadingCoverage(
            ids.isEmpty ? [] : try await readings(store, of: ids), days: scope.from...scope.to)
        return report
    }

    /// Up to when all accounts were read, as far as their days have come.
    package func coverage(_ store: OrderStore) async throws(ServiceError) -> ReadingCoverage {
        let first = settings.accounts.map(\.since).min() ?? now().day
        return ReadingCoverage(try await readings(store), days: min(first, now().day)...now().day)
    }

    /// Whether orders of an account can stand in a report; it says no only where a filter names others.
    private func mayConcern(_ account: Account, _ scope: ReportScope) -> Bool {
        func values(_ key: ReportKey) -> [String]? {
            let values = scope.only.filter { $0.key == key }.map(\.value)
            return values.isEmpty ? nil : values
        }
        if account.since > scope.to { return false }
        if let sources = values(.source), !sources.contains(account.id) { return false }
        guard let channels = values(.channel),
            let platform = settings.platforms.platform(named: account.platform)
        else { return true }
        return platform.channels.contains { channels.contains($0.key) }
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
