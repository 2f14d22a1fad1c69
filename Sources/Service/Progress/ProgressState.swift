package import Domain

/// How far a long job is; pure but for the clock that it is handed.
package struct ProgressState: Sendable {
    /// Orders that are safely stored.
    package private(set) var orders = 0
    /// Entries booked.
    package private(set) var posted = 0
    /// Orders decided anew.
    package private(set) var attributed = 0
    private let startedAt: ContinuousClock.Instant
    private var accounts: [String: Account] = [:]

    /// Where the account that is furthest is reading.
    package struct Place: Hashable, Sendable {
        package let account: String
        package let feed: String
        package let day: BusinessDay
    }

    private struct Account {
        var window: Int
        var windows: Int
        var feed: String
        var day: BusinessDay
    }

    /// Nothing done yet.
    package init(startedAt: ContinuousClock.Instant) {
        self.startedAt = startedAt
    }

    /// Takes note of an event.
    package mutating func take(_ event: StageProgress) {
        switch event {
        case .window(let account, let feed, let from, _, let number, let count):
            accounts[account] = Account(
                window: number - 1, windows: max(count, 1), feed: feed, day: from.day)
        case .landed(_, let counts):
            orders += counts.inserted + counts.changed + counts.unchanged + counts.older
        case .posted(let entries, _): posted += entries
        case .attributed(let orders): attributed = orders
        case .page, .request, .retrying, .notice: break
        }
    }

    /// Windows begun of all windows known, 0...1.
    package var share: Double {
        let all = accounts.values.reduce(0) { $0 + $1.windows }
        let done = accounts.values.reduce(0) { $0 + $1.window }
        return all == 0 ? 0 : min(1, Double(done) / Double(all))
    }

    /// The account that is furthest; `nil` where none reads.
    package var place: Place? {
        accounts.max { $0.value.window < $1.value.window }
            .map { Place(account: $0.key, feed: $0.value.feed, day: $0.value.day) }
    }

    /// Orders stored in a second, so far.
    package func ordersPerSecond(at now: ContinuousClock.Instant) -> Int {
        let seconds = (now - startedAt) / .seconds(1)
        return seconds > 0 ? Int(Double(orders) / seconds) : 0
    }

    /// How long it may take yet; `nil` where that cannot be said.
    package func secondsLeft(at now: ContinuousClock.Instant) -> Int? {
        let share = share
        guard share > 0.02, share < 1 else { return nil }
        return Int((now - startedAt) / .seconds(1) / share * (1 - share)) + 1
    }
}
