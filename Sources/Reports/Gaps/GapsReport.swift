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
        /// Whether tables list every cell, not the gaps alone.
        package var listsCells: Bool

        /// A question; all that was ever asked for, by day, unless said.
        package init(
            from: BusinessDay? = nil, to: BusinessDay? = nil, step: Step = .day, listsCells: Bool = false
        ) {
            self.from = from
            self.to = to
            self.step = step
            self.listsCells = listsCells
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
        /// Why it was not read, where a sync or the platform said so.
        let reason: Notice?
    }

    /// A feed of an account.
    package struct Feed: Hashable, Sendable {
        let account: String
        let platform: String
        let name: String
        /// The first day that is asked for.
        let since: BusinessDay
        /// Up to when it was read at all, whatever days are asked for; `nil` where it never was.
        let readTo: Instant?
        /// Days or hours, by time and without a gap between them, the first and the last maybe less; none where no day is asked
        /// for.
        let cells: [Part]
        /// By time, without a gap between them; neighbours differ.
        let stretches: [Part]
        /// The windows that prove it, by time.
        let proofs: [ProvedWindow]
        /// What to do about time that the platform gives no longer.
        let instead: Notice

        /// Where something may be missing, by time.
        var gaps: [Part] { stretches.filter(\.known.state.isGap) }
    }

    /// A span of time of which the same is known, or a day or an hour of Beijing, of which this is the worst that is known.
    struct Part: Hashable {
        let span: ReadSpan
        let known: Known
        /// `nil` where no window that proves it lies in it or reaches into it.
        let proof: SpanProof?
    }

    /// What the windows say that prove a cell or a stretch.
    struct SpanProof: Hashable {
        /// Distinct rows that were seen; `nil` where a window reaches beyond the span, or not all of it is proved.
        let rows: Int64?
        /// How many there are by the platform's word; `nil` as with rows, and where it states none.
        let total: Int64?
        /// How often the part was read that was read least often.
        let times: Int64
        /// When the part was asked for that was asked for longest ago.
        let askedAt: Instant
    }

    /// Where something may be missing, the oldest first, each with its feed.
    var gaps: [(feed: Feed, stretch: Part)] {
        feeds.flatMap { feed in feed.gaps.map { (feed, $0) } }.sorted { one, other in
            (one.stretch.span.from, one.stretch.span.to) < (other.stretch.span.from, other.stretch.span.to)
        }
    }

    /// Whether something may be missing in the time that is asked for.
    package var hasGaps: Bool { feeds.contains { !$0.gaps.isEmpty } }

    /// Whether no account has been asked for any of these days: that no gap is known says nothing then.
    package var isBeforeAll: Bool { !feeds.isEmpty && feeds.allSatisfy(\.cells.isEmpty) }
}
