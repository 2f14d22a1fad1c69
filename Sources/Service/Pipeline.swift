package import Attribution
package import Domain
import Ledger
import Platforms
package import Reports
package import Store
package import Sync

/// The main job on one screen: sync → attribute → post.
///
/// Every stage takes its work from what is stored and can be run again at any time.
///
/// Crediting happens as orders land, in the same transaction; `attribute` does it anew where the roster changed.
package struct Pipeline: Sendable {
    package let store: OrderStore
    package let roster: Roster
    package let attributor: Attributor
    /// The wall clock; fixed in rehearsals.
    package let now: @Sendable () -> Instant

    /// A pipeline over a store and a roster.
    package init(store: OrderStore, roster: Roster, now: @escaping @Sendable () -> Instant) {
        self.store = store
        self.roster = roster
        self.now = now
        attributor = Attributor(roster: roster)
    }

    /// Sync, attribute, post: the whole main job once.
    ///
    /// One account's failure stops nobody else.
    package func run(
        _ accounts: [SyncAccount], _ environment: SyncEnvironment,
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(StoreError) -> RunReport {
        var report = try await sync(accounts, days: nil, environment, progress: progress)
        report.verb = .run
        try await attribute(&report, progress: progress)
        report.posting = try await post(progress: progress)
        report.finishedAt = now()
        return report
    }

    /// Reads what is new of every account, or the days once more; several accounts at once.
    package func sync(
        _ accounts: [SyncAccount], days: ClosedRange<BusinessDay>?, _ environment: SyncEnvironment,
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(StoreError) -> RunReport {
        try await store.adoptRoster(fingerprint: roster.fingerprint)
        let startedAt = now()
        let counts = CountsByAccount()
        let sync = SyncStage(store: store, attributor: attributor, counts: counts, progress: progress)
        let outcomes = try await sync.run(accounts, span: days.map(SyncSpan.days) ?? .new, environment)
        var report = RunReport(verb: .sync, startedAt: startedAt, finishedAt: now())
        report.accounts = outcomes.map { RunReport.Account($0, counts.of($0.account)) }
        report.attribution = RunReport.Attribution(counts.total)
        return report
    }

    /// Computes credits anew where the roster has changed since; nothing otherwise.
    package func attribute(
        _ report: inout RunReport, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(StoreError) {
        guard try await !store.isCredited(by: roster.fingerprint) else { return }
        let counts = try await store.recredit(fingerprint: roster.fingerprint, crediting: attributor) {
            done in
            progress(.attributed(orders: done))
        }
        report.attribution = RunReport.Attribution(counts)
    }

    /// Books what waits, batch by batch.
    package func post(
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(StoreError) -> RunReport.Posting {
        var posting = RunReport.Posting()
        let bookedAt = now()
        try await store.closeBatches(
            limit: PipelineLimits.entriesPerBatch, bookedAt: bookedAt, Journal.close
        ) { batch in
            posting.add(batch)
            progress(.posted(entries: batch.entries.count, batch: batch.head.number))
        }
        return posting
    }
}

/// What a stage did, for the bar or the log.
package enum StageProgress: Sendable {
    case sync(SyncEvent)
    /// Records of an account that are safely stored.
    case landed(account: String, counts: LandingCounts)
    case attributed(orders: Int)
    case posted(entries: Int, batch: Int64)
}

/// Limits of the pipeline, in one place.
enum PipelineLimits {
    /// Entries of one batch of the journal: about 3 MB while it is closed.
    static let entriesPerBatch = 10_000
    /// Accounts that are read at once.
    static let accountsAtOnce = 4
    /// Orders of a file that land together.
    static let fileOrdersPerLanding = 2_000
}
