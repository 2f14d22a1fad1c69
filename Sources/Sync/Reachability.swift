import Domain
import Platforms

/// Whether an account answers: one page of the last hour, nothing stored.
package struct Reachability: Sendable {
    private let account: SyncAccount
    private let environment: SyncEnvironment

    /// A probe of one account.
    package init(account: SyncAccount, environment: SyncEnvironment) {
        self.account = account
        self.environment = environment
    }

    /// Throws what a sync would say.
    package func probe() async throws(SyncError) {
        let now = environment.now()
        guard let feed = account.platform.feeds.first else { return }
        var fetcher = PageFetcher(account: account, feed: feed, environment: environment)
        _ = try await fetcher.fetch(
            WindowPlan.Window(from: now.advanced(byMilliseconds: -3_600_000), to: now), .first)
    }
}
