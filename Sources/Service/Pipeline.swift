package import Attribution
import Books
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
/// Crediting happens as orders land, in the same transaction; `attribute` does it anew for orders that another roster
/// decided.
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
    ) async throws(ServiceError) -> RunReport {
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
    ) async throws(ServiceError) -> RunReport {
        let startedAt = now()
        let admission = try await admit(accounts.map(\.facts))
        let counts = CountsByAccount()
        let sync = SyncStage(
            store: store, roster: admission.roster, sources: admission.sources,
            outdated: admission.outdated, counts: counts,
            progress: progress)
        let outcomes = try await ServiceError.ofStore { () throws(StoreError) in
            try await sync.run(accounts, span: days.map(SyncSpan.days) ?? .new, environment)
        }
        var report = RunReport(verb: .sync, startedAt: startedAt, finishedAt: now())
        report.accounts = zip(accounts, outcomes).map { account, outcome in
            var done = RunReport.Account(outcome, counts.of(account.id))
            if admission.sources[account.id]?.isReadAgain == true { done.readAgainFrom = account.since }
            return done
        }
        report.attribution = RunReport.Attribution(counts.decisions)
        return report
    }

    /// Decides anew about every order that was decided by a roster with other facts than the present one; nothing
    /// otherwise.
    package func attribute(
        _ report: inout RunReport, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) {
        guard try await decidedOtherwise() > 0 else { return }
        let stage = RecreditStage(
            store: store, decides: roster.fingerprint, roster: try await admit([]).roster)
        let counts = try await ServiceError.ofStore { () throws(StoreError) in
            try await stage.run { progress(.attributed(orders: $0)) }
        }
        report.attribution = RunReport.Attribution(counts, beside: report.attribution)
    }

    /// Seals what waits, batch by batch.
    package func post(
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport.Posting {
        var posting = RunReport.Posting()
        let bookedAt = now()
        while let batch = try await seal(bookedAt: bookedAt) {
            if batch.entries.isEmpty { continue }
            posting.add(batch)
            progress(.posted(entries: batch.entries.count, batch: batch.head.number))
        }
        let newest = try await ServiceError.ofStore { () throws(StoreError) in try await store.newestBatch() }
        posting.lastBatch = newest?.number
        posting.hash = newest?.hash ?? ""
        return posting
    }

    /// Seals one batch over what was committed before; `nil` where nothing waits.
    private func seal(bookedAt: Instant) async throws(ServiceError) -> SealedBatch? {
        try await ServiceError.ofStore { () throws(StoreError) in
            try await store.write { session in
                let waiting = try session.waiting(limit: PipelineLimits.entriesPerBatch)
                if waiting.entries.isEmpty { return nil }
                let batch = Journal.seal(waiting.entries, try session.nextHead(bookedAt: bookedAt))
                try session.book(batch, over: waiting)
                return batch
            }
        }
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
    /// Entries of one batch of the journal: about 3 MB while it is sealed.
    static let entriesPerBatch = 10_000
    /// Accounts that are read at once.
    static let accountsAtOnce = 4
    /// Orders that are decided anew together.
    static let ordersPerRecrediting = 2_000
    /// Orders of a file that land together.
    static let fileOrdersPerLanding = 2_000
}
