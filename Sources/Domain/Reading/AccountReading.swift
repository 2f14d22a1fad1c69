/// How far an account of the configuration has been read.
package struct AccountReading: Hashable, Sendable {
    /// The account's id.
    package let id: String
    package let platform: String
    /// In the order of the platform's feeds.
    package let feeds: [Feed]

    /// How far a feed of it was read.
    package struct Feed: Hashable, Sendable {
        /// Its name: `orders`.
        package let name: String
        package let map: FeedMap
        /// The windows that prove it, by time.
        package let proofs: [ProvedWindow]
        /// What to do about time that the platform gives no longer.
        package let instead: Notice

        /// A feed.
        package init(name: String, map: FeedMap, proofs: [ProvedWindow], instead: Notice) {
            self.name = name
            self.map = map
            self.proofs = proofs
            self.instead = instead
        }
    }

    /// An account.
    package init(id: String, platform: String, feeds: [Feed]) {
        self.id = id
        self.platform = platform
        self.feeds = feeds
    }

    /// Up to when all its feeds were read; `nil` where one never was.
    package var readTo: Instant? {
        let ends = feeds.map(\.map.readTo)
        return ends.contains(nil) ? nil : ends.compactMap(\.self).min()
    }

    /// Whether the last sync wanted something and failed to read it.
    package var hasFailed: Bool {
        feeds.contains { $0.map.stretches.contains { $0.state == .failed || $0.state == .left } }
    }

    /// On how many days from this one on something may be missing; what was updated before a day cannot concern its sales.
    package func gapDays(from first: BusinessDay) -> Int {
        var days: Set<Int> = []
        for gap in feeds.flatMap(\.map.gaps) where gap.span.to > first.start {
            let last = gap.span.to.advanced(byMilliseconds: -1).day
            days.formUnion(max(first, gap.span.from.day).number...last.number)
        }
        return days.count
    }
}
