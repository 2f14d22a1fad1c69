import Domain
import Platforms

extension AccountSync {
    /// Reads the windows of all feeds; what was not proved is read again, and is a failure where that does not help.
    func readFeeds(
        _ raw: Mailbox<SyncItem<RawPage>>, _ verdicts: WindowVerdicts, _ outcome: inout SyncOutcome
    ) async throws {
        var verdicts = verdicts
        var readings = try await readings(&outcome)
        while true {
            // The next window is not held up by a verdict; only the end is.
            let isAtEnd = readings.nextPlace == nil
            if let (place, verdict) = await verdicts.next(wait: isAtEnd) {
                judge(verdict, of: place.reading, in: &readings[place.feed])
                continue
            }
            guard let place = readings.nextPlace else { break }
            do throws(SyncError) {
                guard try await readWindow(&readings, place, raw, &verdicts, &outcome) else { break }
            } catch {
                if environment.isEnding {
                    outcome.isCutOff = true
                    break
                }
                outcome.failures.append(error)
                // Orders are read on without their after-sales, but not the other way round; and a platform that was
                // waited for until the patience ended is not waited for again, unless it answers. Without a token nothing is.
                for after in readings.indices[(error.isWithoutToken ? 0 : place)...] {
                    readings[after].giveUp(because: error.advice, hasFailed: after == place)
                }
                if !error.isRefusal {
                    for before in readings.indices[..<place] { readings[before].fetcher.losePatience() }
                }
            }
        }
        outcome.failures += readings.flatMap(\.failures)
        outcome.unread += readings.flatMap(\.unread)
        outcome.retries = readings.reduce(0) { $0 + $1.fetcher.retries }
    }

    private func readings(_ outcome: inout SyncOutcome) async throws -> [FeedReading] {
        var readings: [FeedReading] = []
        for feed in account.platform.feeds {
            let plan = try await plan(feed)
            let instead = account.platform.insteadOfReading(feed)
            for lost in plan.lost {
                // It is said at every sync until it is no longer asked for.
                let what = Notice("sync.out_of_reach", feed.name, lost.from, lost.to, instead)
                environment.report(.notice(account: account.id, what: what))
                outcome.unread.append(
                    UnreadWindow(
                        feed: feed.name, span: ReadSpan(from: lost.from, to: lost.to), cause: .outOfReach,
                        reason: instead))
            }
            readings.append(
                FeedReading(PageFetcher(account: account, feed: feed, environment: environment), plan.windows)
            )
        }
        return readings
    }

    private func plan(_ feed: Feed) async throws -> WindowPlan {
        switch span {
        case .new:
            WindowPlan(
                feed: feed, known: try await known(feed.name), since: account.since,
                lookBack: account.lookBack, now: environment.now())
        case .days(let days):
            WindowPlan(feed: feed, days: days, now: environment.now())
        }
    }

    /// Has a window read again that was not proved, and says so once a feed.
    private func judge(_ verdict: WindowVerdict, of reading: WindowReading, in feed: inout FeedReading) {
        tellClock(verdict, in: &feed)
        guard let doubt = verdict.notice else {
            feed.noteProved(reading.window)
            return
        }
        let isFirst = !feed.hasReadAgain
        guard feed.readAgain(reading, because: doubt), isFirst else { return }
        let window = reading.window
        environment.report(
            .notice(
                account: account.id,
                what: Notice("sync.reading_again", feed.fetcher.feed.name, window.from, window.to, doubt)))
    }

    /// Says once a feed that our clock is ahead of the server's: what was still to come for it is not known by the reading.
    private func tellClock(_ verdict: WindowVerdict, in feed: inout FeedReading) {
        guard let serverAt = verdict.serverAt, !feed.hasToldClock else { return }
        let ahead = verdict.askedAt.milliseconds - serverAt.milliseconds
        guard ahead > SyncLimits.clockAheadMilliseconds else { return }
        feed.hasToldClock = true
        environment.report(
            .notice(
                account: account.id,
                what: Notice("sync.clock_ahead", feed.fetcher.feed.name, verdict.askedAt, serverAt)))
    }

    /// Reads the next window of a feed; `false` where nobody takes the pages (`commit` has failed, and says so), or it is cut off.
    private func readWindow(
        _ readings: inout [FeedReading], _ place: Int, _ raw: Mailbox<SyncItem<RawPage>>,
        _ verdicts: inout WindowVerdicts, _ outcome: inout SyncOutcome
    ) async throws(SyncError) -> Bool {
        guard let reading = readings[place].begin() else { return true }
        let feed = readings[place].fetcher.feed
        let window = reading.window
        outcome.windows += 1
        environment.report(
            .window(
                account: account.id, feed: feed.name, from: window.from, to: window.to,
                number: readings[place].begun, count: readings[place].count))
        let result = try await fetch(reading, &readings[place].fetcher, raw, &verdicts, &outcome)
        readings[place].fetcher.giveUpAhead()
        switch result {
        case .fetched(let doubt):
            verdicts.expect(outcome.windows, WindowVerdicts.Place(feed: place, reading: reading))
            return await raw.put(
                SyncItem(feed: feed, window: window, page: nil, reading: outcome.windows, doubt: doubt))
        case .notTaken: return false
        case .cutOff:
            outcome.isCutOff = true
            return false
        case .tooLarge:
            guard let halves = reading.halves else {
                throw readings[place].fetcher.error(window, Notice("sync.second_too_full"), isRefusal: true)
            }
            readings[place].readInstead(halves)
            return true
        }
    }

    private enum WindowResult {
        /// To the platform's end, or until the window was in doubt.
        case fetched(WindowDoubt?)
        case tooLarge, notTaken
        /// Nothing more is to be begun.
        case cutOff
    }

    /// Fetches the pages of a window; whether they are all that it holds is not judged here.
    private func fetch(
        _ reading: WindowReading, _ fetcher: inout PageFetcher, _ raw: Mailbox<SyncItem<RawPage>>,
        _ verdicts: inout WindowVerdicts, _ outcome: inout SyncOutcome
    ) async throws(SyncError) -> WindowResult {
        let window = reading.window
        var cursor: PageCursor? = .first
        while let page = cursor {
            if environment.isEnding { return .cutOff }
            let fetched: RawPage
            switch try await fetcher.fetch(window, page) {
            case .page(let answer): fetched = answer
            case .tooLarge: return .tooLarge
            case .contradiction(let advice): return .fetched(.contradiction(advice))
            }
            let rows = fetched.outline.rowsInWindow
            if page == .first, let rows, let limit = fetcher.feed.rowsMax, rows > limit { return .tooLarge }
            cursor = fetched.outline.next
            fetcher.begin(window, after: fetched.outline)
            outcome.pages += 1
            environment.report(.page(account: account.id, feed: fetcher.feed.name, rowsInWindow: rows))
            let item = SyncItem(
                feed: fetcher.feed, window: window, page: fetched, reading: outcome.windows)
            guard await raw.put(item) else { return .notTaken }
            // A page that the platform repeats for ever would have no end.
            if await verdicts.isJudged(outcome.windows) { break }
        }
        return .fetched(nil)
    }
}
