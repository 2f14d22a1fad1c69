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
    package var readTo: Instant? { feeds.map(\.map.readTo).earliest }

    /// Whether the last sync failed to read something that can concern sales from this day on.
    package func hasFailed(from day: BusinessDay) -> Bool {
        knows(from: day) { $0 == .failed || $0 == .left }
    }

    /// Whether some of what can concern sales from this day on was read as the platform's records were mapped before, and is
    /// to be read again.
    package func isReadOtherwise(from day: BusinessDay) -> Bool {
        knows(from: day) { $0 == .readOtherwise }
    }

    /// Whether such a state is known of update times of this day or later ones: what was updated before a sale does not
    /// concern it.
    private func knows(from day: BusinessDay, _ isSuch: (FeedMap.State) -> Bool) -> Bool {
        feeds.contains { $0.map.stretches.contains { $0.span.to > day.start && isSuch($0.state) } }
    }

    /// On how many days something may be missing that can concern sales of these days.
    ///
    /// What was updated before them cannot. What is to come of today counts where nothing of these days was read; else it is
    /// told by `readTo`.
    package func gapDays(in days: ClosedRange<BusinessDay>) -> Int {
        var numbers: Set<Int> = []
        for map in feeds.map(\.map) {
            let isNothingRead = map.readTo.map { $0 <= days.lowerBound.start } ?? true
            // That something could not be looked at again is told by `hasFailed`.
            for stretch in map.stretches where !stretch.wasRead {
                guard stretch.state.isGap || (isNothingRead && stretch.state == .toCome) else { continue }
                let isTail = map.readTo.map { $0 <= stretch.span.from } ?? true
                let from = max(stretch.span.from, days.lowerBound.start)
                let to =
                    isTail ? min(stretch.span.to, days.upperBound.advanced(by: 1).start) : stretch.span.to
                guard from < to else { continue }
                numbers.formUnion(from.day.number...to.advanced(byMilliseconds: -1).day.number)
            }
        }
        return numbers.count
    }
}

extension [Instant?] {
    /// Up to when all of them were read; `nil` where one never was, or there is none.
    package var earliest: Instant? { contains(nil) ? nil : compactMap(\.self).min() }
}
