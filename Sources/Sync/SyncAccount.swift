package import Domain
package import Platforms

/// An account as the sync sees it.
package struct SyncAccount: Sendable {
    /// The account's id in the configuration.
    package let id: String
    package let platform: any Platform
    /// Reads the secrets anew each time: a token may have been refreshed meanwhile.
    package let access: @Sendable () throws(SyncError) -> AccountAccess
    /// The first business day to fetch.
    package let since: BusinessDay
    /// `nil` = not paced (loopback).
    package let requestsPerSecond: Int?

    /// An account.
    package init(
        id: String, platform: any Platform, access: @escaping @Sendable () throws(SyncError) -> AccountAccess,
        since: BusinessDay, requestsPerSecond: Int?
    ) {
        self.id = id
        self.platform = platform
        self.access = access
        self.since = since
        self.requestsPerSecond = requestsPerSecond
    }
}

/// What to read of an account.
package enum SyncSpan: Hashable, Sendable {
    /// What is new since the last sync.
    case new
    /// These days once more; the cursor stays.
    case days(ClosedRange<BusinessDay>)
}

/// A page as it came, not yet mapped.
package struct FetchedPage: Sendable {
    package let page: Page
    /// Where it stands, for lineage: `orders 2022-11-01 00:00:00…2022-11-08 00:00:00 page 3`.
    package let name: String
    /// The `ContentHash` of the JSON as it was received, in hex.
    package let hash: String
    package let fetchedAt: Instant
}

/// Pages to commit together, with where the cursor moves.
package struct SyncBatch<Prepared: Sendable>: Sendable {
    package let account: String
    package let feed: Feed
    package let pages: [Prepared]
    /// Everything updated before this instant is read once the batch has landed.
    package let readTo: Instant?
}

/// What happened, for the bar or the log.
package enum SyncEvent: Sendable {
    case window(account: String, feed: String, from: Instant, to: Instant, number: Int, count: Int)
    case page(account: String, feed: String, rowsInWindow: Int?)
    case retrying(account: String, advice: String, delay: Duration)
    case notice(account: String, text: String)
}

/// What became of one account.
package struct SyncOutcome: Sendable {
    package let account: String
    package var windows = 0
    package var pages = 0
    package var retries = 0
    /// What stopped its feeds, in the order in which it happened; empty where all was read.
    package var failures: [SyncError] = []

    init(account: String) {
        self.account = account
    }
}
