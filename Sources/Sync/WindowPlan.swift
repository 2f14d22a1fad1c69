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

    /// All from `since` on that was not read, a little more for late updates, nothing beyond the platform's reach.
    ///
    /// `read` is what was read so far, by time and apart from each other. Each span counts as read up to an overlap
    /// before its end, because that may have been the present when it was read.
    init(feed: Feed, read: [ReadSpan], since: BusinessDay, now: Instant) {
        let whole = Window(from: since.start, to: Self.end(feed, now))
        let settled = read.map {
            ReadSpan(from: $0.from, to: $0.to.advanced(byMilliseconds: -feed.overlapSeconds * 1000))
        }
        self.init(
            feed: feed, wanted: Self.gaps(in: whole, between: settled),
            unread: Self.gaps(in: whole, between: read), now: now)
    }

    /// The days to read again, as far as they have come and the platform reaches.
    init(feed: Feed, days: ClosedRange<BusinessDay>, now: Instant) {
        let whole = Window(
            from: days.lowerBound.start,
            to: min(days.upperBound.advanced(by: 1).start, Self.end(feed, now)))
        let gaps = Self.gaps(in: whole, between: [])
        self.init(feed: feed, wanted: gaps, unread: gaps, now: now)
    }

    private init(feed: Feed, wanted: [Window], unread: [Window], now: Instant) {
        let reach = feed.reachSeconds.map { now.advanced(byMilliseconds: -$0 * 1000) }
        windows = wanted.flatMap { gap in
            Self.cut(from: reach.map { max($0, gap.from) } ?? gap.from, to: gap.to, feed)
        }
        lost = unread.compactMap { gap in
            reach.flatMap { gap.from < $0 ? Window(from: gap.from, to: min($0, gap.to)) : nil }
        }
    }

    /// Where the last window ends: the platform needs a while to settle.
    private static func end(_ feed: Feed, _ now: Instant) -> Instant {
        now.advanced(byMilliseconds: -feed.settleSeconds * 1000)
    }

    /// What of the whole lies in no span.
    private static func gaps(in whole: Window, between spans: [ReadSpan]) -> [Window] {
        var gaps: [Window] = []
        var start = whole.from
        // A span that the overlap has eaten up is none.
        for span in spans where span.to > max(start, span.from) {
            let end = min(span.from, whole.to)
            if start < end { gaps.append(Window(from: start, to: end)) }
            start = span.to
        }
        if start < whole.to { gaps.append(Window(from: start, to: whole.to)) }
        return gaps
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
