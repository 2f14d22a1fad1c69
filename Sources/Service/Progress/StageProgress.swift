package import Domain
package import Sync

/// What a stage does or did, for whoever shows it.
package enum StageProgress: Sendable {
    /// A window of a feed begins: the `number`th of `count`.
    case window(account: String, feed: String, from: Instant, to: Instant, number: Int, count: Int)
    /// A page was fetched.
    case page(account: String)
    /// A request to a platform ended; `took`: until its last byte was there, or it failed.
    case request(platform: String, outcome: RequestOutcome, took: Duration)
    /// A page failed and is tried again after `delay`.
    case retrying(account: String, advice: Notice, delay: Duration)
    case notice(account: String, what: Notice)
    /// Records of an account that are safely stored.
    case landed(account: String, counts: LandingCounts)
    case attributed(orders: Int)
    case posted(entries: Int, batch: Int64)

    /// What reading an account tells.
    init(_ event: SyncEvent) {
        self =
            switch event {
            case .window(let account, let feed, let from, let to, let number, let count):
                .window(account: account, feed: feed, from: from, to: to, number: number, count: count)
            case .page(let account, _, _): .page(account: account)
            case .request(let platform, let outcome, let took):
                .request(platform: platform, outcome: outcome, took: took)
            case .retrying(let account, let advice, let delay):
                .retrying(account: account, advice: advice, delay: delay)
            case .notice(let account, let what): .notice(account: account, what: what)
            }
    }
}
