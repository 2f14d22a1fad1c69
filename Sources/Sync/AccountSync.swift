package import Domain
import Platforms

/// Reads one account page by page: the windows of its feeds take turns, after-sales behind the orders of their time.
///
/// It fetches beside those who map and commit (``PageFlow``). The next window is fetched while the last pages of one commit.
package struct AccountSync<Prepared: Sendable>: Sendable {
    let account: SyncAccount
    let span: SyncSpan
    let environment: SyncEnvironment
    private let flow: PageFlow<Prepared>
    let known: @Sendable (String) async throws -> FeedMemory
    /// The orders to ask for, told from what has landed.
    let missing: @Sendable () async throws -> [OrderKey]

    /// A sync of one account.
    ///
    /// `known` gives how far a feed was read so far; `missing`, once all has landed, the orders to ask for, none
    /// of them twice.
    package init(
        _ account: SyncAccount, span: SyncSpan, environment: SyncEnvironment,
        known: @escaping @Sendable (String) async throws -> FeedMemory,
        missing: @escaping @Sendable () async throws -> [OrderKey] = { [] },
        prepare: @escaping @Sendable (FetchedPage) -> Prepared,
        commit: @escaping @Sendable ([SyncBatch<Prepared>]) async throws -> Void
    ) {
        self.account = account
        self.span = span
        self.environment = environment
        self.known = known
        self.missing = missing
        flow = PageFlow(account: account.id, prepare: prepare, commit: commit)
    }

    /// Reads everything that is asked for, then single orders that are missing.
    ///
    /// The platform's failures are in the outcome; an error thrown is that of `commit`, `known` or `missing`.
    package func run() async throws -> SyncOutcome {
        do {
            let outcome = try await read()
            await account.tokens?.settle()
            return outcome
        } catch {
            await account.tokens?.settle()
            throw error
        }
    }

    private func read() async throws -> SyncOutcome {
        let outcome = try await flow.landing(SyncOutcome(account: account.id)) { raw, verdicts, outcome in
            try await readFeeds(raw, WindowVerdicts(verdicts), &outcome)
        }
        guard span == .new, outcome.failures.isEmpty, !outcome.isCutOff,
            let lookup = account.platform.orderLookup
        else {
            return outcome
        }
        let orders = try await missing()
        if orders.isEmpty { return outcome }
        return try await flow.landing(outcome) { raw, _, outcome in
            await ask(for: orders, by: lookup, raw, &outcome)
        }
    }
}
