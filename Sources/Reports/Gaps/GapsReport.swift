package import Domain

/// What is known of every day or hour of each account: read, empty, or a gap, with its reason and a way to close it.
///
/// Pure, from what the store tells of the accounts; the same value makes the table, the picture and the JSON.
package struct GapsReport: Hashable, Sendable {
    package let scope: Scope
    /// The feeds of every account, in the order of the configuration.
    package let feeds: [Feed]
    package let asOf: Instant

    /// Which time is asked for, and how finely.
    package struct Scope: Hashable, Sendable {
        /// `nil`: from the first day of each account.
        package var from: BusinessDay?
        /// The last day, included; `nil`: up to now.
        package var to: BusinessDay?
        package var step: Step

        /// A question; all that was ever asked for, by day, unless said.
        package init(from: BusinessDay? = nil, to: BusinessDay? = nil, step: Step = .day) {
            self.from = from
            self.to = to
            self.step = step
        }
    }

    /// How long a cell is.
    package enum Step: String, CaseIterable, Sendable {
        case day, hour

        var milliseconds: Int64 { self == .day ? 86_400_000 : 3_600_000 }
    }

    /// What is known of some time.
    struct Known: Hashable {
        let state: FeedMap.State
        /// Whether something may be missing; what has not been asked for since the feed was read last is none.
        let isGap: Bool
        /// Why it was not read, where a sync or the platform said so.
        let reason: Notice?

        /// Whether the next sync asks for it, as it always does.
        var isToCome: Bool { state == .neverAsked && !isGap }
    }

    /// A feed of an account.
    package struct Feed: Hashable, Sendable {
        let account: String
        let platform: String
        let name: String
        /// Up to when it was read at all, whatever days are asked for; `nil` where it never was.
        let readTo: Instant?
        /// By time, without a gap between them; none where no day is asked for.
        let cells: [Cell]
        /// By time, without a gap between them; neighbours differ.
        let stretches: [Stretch]
        /// The windows that prove it, by time.
        let proofs: [ProvedWindow]
        /// What to do about time that the platform gives no longer.
        let instead: Notice

        /// Where something may be missing, by time.
        var gaps: [Stretch] { stretches.filter(\.known.isGap) }
    }

    /// A span of time of which the same is known.
    struct Stretch: Hashable {
        let span: ReadSpan
        let known: Known
    }

    /// A day, or an hour, of Beijing; the first and the last may be less.
    struct Cell: Hashable {
        let span: ReadSpan
        /// The worst that is known of it.
        let known: Known
        /// `nil` where no window that proves it lies in it or reaches into it.
        let proof: CellProof?
    }

    /// What the windows say that prove a cell.
    struct CellProof: Hashable {
        /// Distinct rows that were seen; `nil` where a window reaches beyond the cell, or not all of it is proved.
        let rows: Int64?
        /// How many there are by the platform's word; `nil` as with rows, and where it states none.
        let total: Int64?
        /// How often the part was read that was read least often.
        let times: Int64
        /// When the part was asked for that was asked for longest ago.
        let askedAt: Instant
    }

    /// Where something may be missing, the oldest first, each with its feed.
    var gaps: [(feed: Feed, stretch: Stretch)] {
        feeds.flatMap { feed in feed.gaps.map { (feed, $0) } }.sorted { one, other in
            (one.stretch.span.from, one.stretch.span.to) < (other.stretch.span.from, other.stretch.span.to)
        }
    }

    /// Whether something may be missing in the time that is asked for.
    package var hasGaps: Bool { feeds.contains { !$0.gaps.isEmpty } }
}
