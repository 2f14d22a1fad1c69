package import Domain
import Platforms

/// Maps the kept pages of one account again and lands them as if they had just been fetched; nobody is asked for anything.
///
/// A window counts as read by it only where all its pages are there, by the same proof as when they were fetched.
package struct AccountReplay<Prepared: Sendable>: Sendable {
    private let account: SyncAccount
    private let flow: PageFlow<Prepared>

    /// A replay of one account.
    package init(
        _ account: SyncAccount, prepare: @escaping @Sendable (FetchedPage) -> Prepared,
        commit: @escaping @Sendable ([SyncBatch<Prepared>]) async throws -> Void
    ) {
        self.account = account
        flow = PageFlow(account: account.id, prepare: prepare, commit: commit)
    }

    /// Replays pages in the order in which they were fetched.
    ///
    /// An error thrown is that of `commit`.
    package func run(_ pages: some Sequence<KeptPage> & Sendable) async throws -> ReplayOutcome {
        try await flow.landing(ReplayOutcome()) { raw, _, outcome in
            var reading = KeptReading()
            for kept in pages {
                guard let item = account.item(kept, &reading, &outcome) else { continue }
                outcome.add(kept)
                guard await raw.put(item) else { return }
                guard let window = item.window, reading.isWhole else { continue }
                await raw.put(SyncItem(feed: item.feed, window: window, page: nil, reading: reading.number))
            }
        }
    }
}

extension SyncAccount {
    /// Those of the pages that can be mapped as the platform is described now: what a replay of them will land.
    package func mappable(_ pages: some Sequence<KeptPage>) -> Set<PageFacts> {
        var (reading, outcome) = (KeptReading(), ReplayOutcome())
        return Set(pages.filter { item($0, &reading, &outcome) != nil }.map(\.facts))
    }

    /// The page with the place where it stands; `nil` where it cannot be mapped now, which is counted.
    fileprivate func item(
        _ kept: KeptPage, _ reading: inout KeptReading, _ outcome: inout ReplayOutcome
    ) -> SyncItem<RawPage>? {
        let feeds = platform.feeds + [platform.orderLookup].compactMap(\.self)
        guard let feed = feeds.first(where: { $0.name == kept.facts.feed }) else {
            outcome.leave(because: Notice("replay.feed_gone", kept.facts.feed))
            return nil
        }
        let missing = Set(platform.pageKeys(of: feed)?.read ?? []).subtracting(kept.keys).sorted()
        guard missing.isEmpty else {
            outcome.leave(because: Notice("replay.keys_missing", missing))
            return nil
        }
        let cursor = reading.begin(kept, ofShop: shopID)
        let span = kept.facts.window
        let query =
            span.map { PageQuery(feed: feed, from: $0.from, to: $0.to, page: cursor) }
            ?? PageQuery(feed: feed, from: kept.facts.fetchedAt, to: kept.facts.fetchedAt, page: cursor)
        do throws(PageFailure) {
            let page = try RawPage(kept, query: query, account: self)
            reading.add(kept, followedBy: page.outline.next)
            return SyncItem(
                feed: feed, window: span.map { WindowPlan.Window(from: $0.from, to: $0.to) }, page: page,
                reading: reading.number)
        } catch {
            reading.isBroken = true
            outcome.leave(because: error.advice)
            return nil
        }
    }
}

/// What became of a replay of one account.
package struct ReplayOutcome: Sendable {
    /// Pages that were mapped again.
    package fileprivate(set) var pages = 0
    /// Records of them that had been left out when they were kept.
    package fileprivate(set) var recordsLeftOut = 0
    /// Pages that can't be mapped as the platform is described now, by the reason.
    package fileprivate(set) var pagesLeft: [Notice: Int] = [:]

    init() {}
}

extension ReplayOutcome {
    fileprivate mutating func add(_ page: KeptPage) {
        pages += 1
        recordsLeftOut += page.recordsLeftOut
    }

    fileprivate mutating func leave(because reason: Notice) {
        pagesLeft[reason, default: 0] += 1
    }
}

/// Follows the pages of one reading of a window, to tell whether any is missing.
private struct KeptReading {
    private(set) var number = 0
    private var feed = ""
    private var window: ReadSpan?
    private var next: PageCursor?
    /// Whether a page is missing, or not all of it was kept.
    var isBroken = true

    /// Whether the last page was the end of a window of which all pages were there.
    var isWhole: Bool { !isBroken && next == nil }

    /// Where the next page stands in its window; it begins another reading unless it follows the one before.
    mutating func begin(_ page: KeptPage, ofShop shopID: String) -> PageCursor {
        let facts = page.facts
        let follows = feed == facts.feed && window == facts.window && next?.text == facts.cursor
        if follows, let next { return next }
        number += 1
        (feed, window, next) = (facts.feed, facts.window, nil)
        let cursor = PageCursor(facts, ofShop: shopID)
        isBroken = cursor != .first
        return cursor
    }

    mutating func add(_ page: KeptPage, followedBy next: PageCursor?) {
        self.next = next
        if page.recordsLeftOut > 0 { isBroken = true }
    }
}

extension PageCursor {
    /// As the store notes it; a number is one for whoever pages by number, and its digits for whoever does not.
    fileprivate init(_ facts: PageFacts, ofShop shopID: String) {
        let order = facts.window == nil ? facts.cursor.split(separator: " ", maxSplits: 1).last : nil
        if let order {
            self = .order(OrderKey(channel: .other, shopID: shopID, orderID: String(order)))
        } else if facts.cursor == PageCursor.first.text {
            self = .first
        } else {
            self = Int(facts.cursor).map(PageCursor.number) ?? .text(facts.cursor)
        }
    }
}
