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
    /// Where pages are kept; `nil`: nowhere, and none is removed.
    let pages: PageKeeping?
    /// The wall clock; fixed in rehearsals.
    package let now: @Sendable () -> Instant

    /// A pipeline over a store and a roster.
    package init(
        store: OrderStore, roster: Roster, pages: PageKeeping? = nil, now: @escaping @Sendable () -> Instant
    ) {
        self.store = store
        self.roster = roster
        self.pages = pages
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
        try await settle(&report, progress)
        return report
    }

    /// What follows the sync: crediting by a roster that has changed, and booking.
    func settle(
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport {
        var report = RunReport(verb: .run, startedAt: now(), finishedAt: now())
        try await settle(&report, progress)
        return report
    }

    private func settle(
        _ report: inout RunReport, _ progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) {
        report.attribution =
            try await creditAnew(beside: report.attribution, progress: progress) ?? report.attribution
        report.posting = try await sealAll(progress: progress)
        try await removeOldPages()
        report.finishedAt = now()
    }

    /// Removes kept pages that are too old, of these accounts or of all.
    private func removeOldPages(of accounts: [String]? = nil) async throws(ServiceError) {
        guard let pages else { return }
        let toldAt = try await ServiceError.ofStore { () throws(StoreError) in
            try await store.lastToldByPlatform()
        }
        pages.removeOld(of: accounts, at: now(), toldAt: toldAt)
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
            outdated: admission.outdated, pages: pages, counts: counts,
            progress: progress)
        let outcomes = try await ServiceError.ofStore { () throws(StoreError) in
            try await sync.run(accounts, span: days.map(SyncSpan.days) ?? .new, environment)
        }
        try await removeOldPages(of: accounts.map(\.id))
        var report = RunReport(verb: .sync, startedAt: startedAt, finishedAt: now())
        report.accounts = zip(accounts, outcomes).map { account, outcome in
            var done = RunReport.Account(outcome, counts.of(account.id))
            if admission.sources[account.id]?.isReadAgain == true { done.readAgainFrom = account.since }
            return done
        }
        report.attribution = RunReport.Attribution(counts.decisions)
        return report
    }

    /// Imports files one after the other, once all were gone through: where one is another shop's nothing lands.
    ///
    /// Any other error ends it behind what has landed.
    package func importFiles(
        _ inputs: [ImportStage.Input], progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport {
        var report = RunReport(verb: .importing, startedAt: now(), finishedAt: now())
        let stage = ImportStage(self)
        var examined: [ImportStage.Examined] = []
        for input in inputs { examined.append(try await stage.look(at: input)) }
        for file in examined { report.accounts.append(try await stage.land(file, progress: progress)) }
        report.finishedAt = now()
        return report
    }

    /// Decides anew about every order that was decided by a roster with other facts than the present one.
    package func attribute(
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport {
        var report = RunReport(verb: .attribute, startedAt: now(), finishedAt: now())
        report.attribution = try await creditAnew(progress: progress)
        report.finishedAt = now()
        return report
    }

    /// Seals what waits, batch by batch.
    package func post(
        progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport {
        var report = RunReport(verb: .post, startedAt: now(), finishedAt: now())
        report.posting = try await sealAll(progress: progress)
        report.finishedAt = now()
        return report
    }

    /// What was decided anew, beside what an earlier stage decided; `nil` where there was nothing to decide.
    private func creditAnew(
        beside other: RunReport.Attribution? = nil, progress: @escaping @Sendable (StageProgress) -> Void
    ) async throws(ServiceError) -> RunReport.Attribution? {
        // Also where it decides the same: names of parties may have changed.
        let admission = try await admit([])
        guard try await decidedOtherwise() > 0 else { return nil }
        let stage = RecreditStage(store: store, decides: roster.fingerprint, roster: admission.roster)
        let counts = try await ServiceError.ofStore { () throws(StoreError) in
            try await stage.run { progress(.attributed(orders: $0)) }
        }
        return RunReport.Attribution(counts, beside: other)
    }

    private func sealAll(
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
    /// Orders of orphans that one sync of an account asks for.
    static let ordersAskedPerSync = 200
    /// How long an order that did not come is not asked for again.
    static let hoursBetweenAsks: Int64 = 24
}
