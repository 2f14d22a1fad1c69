import Books
import Domain
import Platforms
import Store
import Sync
import Synchronization

/// Wires `Sync` to the store: pages are prepared beside the fetching and land with the span that they read.
struct SyncStage: Sendable {
    let store: OrderStore
    let roster: RosterInForce
    /// The accounts as they were admitted, by their ids.
    let sources: [String: AdmittedSource]
    let outdated: OutdatedPages
    /// Where pages are kept; `nil`: nowhere.
    let pages: PageKeeping?
    let counts: CountsByAccount
    let progress: @Sendable (StageProgress) -> Void

    /// Reads the accounts, at most some at once; outcomes in the order of the accounts.
    func run(
        _ accounts: [SyncAccount], span: SyncSpan, _ environment: SyncEnvironment
    ) async throws(StoreError) -> [SyncOutcome] {
        do {
            return try await withThrowingTaskGroup(of: (Int, SyncOutcome).self) { group in
                var outcomes: [Int: SyncOutcome] = [:]
                for (index, account) in accounts.enumerated() {
                    if index >= PipelineLimits.accountsAtOnce, let (done, outcome) = try await group.next() {
                        outcomes[done] = outcome
                    }
                    group.addTask { (index, try await read(account, span, environment)) }
                }
                for try await (done, outcome) in group {
                    outcomes[done] = outcome
                }
                return accounts.indices.compactMap { outcomes[$0] }
            }
        } catch let error as StoreError {
            throw error
        } catch {
            throw StoreError(.inconsistent, Notice("sync.broken_off", String(describing: error)))
        }
    }

    private func read(
        _ account: SyncAccount, _ span: SyncSpan, _ environment: SyncEnvironment
    ) async throws -> SyncOutcome {
        guard let source = sources[account.id]?.number else {
            throw StoreError(.inconsistent, Notice("sync.not_admitted", account.id))
        }
        let platform = account.platform
        let keeper = pages?.keeper(of: account.id)
        let sync = AccountSync<PreparedPage>(
            account, span: span, environment: environment,
            known: { [store] feed in try await store.memory(source: account.id, feed: feed) },
            missing: { [store] in
                try await store.missingOrders(
                    of: account.id, lookup: platform.orderLookup?.name ?? "",
                    askedBefore: environment.now().advanced(
                        byMilliseconds: -PipelineLimits.hoursBetweenAsks * 3_600_000),
                    limit: PipelineLimits.ordersAskedPerSync)
            },
            prepare: { [roster] page in
                PreparedPage(page, platform: platform, roster: roster)
            },
            commit: { [store, roster, outdated, counts, progress] batches in
                let landed = try await store.write { session in
                    try session.expectMapped(account.facts)
                    var landed = LandedCounts()
                    for batch in batches {
                        let stage = LandingStage(
                            store: store, roster: roster, source: source,
                            outdated: outdated, kind: platform.kind, feed: batch.feed.name,
                            keys: LandingStage.FeedKeys(platform, batch.feed),
                            lookBack: span == .new ? account.lookBack : nil)
                        landed.add(try stage.land(batch.pages, proved: batch.proved, session))
                    }
                    return landed
                }
                keeper?.keep(batches.flatMap(\.pages).compactMap(\.kept))
                counts.add(landed, to: account.id)
                progress(.landed(account: account.id, counts: landed.records))
            })
        try await takeBackReadAhead(account, source, environment)
        let outcome = try await PageKeeping.through(keeper, account.id, environment) { try await sync.run() }
        // Of one that was cut off nobody knows what it would not have read.
        if !outcome.isCutOff {
            try await store.note(outcome.unread, source: source, days: span.days, at: environment.now())
        }
        return outcome
    }

    /// Has read again what was read while our clock was ahead, and says so.
    private func takeBackReadAhead(
        _ account: SyncAccount, _ source: Int64, _ environment: SyncEnvironment
    ) async throws {
        guard let from = try await store.takeBackReadAhead(source: source, now: environment.now()) else {
            return
        }
        environment.report(.notice(account: account.id, what: Notice("sync.read_back", from)))
    }
}

extension PreparedPage {
    /// A fetched page, prepared for landing; what the store would not take is parked.
    init(_ fetched: FetchedPage, platform: any Platform, roster: RosterInForce) {
        var arrivals: [Arrival] = []
        arrivals.reserveCapacity(fetched.page.orders.count)
        var flawed: [ParkedRecord] = []
        for order in fetched.page.orders {
            if let flaw = order.flaw(readAt: fetched.fetchedAt) {
                flawed.append(ParkedRecord(flaw, of: order))
            } else {
                arrivals.append(
                    Arrival(
                        [order], kind: platform.kind, platform: platform.name, fetchedAt: fetched.fetchedAt,
                        roster: roster))
            }
        }
        self.init(
            facts: fetched.facts, arrivals: arrivals, afterSales: AfterSale.all(of: fetched.page.refunds),
            parked: flawed + fetched.page.parked, unknownWords: fetched.page.unknownWords, kept: fetched.kept)
    }
}

/// What became of the records of each account in this run.
final class CountsByAccount: Sendable {
    private let counts = Mutex<[String: LandedCounts]>([:])

    func add(_ landed: LandedCounts, to account: String) {
        counts.withLock { $0[account, default: LandedCounts()].add(landed) }
    }

    func of(_ account: String) -> LandingCounts {
        counts.withLock { $0[account]?.records ?? LandingCounts() }
    }

    var decisions: DecisionCounts {
        counts.withLock { counts in
            counts.values.reduce(into: DecisionCounts()) { $0.add($1.decisions) }
        }
    }
}
