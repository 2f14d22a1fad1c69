import Domain
import Platforms

/// How far a feed of an account is read in this sync: its fetcher, and the windows to come.
struct FeedReading {
    var fetcher: PageFetcher
    /// Windows begun so far.
    private(set) var begun = 0
    /// Whether it was said that our clock is ahead.
    var hasToldClock = false
    /// The windows to come, the last one first.
    private var waiting: [WindowReading]
    /// The window that was begun last, until the next one.
    private var current: WindowReading?
    private var isGivenUp = false
    /// Windows that were proved.
    private var proved: [ReadSpan] = []
    /// What was not read since the feed was given up.
    private var behind: [UnreadWindow] = []
    /// How often a window of the plan, with its parts, was read again.
    private var timesAgain: [WindowPlan.Window: Int] = [:]
    /// The first that could not be proved of each window of the plan, in the order of their verdicts.
    private var unproved: [(planned: WindowPlan.Window, error: SyncError)] = []

    init(_ fetcher: PageFetcher, _ windows: [WindowPlan.Window]) {
        self.fetcher = fetcher
        waiting = windows.reversed().map { WindowReading($0) }
    }

    /// Windows of the feed, as far as is known.
    var count: Int { begun + waiting.count }

    /// The window that comes next; `nil` at the end.
    var next: WindowPlan.Window? { waiting.last?.window }

    /// Whether a window was read again.
    var hasReadAgain: Bool { !timesAgain.isEmpty }

    /// Why windows could not be read to the end.
    var failures: [SyncError] { unproved.map(\.error) }

    /// Takes the next window.
    mutating func begin() -> WindowReading? {
        if !waiting.isEmpty { begun += 1 }
        current = waiting.popLast()
        return current
    }

    /// Puts parts in the place of the window that was begun last.
    mutating func readInstead(_ parts: [WindowReading]) {
        waiting += parts.reversed()
    }

    /// Has a window that was not proved read in another way; `false`, with a failure, where all was tried.
    ///
    /// Once a part of a window of the plan has failed its other parts are read once more at most.
    mutating func readAgain(_ reading: WindowReading, because doubt: Notice) -> Bool {
        // A feed that has failed is read from there by the next sync.
        if isGivenUp {
            behind.append(unread(reading.window, .failed, doubt))
            return false
        }
        let times = timesAgain[reading.planned, default: 0]
        let hasFailed = unproved.contains { $0.planned == reading.planned }
        if !hasFailed, times < SyncLimits.readingsAgainMax, let parts = reading.again {
            timesAgain[reading.planned] = times + 1
            readInstead(parts)
            return true
        }
        if !hasFailed {
            let error = fetcher.error(
                reading.window, Notice("sync.unproved", doubt, times), isRefusal: true)
            unproved.append((reading.planned, error))
        }
        return false
    }

    /// Leaves the windows to come for the next sync; `hasFailed`: the window that was begun last is why.
    mutating func giveUp(because reason: Notice, hasFailed: Bool) {
        if hasFailed, let current { behind.append(unread(current.window, .failed, reason)) }
        behind += waiting.reversed().map { unread($0.window, .left, reason) }
        waiting = []
        isGivenUp = true
        fetcher.giveUpAhead()
    }

    /// A window was read wholly.
    mutating func noteProved(_ window: WindowPlan.Window) {
        proved.append(ReadSpan(from: window.from, to: window.to))
    }

    /// What was wanted and not read: parts that were proved of a window that failed as a whole are.
    var unread: [UnreadWindow] {
        let proved = proved.joined()
        return (unproved.map { unread($0.planned, .failed, $0.error.advice) } + behind).flatMap { window in
            proved.gaps(in: window.span).map {
                UnreadWindow(feed: window.feed, span: $0, cause: window.cause, reason: window.reason)
            }
        }
    }

    private func unread(
        _ window: WindowPlan.Window, _ cause: UnreadWindow.Cause, _ reason: Notice
    ) -> UnreadWindow {
        UnreadWindow(
            feed: fetcher.feed.name, span: ReadSpan(from: window.from, to: window.to), cause: cause,
            reason: reason)
    }
}

extension [FeedReading] {
    /// The feed to read on: the last one of whose next window every earlier feed has read all the time.
    ///
    /// `nil` where all are read. So after-sales follow the orders of their time, which the store still has in memory then.
    var nextPlace: Int? {
        indices.last { place in
            guard let window = self[place].next else { return false }
            return self[..<place].allSatisfy { earlier in earlier.next.map { window.to <= $0.from } ?? true }
        }
    }
}
