package import Domain
package import Platforms

/// An account as the sync sees it.
package struct SyncAccount: Sendable {
    /// The account's id in the configuration.
    package let id: String
    package let platform: any Platform
    /// The platform's own shop id.
    package let shopID: String
    /// Scheme, host and port of the address that is asked; the store notes it beside the shop.
    package let host: String
    /// Reads the secrets anew each time: a token may have been refreshed meanwhile.
    package let access: @Sendable () throws(SyncError) -> AccountAccess
    /// Keeps its access token alive; `nil` where a person does.
    package let tokens: TokenKeeper?
    /// The first business day to fetch.
    package let since: BusinessDay
    /// What is read again although it was read.
    package let lookBack: LookBack
    package let pace: Pace
    /// Whether its pages are kept, to be mapped again.
    package let keepsPages: Bool

    /// How often an account asks.
    package enum Pace: Hashable, Sendable {
        /// As often as it is answered: an address of its own.
        case none
        /// As each call of the platform allows.
        case ofPlatform
        /// Requests per second as the account says, whatever the call.
        case fixed(Int)
    }

    /// An account.
    package init(
        id: String, platform: any Platform, shopID: String, host: String,
        access: @escaping @Sendable () throws(SyncError) -> AccountAccess, tokens: TokenKeeper? = nil,
        since: BusinessDay,
        lookBack: LookBack = .standard, pace: Pace, keepsPages: Bool = false
    ) {
        self.id = id
        self.platform = platform
        self.shopID = shopID
        self.host = host
        self.access = access
        self.tokens = tokens
        self.since = since
        self.lookBack = lookBack
        self.pace = pace
        self.keepsPages = keepsPages
    }

    /// How often a call may be made in a second; a lookup, which is none of the feeds, not more often than it says itself.
    func requestsPerSecond(of feed: Feed) -> Int? {
        switch pace {
        case .none: nil
        case .ofPlatform: feed.requestsPerSecond
        case .fixed(let rate): feed == platform.orderLookup ? min(rate, feed.requestsPerSecond) : rate
        }
    }
}

/// What to read of an account.
package enum SyncSpan: Hashable, Sendable {
    /// What was not read so far.
    case new
    /// These days, whether they were read or not.
    case days(ClosedRange<BusinessDay>)

    /// The days, where only some are read.
    package var days: ClosedRange<BusinessDay>? {
        if case .days(let days) = self { days } else { nil }
    }
}

/// A page with its records, and where it stands.
package struct FetchedPage: Sendable {
    package let page: Page
    /// The feed's name: `orders`.
    package let feed: String
    /// The window that was asked for; `nil`: the order that `cursor` names was.
    package let window: ReadSpan?
    /// Where in the window: `first`, the page's number or offset as the platform counts, or the platform's own text.
    package let cursor: String
    /// The `ContentHash` of the JSON as it was received, in hex; empty where an order was refused.
    package let hash: String
    package let fetchedAt: Instant
    /// The platform's own clock as it answered, to the second; `nil` where the answer has no date, or nobody was asked.
    package var serverTime: Instant?
    /// What is kept of it, to be mapped again; `nil` where nothing is.
    package var kept: KeptPage?

    /// As it lands.
    package var facts: PageFacts {
        PageFacts(feed: feed, window: window, cursor: cursor, hash: hash, fetchedAt: fetchedAt)
    }
}

/// Pages to commit together, with what is read by them.
package struct SyncBatch<Prepared: Sendable>: Sendable {
    package let account: String
    package let feed: Feed
    package let pages: [Prepared]
    /// The windows that are read once the batch has landed.
    package let proved: [ProvedWindow]
}

/// What happened, for the bar or the log.
package enum SyncEvent: Sendable {
    case window(account: String, feed: String, from: Instant, to: Instant, number: Int, count: Int)
    case page(account: String, feed: String, rowsInWindow: Int?)
    /// A request for a page, or for an order, ended; `took`: until its last byte was there, or it failed.
    case request(platform: String, outcome: RequestOutcome, took: Duration)
    case retrying(account: String, advice: Notice, delay: Duration)
    case notice(account: String, what: Notice)
}

/// What became of one account.
package struct SyncOutcome: Sendable {
    package let account: String
    package var windows = 0
    package var pages = 0
    package var retries = 0
    /// Orders that were asked for by their numbers, and how many of them the platform gave.
    package var ordersAsked = 0
    package var ordersFound = 0
    /// What stopped its feeds, in the order in which it happened; empty where all was read.
    package var failures: [SyncError] = []
    /// What was wanted and not read, by feed and time.
    package var unread: [UnreadWindow] = []
    /// Whether it was left in the middle because nothing more was to be begun: what was not read by then is no failure.
    package var isCutOff = false

    init(account: String) {
        self.account = account
    }
}
