import Attribution
import Domain
import Platforms
import Store
import Sync
import Synchronization

extension Attributor: Crediting {}

/// Wires `Sync` to `Store`: pages are prepared beside the fetching and land with their cursor.
struct SyncStage: Sendable {
    let store: OrderStore
    let attributor: Attributor
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
            throw StoreError(.inconsistent, "同步中断：\(error)")
        }
    }

    private func read(
        _ account: SyncAccount, _ span: SyncSpan, _ environment: SyncEnvironment
    ) async throws -> SyncOutcome {
        let source = SourceName(name: account.id, platform: account.platform.name)
        let sync = AccountSync<LandedPage>(
            account, span: span, environment: environment,
            readTo: { [store] feed in try await store.readTo(source: account.id, feed: feed) },
            prepare: { [attributor] page in
                LandedPage(page, platform: account.platform.name, crediting: attributor)
            },
            commit: { [store, counts, progress] batch in
                let landed = try await store.land(
                    Landing(
                        source: source, isFile: false, feed: batch.feed.name, pages: batch.pages,
                        readTo: batch.readTo))
                counts.add(landed, to: account.id)
                progress(.landed(account: account.id, counts: landed))
            })
        return try await sync.run()
    }
}

extension LandedPage {
    /// A fetched page, prepared for landing.
    init(_ fetched: FetchedPage, platform: String, crediting: Attributor) {
        self.init(
            name: fetched.name, hash: fetched.hash, fetchedAt: fetched.fetchedAt,
            orders: fetched.page.orders.map { PreparedOrder($0, platform: platform, crediting: crediting) },
            refunds: fetched.page.refunds, parked: fetched.page.parked)
    }
}

/// What became of the records of each account in this run.
final class CountsByAccount: Sendable {
    private let counts = Mutex<[String: LandingCounts]>([:])

    func add(_ landed: LandingCounts, to account: String) {
        counts.withLock { $0[account, default: LandingCounts()].add(landed) }
    }

    func of(_ account: String) -> LandingCounts {
        counts.withLock { $0[account] ?? LandingCounts() }
    }

    var total: LandingCounts {
        counts.withLock { counts in
            counts.values.reduce(into: LandingCounts()) { $0.add($1) }
        }
    }
}
