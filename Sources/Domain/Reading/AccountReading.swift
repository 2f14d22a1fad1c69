/// How far an account of the configuration has been read.
package struct AccountReading: Hashable, Sendable {
    /// The account's id.
    package let id: String
    package let platform: String
    /// The first day that is asked for.
    package let since: BusinessDay
    /// Whether the configuration still has it: of others nothing more is read.
    package var isConfigured = true
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
    package init(id: String, platform: String, since: BusinessDay, feeds: [Feed]) {
        self.id = id
        self.platform = platform
        self.since = since
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

    /// Whether some of it was read as the platform's records were mapped before, and is to be read again.
    package var isReadOtherwise: Bool {
        feeds.contains { $0.map.stretches.contains { $0.state == .readOtherwise } }
    }

    /// On how many days something may be missing that can concern sales of these days.
    ///
    /// What was updated before them cannot. Behind the time that was read last, only whole days count that have passed, unless
    /// nothing of these days was read: that something came since is told by `readTo`.
    package func gapDays(in days: ClosedRange<BusinessDay>) -> Int {
        var numbers: Set<Int> = []
        for map in feeds.map(\.map) {
            guard let end = map.stretches.last?.span.to else { continue }
            let isNothingRead = map.readTo.map { $0 <= days.lowerBound.start } ?? true
            let tailEnd = min(
                days.upperBound.advanced(by: 1).start, isNothingRead ? end : end.day.start)
            // That something could not be looked at again is told by `hasFailed`.
            for stretch in map.stretches where stretch.state.isGap && !stretch.wasRead {
                let isTail = map.readTo.map { $0 <= stretch.span.from } ?? true
                let from = max(stretch.span.from, days.lowerBound.start)
                let to = isTail ? min(stretch.span.to, tailEnd) : stretch.span.to
                guard from < to else { continue }
                numbers.formUnion(from.day.number...to.advanced(byMilliseconds: -1).day.number)
            }
        }
        return numbers.count
    }
}
