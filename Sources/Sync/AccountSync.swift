package import Domain
import Platforms

/// Reads one account page by page: the windows of its feeds take turns, after-sales behind the orders of their time.
///
/// Three tasks run at once: one fetches, one maps, one commits what has gathered; mailboxes between
/// them are bounded, so that memory does not grow. The next window is fetched while the last pages of one commit. What
/// was read goes to `commit` with the last page of its window.
package struct AccountSync<Prepared: Sendable>: Sendable {
    let account: SyncAccount
    let span: SyncSpan
    let environment: SyncEnvironment
    /// Maps and prepares a page; runs beside fetching and committing.
    let prepare: @Sendable (FetchedPage) -> Prepared
    /// Lands pages and what was read in one transaction.
    let commit: @Sendable ([SyncBatch<Prepared>]) async throws -> Void
    let read: @Sendable (String) async throws -> [ReadSpan]
    /// The numbers of orders to ask for, told from what has landed.
    let missing: @Sendable () async throws -> [String]

    /// A sync of one account.
    ///
    /// `read` gives what was read of a feed so far, by time, as spans that do not touch; `missing`, once all has landed, the
    /// numbers of orders to ask for, none of them twice.
    package init(
        _ account: SyncAccount, span: SyncSpan, environment: SyncEnvironment,
        read: @escaping @Sendable (String) async throws -> [ReadSpan],
        missing: @escaping @Sendable () async throws -> [String] = { [] },
        prepare: @escaping @Sendable (FetchedPage) -> Prepared,
        commit: @escaping @Sendable ([SyncBatch<Prepared>]) async throws -> Void
    ) {
        self.account = account
        self.span = span
        self.environment = environment
        self.read = read
        self.missing = missing
        self.prepare = prepare
        self.commit = commit
    }

    /// Reads everything that is asked for, then single orders that are missing.
    ///
    /// The platform's failures are in the outcome; an error thrown is that of `commit`, `read` or `missing`.
    package func run() async throws -> SyncOutcome {
        let outcome = try await landing(SyncOutcome(account: account.id)) { raw, outcome in
            try await readFeeds(raw, &outcome)
        }
        guard span == .new, outcome.failures.isEmpty, let lookup = account.platform.orderLookup else {
            return outcome
        }
        let orderIDs = try await missing()
        if orderIDs.isEmpty { return outcome }
        return try await landing(outcome) { raw, outcome in
            await ask(for: orderIDs, by: lookup, raw, &outcome)
        }
    }

    /// Lands what `fetch` puts into the mailbox; answers the outcome once all has landed.
    private func landing(
        _ start: SyncOutcome,
        _ fetch: @escaping @Sendable (Mailbox<SyncItem<RawPage>>, inout SyncOutcome) async throws -> Void
    ) async throws -> SyncOutcome {
        let raw = Mailbox<SyncItem<RawPage>>(capacity: 2)
        let prepared = Mailbox<SyncItem<Prepared>>(capacity: SyncLimits.pagesInFlight)
        return try await withThrowingTaskGroup(of: SyncOutcome?.self) { group in
            group.addTask {
                while let item = await raw.take(limit: 1).first {
                    await prepared.put(item.map { prepare($0.mapped()) })
                }
                await prepared.close()
                return nil
            }
            group.addTask {
                do {
                    try await commitAll(prepared)
                    return nil
                } catch {
                    // Nobody takes pages any more: let the others end.
                    await raw.close()
                    await prepared.close()
                    throw error
                }
            }
            group.addTask {
                var outcome = start
                do {
                    try await fetch(raw, &outcome)
                } catch {
                    // Else the others would wait for more for ever.
                    await raw.close()
                    throw error
                }
                await raw.close()
                return outcome
            }
            // What was fetched before a failure of the platform lands all the same; an error here cancels the others.
            var outcome = start
            for try await part in group {
                if let part { outcome = part }
            }
            return outcome
        }
    }

    private func readFeeds(_ raw: Mailbox<SyncItem<RawPage>>, _ outcome: inout SyncOutcome) async throws {
        var readings: [FeedReading] = []
        for feed in account.platform.feeds {
            let plan = try await plan(feed)
            for lost in plan.lost {
                // It is said at every sync until it is no longer asked for.
                let code = span == .new ? "sync.out_of_reach" : "sync.days_out_of_reach"
                environment.report(
                    .notice(account: account.id, what: Notice(code, feed.name, lost.from, lost.to)))
            }
            readings.append(
                FeedReading(PageFetcher(account: account, feed: feed, environment: environment), plan.windows)
            )
        }
        while let place = readings.nextPlace {
            do throws(SyncError) {
                guard try await readWindow(&readings[place], raw, &outcome) else { break }
            } catch {
                outcome.failures.append(error)
                // Orders are read on without their after-sales, but not the other way round; and a platform that was
                // waited for until the patience ended is not waited for again, unless it answers.
                for after in readings.indices[place...] { readings[after].giveUp() }
                if !error.isRefusal {
                    for before in readings.indices[..<place] { readings[before].fetcher.losePatience() }
                }
            }
        }
        outcome.retries = readings.reduce(0) { $0 + $1.fetcher.retries }
    }

    private func plan(_ feed: Feed) async throws -> WindowPlan {
        switch span {
        case .new:
            WindowPlan(
                feed: feed, read: try await read(feed.name), since: account.since, now: environment.now())
        case .days(let days):
            WindowPlan(feed: feed, days: days, now: environment.now())
        }
    }

    private func commitAll(_ prepared: Mailbox<SyncItem<Prepared>>) async throws {
        while true {
            // A transaction goes to many places of the store: more pages to one cost less.
            let taken = await prepared.take(
                limit: SyncLimits.pagesInFlight, worth: SyncLimits.pagesWorthCommitting,
                within: SyncLimits.gathering)
            if taken.isEmpty { return }
            var items = taken[...]
            var batches: [SyncBatch<Prepared>] = []
            while let feed = items.first?.feed {
                if let batch = batch(items.takeRun(), feed) { batches.append(batch) }
            }
            if !batches.isEmpty { try await commit(batches) }
        }
    }

    private func batch(_ run: ArraySlice<SyncItem<Prepared>>, _ feed: Feed) -> SyncBatch<Prepared>? {
        let pages = run.compactMap(\.page)
        let read = span == .new ? run.read() : nil
        if pages.isEmpty, read == nil { return nil }
        return SyncBatch(account: account.id, feed: feed, pages: pages, read: read)
    }

    /// Reads the feed's next window; `false` where nobody takes the pages: `commit` has failed, and says so.
    private func readWindow(
        _ reading: inout FeedReading, _ raw: Mailbox<SyncItem<RawPage>>, _ outcome: inout SyncOutcome
    ) async throws(SyncError) -> Bool {
        guard let window = reading.begin() else { return true }
        let feed = reading.fetcher.feed
        if Task.isCancelled { throw reading.fetcher.error(window, Notice("sync.cancelled")) }
        outcome.windows += 1
        environment.report(
            .window(
                account: account.id, feed: feed.name, from: window.from, to: window.to, number: reading.begun,
                count: reading.count))
        let result = try await fetch(window, &reading.fetcher, raw, &outcome)
        reading.fetcher.giveUpAhead()
        switch result {
        case .read: return await raw.put(SyncItem(feed: feed, window: window, page: nil))
        case .notTaken: return false
        case .tooLarge:
            guard let halves = window.halves else {
                throw reading.fetcher.error(window, Notice("sync.second_too_full"), isRefusal: true)
            }
            reading.readInstead(halves)
            return true
        }
    }

    private enum WindowResult {
        case read, tooLarge, notTaken
    }

    /// Reads a window to its end.
    ///
    /// Rows that move while it is read are the platform's own matter: its cursor goes back as far as they
    /// can have moved.
    private func fetch(
        _ window: WindowPlan.Window, _ fetcher: inout PageFetcher, _ raw: Mailbox<SyncItem<RawPage>>,
        _ outcome: inout SyncOutcome
    ) async throws(SyncError) -> WindowResult {
        var cursor: PageCursor? = .first
        while let page = cursor {
            guard let fetched = try await fetcher.fetch(window, page) else { return .tooLarge }
            let rows = fetched.outline.rowsInWindow
            if page == .first, let rows, let limit = fetcher.feed.rowsMax, rows > limit { return .tooLarge }
            cursor = fetched.outline.next
            fetcher.begin(window, after: fetched.outline)
            outcome.pages += 1
            environment.report(.page(account: account.id, feed: fetcher.feed.name, rowsInWindow: rows))
            let item = SyncItem(feed: fetcher.feed, window: window, page: fetched)
            guard await raw.put(item) else { return .notTaken }
        }
        return .read
    }
}

/// Limits of the sync, in one place.
enum SyncLimits {
    /// Pages that may wait for the store, and the most that commit together: about 3,200 orders, 12 MB.
    static let pagesInFlight = 32
    /// With fewer pages and ends of windows than these, a commit waits a moment for more.
    static let pagesWorthCommitting = 24
    /// That moment.
    static let gathering = Duration.milliseconds(200)
    /// How often an expired token is tried again with secrets read anew.
    static let tokenTriesMax = 2
    /// How long one order is tried at most: the others, and the next accounts, wait meanwhile.
    static let patienceWithOrders = Duration.seconds(30)
    /// After so many orders that were asked for by their numbers it is said how many there are.
    static let ordersToAnnounce = 50
}
