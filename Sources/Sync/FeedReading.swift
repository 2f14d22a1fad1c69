/// How far a feed of an account is read in this sync: its fetcher, and the windows to come.
struct FeedReading {
    var fetcher: PageFetcher
    /// Windows begun so far.
    private(set) var begun = 0
    /// The windows to come, the last one first.
    private var waiting: [WindowPlan.Window]

    init(_ fetcher: PageFetcher, _ windows: [WindowPlan.Window]) {
        self.fetcher = fetcher
        waiting = windows.reversed()
    }

    /// Windows of the feed, as far as is known.
    var count: Int { begun + waiting.count }

    /// The window that comes next; `nil` at the end.
    var next: WindowPlan.Window? { waiting.last }

    /// Takes the next window.
    mutating func begin() -> WindowPlan.Window? {
        if !waiting.isEmpty { begun += 1 }
        return waiting.popLast()
    }

    /// Puts parts in the place of the window that was begun last.
    mutating func readInstead(_ parts: [WindowPlan.Window]) {
        waiting += parts.reversed()
    }

    /// Leaves the windows to come for the next sync.
    mutating func giveUp() {
        waiting = []
        fetcher.giveUpAhead()
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
