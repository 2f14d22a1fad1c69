import Domain
import Platforms

/// Which windows of a feed to read now: pure, from what was read, the clock and the feed's limits.
struct WindowPlan {
    /// The windows, oldest first; they share no more than an instant.
    let windows: [Window]
    /// What the platform no longer gives although it was never read, oldest first.
    let lost: [Window]

    /// A span of update times, both ends included.
    struct Window: Hashable {
        let from: Instant
        let to: Instant

        /// Two halves that share the instant in the middle; `nil` where a second cannot be halved.
        var halves: [Window]? {
            guard to.seconds - from.seconds >= 2 else { return nil }
            let middle = Instant(seconds: from.seconds + (to.seconds - from.seconds) / 2)
            return [Window(from: from, to: middle), Window(from: middle, to: to)]
        }
    }

    /// All from `since` on that was not read, a little more for late updates, and what is to be looked at again; nothing
    /// beyond the platform's reach.
    init(feed: Feed, known: FeedMemory, since: BusinessDay, lookBack: LookBack, now: Instant) {
        let whole = ReadSpan(from: since.start, to: feed.end(at: now))
        // Of the day in which the reach begins the platform gives the rest alone: the rest alone can be looked at again.
        let within = ReadSpan(from: max(since.start, feed.reach(at: now) ?? since.start), to: whole.to)
        let unread = known.settled(feed).gaps(in: whole)
        // What could not be looked at again is wanted whatever the beat says.
        let failed = known.unread.compactMap { $0.span.overlap(whole) }
        let again = known.dueAgain(in: within, by: lookBack, at: now) + failed
        self.init(
            feed: feed, wanted: (unread + again).joined(), unread: known.spans.gaps(in: whole), now: now)
    }

    /// The days to read again, as far as they have come and the platform reaches.
    init(feed: Feed, days: ClosedRange<BusinessDay>, now: Instant) {
        let whole = ReadSpan(
            from: days.lowerBound.start,
            to: min(days.upperBound.advanced(by: 1).start, feed.end(at: now)))
        let gaps = [ReadSpan]().gaps(in: whole)
        self.init(feed: feed, wanted: gaps, unread: gaps, now: now)
    }

    private init(feed: Feed, wanted: [ReadSpan], unread: [ReadSpan], now: Instant) {
        let reach = feed.reach(at: now)
        windows = wanted.flatMap { gap in
            Self.cut(from: reach.map { max($0, gap.from) } ?? gap.from, to: gap.to, feed)
        }
        lost = unread.compactMap { gap in
            reach.flatMap { gap.from < $0 ? Window(from: gap.from, to: min($0, gap.to)) : nil }
        }
    }

    private static func cut(from: Instant, to: Instant, _ feed: Feed) -> [Window] {
        var windows: [Window] = []
        var start = from
        while start < to {
            let end = min(start.advanced(byMilliseconds: feed.windowSecondsMax * 1000), to)
            windows.append(Window(from: start, to: end))
            start = end
        }
        return windows
    }
}

extension FeedMemory {
    /// What counts as read: a span up to an overlap before its end, where that may have been the present when it was read.
    fileprivate func settled(_ feed: Feed) -> [ReadSpan] {
        let overlap = feed.overlapSeconds * 1000
        return spans.map { span in
            let isSettled = proofs.contains {
                // By the clock that is behind: a rehearsal's stands still, and ours may be ahead.
                $0.span.to == span.to
                    && min($0.serverAt ?? $0.askedAt, $0.askedAt) >= span.to.advanced(byMilliseconds: overlap)
            }
            return isSettled
                ? span : ReadSpan(from: span.from, to: span.to.advanced(byMilliseconds: -overlap))
        }
    }

    /// The days, as far as they were read, whose last reading is older than the beat at which they are looked at again.
    fileprivate func dueAgain(in whole: ReadSpan, by lookBack: LookBack, at now: Instant) -> [ReadSpan] {
        let today = now.day
        return spans.compactMap { $0.overlap(whole) }.flatMap { span -> [ReadSpan] in
            (span.from.day.number...span.to.day.number).compactMap { number in
                let day = BusinessDay(number: number)
                let ofDay = ReadSpan(from: day.start, to: day.advanced(by: 1).start)
                guard let part = ofDay.overlap(span),
                    let beat = lookBack.beatMilliseconds(daysAgo: today.number - number),
                    lastReading(of: part).map({ $0.advanced(byMilliseconds: beat) <= now }) ?? true
                else { return nil }
                return part
            }
        }
    }

    /// When the part of it was read that was read longest ago; `nil` where that is not known of all.
    private func lastReading(of part: ReadSpan) -> Instant? {
        let readings = proofs.filter { $0.span.overlap(part) != nil }
        guard readings.map(\.span).joined().gaps(in: part).isEmpty else { return nil }
        // Of windows that overlap the later one counts for what they share.
        var (uncovered, oldest) = ([part], Instant?.none)
        for reading in readings.sorted(by: { $0.askedAt > $1.askedAt }) where !uncovered.isEmpty {
            let rest = uncovered.flatMap { [reading.span].gaps(in: $0) }
            if rest != uncovered { oldest = reading.askedAt }
            uncovered = rest
        }
        return oldest
    }
}
