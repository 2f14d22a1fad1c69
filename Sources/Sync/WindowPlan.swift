import Domain
import Platforms

/// Which windows of a feed to read now: pure, from the cursor, the clock and the feed's limits.
struct WindowPlan {
    /// The windows, oldest first; each begins where the one before ended.
    let windows: [Window]
    /// What the platform no longer gives although it was never read; `nil` where nothing is missing.
    let lost: Window?

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

    /// What is new since the cursor, a little more for late updates, nothing beyond the platform's reach.
    init(feed: Feed, readTo: Instant?, since: BusinessDay, now: Instant) {
        let end = now.advanced(byMilliseconds: -feed.settleSeconds * 1000)
        let wanted =
            readTo.map { max($0.advanced(byMilliseconds: -feed.overlapSeconds * 1000), since.start) }
            ?? since.start
        let reach = feed.reachSeconds.map { now.advanced(byMilliseconds: -$0 * 1000) }
        let from = reach.map { max($0, wanted) } ?? wanted
        let unread = readTo ?? since.start
        lost = reach.flatMap { unread < $0 ? Window(from: unread, to: $0) : nil }
        windows = Self.cut(from: from, to: end, feed)
    }

    /// The days to read again, as far as they have come and the platform reaches.
    init(feed: Feed, days: ClosedRange<BusinessDay>, now: Instant) {
        let end = min(
            days.upperBound.advanced(by: 1).start, now.advanced(byMilliseconds: -feed.settleSeconds * 1000))
        let reach = feed.reachSeconds.map { now.advanced(byMilliseconds: -$0 * 1000) }
        let from = reach.map { max($0, days.lowerBound.start) } ?? days.lowerBound.start
        lost = from > days.lowerBound.start ? Window(from: days.lowerBound.start, to: min(from, end)) : nil
        windows = Self.cut(from: from, to: end, feed)
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
