package import Domain
import Platforms
package import Reports
package import Store

/// How far accounts have been read: what `gaps` lists, and what stands beneath every report.
extension Workplace {
    /// Of all accounts of the configuration that are read by themselves, in its order, or of those named; from `since` of each up to now.
    ///
    /// An account that was never read is there, too. Throws where a name is no such account's.
    package func readings(
        _ store: OrderStore, of ids: [String] = []
    ) async throws(ServiceError) -> [AccountReading] {
        try expectReadAccounts(ids)
        let all = try await ServiceError.ofStore { () throws(StoreError) in try await allReadings(store) }
        return all.filter { $0.isConfigured && (ids.isEmpty || ids.contains($0.id)) }
    }

    /// An attribution report with all that it rests on.
    ///
    /// Throws what is wrong with the question.
    package func attributionReport(
        _ question: AttributionQuestion, of store: OrderStore
    ) async throws(ServiceError) -> AttributionReport {
        let pipeline = pipeline(store)
        let scope = try await pipeline.scope(of: question)
        // Before the figures: what is read meanwhile may be in them and is not claimed, never the other way round.
        let readings = try await ServiceError.ofStore { () throws(StoreError) in
            try await allReadings(store)
        }
        var report = try await pipeline.attributionReport(scope)
        report.coverage.reading = ReadingCoverage(
            readings.filter { mayConcern($0, scope) }, days: scope.from...scope.to, tellsSince: true,
            neverAgain: neverAgain)
        return report
    }

    /// Up to when all accounts were read, as far as their days have come.
    package func coverage(_ store: OrderStore) async throws(StoreError) -> ReadingCoverage {
        let readings = try await allReadings(store)
        let first = readings.map(\.since).min() ?? now().day
        return ReadingCoverage(
            readings, days: min(first, now().day)...now().day, neverAgain: neverAgain)
    }

    /// The accounts that are read once and not looked at again.
    private var neverAgain: Set<String> {
        Set(settings.readAccounts.filter { $0.lookBack == .never }.map(\.id))
    }

    /// Of the accounts of the configuration, then of those that the store has read and the configuration has no more: what
    /// was read of them still counts.
    private func allReadings(_ store: OrderStore) async throws(StoreError) -> [AccountReading] {
        let (stored, now) = (try await store.readings(), now())
        let configured = settings.readAccounts.compactMap { account in
            settings.platforms.platform(named: account.platform).map { platform in
                AccountReading(
                    account.id, platform, since: account.since, stored[account.id] ?? StoredReading(), at: now
                )
            }
        }
        let gone = stored.filter { name, reading in
            !reading.mapping.isEmpty && !settings.readAccounts.contains { $0.id == name }
        }
        return configured
            + gone.sorted { $0.key < $1.key }.map { name, reading in
                let since = reading.since ?? now.day
                var account =
                    settings.platforms.platform(named: reading.platform).map {
                        AccountReading(name, $0, since: since, reading, at: now)
                    } ?? AccountReading(name, since: since, reading, at: now)
                account.isConfigured = false
                return account
            }
    }

    /// Whether orders of an account can stand in a report; it says no only where a filter names others.
    private func mayConcern(_ account: AccountReading, _ scope: ReportScope) -> Bool {
        func values(_ key: ReportKey) -> [String]? {
            let values = scope.only.filter { $0.key == key }.map(\.value)
            return values.isEmpty ? nil : values
        }
        if let sources = values(.source), !sources.contains(account.id) { return false }
        guard let channels = values(.channel),
            let platform = settings.platforms.platform(named: account.platform)
        else { return true }
        return platform.channels.contains { channels.contains($0.key) }
    }
}

extension AccountReading {
    /// What the store knows of the feeds of an account.
    fileprivate init(
        _ id: String, _ platform: any Platform, since: BusinessDay, _ stored: StoredReading, at now: Instant
    ) {
        let isMappedOtherwise = !stored.mapping.isEmpty && stored.mapping != platform.mapping
        let feeds = platform.feeds.map { feed in
            var memory = stored.feeds[feed.name] ?? FeedMemory()
            if isMappedOtherwise { memory.forgetMapping() }
            let holdsOrders = platform.keyRules(of: feed).contains { $0.kind == .order }
            let map = FeedMap(
                of: memory, from: since.start, to: feed.end(at: now), reach: feed.reach(at: now),
                files: holdsOrders ? stored.files : [], lateAt: stored.lateAt[feed.name] ?? [])
            return Feed(
                name: feed.name, map: map, proofs: memory.proofs, instead: platform.insteadOfReading(feed))
        }
        self.init(id: id, platform: platform.name, since: since, feeds: feeds)
    }

    /// The same where the description of its platform is gone: what was read counts as it was read.
    fileprivate init(_ id: String, since: BusinessDay, _ stored: StoredReading, at now: Instant) {
        let feeds = stored.feeds.sorted { $0.key < $1.key }.map { name, memory in
            let map = FeedMap(
                of: memory, from: since.start, to: now, reach: nil, lateAt: stored.lateAt[name] ?? [])
            return Feed(name: name, map: map, proofs: memory.proofs, instead: Notice("platform.gone"))
        }
        self.init(id: id, platform: stored.platform, since: since, feeds: feeds)
    }
}
