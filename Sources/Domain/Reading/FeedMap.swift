/// What is known of every moment of a feed, from the first day that is asked for up to now.
///
/// Pure, from what the store remembers: the same question for a list of gaps, a picture and the line beneath a report.
///
/// ```
/// let map = FeedMap(of: memory, from: since.start, to: now, reach: nil)
/// map.stretches  // 2022-11-01 … 11-08 read · 11-08 … 11-09 failed · 11-09 … now read
/// ```
package struct FeedMap: Hashable, Sendable {
    /// By time, without a gap between them; neighbours differ.
    package let stretches: [Stretch]

    /// A span of update times of which the same is known.
    package struct Stretch: Hashable, Sendable {
        package var span: ReadSpan
        package var state: State
        /// Why it was not read, where a sync or the platform said so.
        package var reason: Notice?
        /// Whether it was read before, and could not be looked at again.
        package var wasRead = false
    }

    /// What is known of a span; later cases are worse.
    package enum State: Int, CaseIterable, Comparable, Sendable {
        /// Of the day that has not passed yet, behind what was read last: the next sync asks for it, as it always does.
        case toCome
        /// Read, and there is nothing.
        case empty
        /// Read in a window that had records; they need not lie in every hour of it.
        case read
        /// Read, and something came or changed later, which reading it again found.
        case changed
        /// Out of the platform's reach, but an imported file tells of it.
        case imported
        /// Read, but as the platform's records were mapped before: it is to be read again.
        case readOtherwise
        case outOfReach
        case neverAsked
        /// Wanted by the last sync, which did not come to it.
        case left
        case failed

        package static func < (one: State, other: State) -> Bool { one.rawValue < other.rawValue }

        /// Whether something may be missing.
        package var isGap: Bool { self > .imported }

        /// Whether it was read, and counts.
        package var isRead: Bool { self == .empty || self == .read || self == .changed }
    }

    /// What is known between two instants.
    ///
    /// `reach` is the earliest update time that the platform still gives. `files` are imported, each from when to when its
    /// orders were created: its first and last day count whole. `lateAt` are update times of what came late: their hours
    /// count as changed.
    package init(
        of memory: FeedMemory, from: Instant, to: Instant, reach: Instant?, files: [ReadSpan] = [],
        lateAt: [Instant] = []
    ) {
        guard from < to else {
            stretches = []
            return
        }
        let whole = ReadSpan(from: from, to: to)
        let days = files.map {
            ReadSpan(from: $0.from.day.start, to: $0.to.day.advanced(by: 1).start)
        }
        let late = Set(lateAt.map { $0.milliseconds - ($0.milliseconds % 3_600_000) })
            .map { ReadSpan(from: Instant(milliseconds: $0), to: Instant(milliseconds: $0 + 3_600_000)) }
        let ends =
            (memory.spans + memory.proofs.map(\.span) + memory.unread.map(\.span) + days + late)
            .flatMap { [$0.from, $0.to] } + [reach, to.day.start].compactMap(\.self)
        let edges = Set(ends.filter { whole.contains($0) } + [from, to]).sorted()
        var known = KnownParts(of: memory, reach: reach, files: days, late: late)
        stretches = Self.withTail(
            zip(edges, edges.dropFirst()).map { known.stretch(ReadSpan(from: $0, to: $1)) },
            today: to.day.start
        ).reduce(into: []) { stretches, stretch in
            if let last = stretches.last, last.isAlike(stretch) {
                stretches[stretches.count - 1].span.to = stretch.span.to
            } else {
                stretches.append(stretch)
            }
        }
    }

    /// The same parts; what was not asked for of today since the feed was read last is to come.
    private static func withTail(_ parts: [Stretch], today: Instant) -> [Stretch] {
        guard let last = parts.lastIndex(where: { $0.state.isRead || $0.wasRead }) else { return parts }
        return parts.enumerated().map { place, part in
            guard place > last, part.state == .neverAsked, part.span.from >= today else { return part }
            return Stretch(span: part.span, state: .toCome)
        }
    }

    /// Up to when it was read at all; `nil` where it never was.
    ///
    /// What could not be looked at again was.
    package var readTo: Instant? { stretches.last { $0.state.isRead || $0.wasRead }?.span.to }

    /// Where something may be missing.
    package var gaps: [Stretch] { stretches.filter(\.state.isGap) }

    /// The worst that is known between two instants; `nil` where the feed is not asked for then.
    package func worst(in span: ReadSpan) -> Stretch? {
        stretches.filter { $0.span.overlap(span) != nil }.max { $0.state < $1.state }
    }
}

extension FeedMap.Stretch {
    /// Whether the same is known of another time.
    fileprivate func isAlike(_ other: Self) -> Bool {
        state == other.state && reason == other.reason && wasRead == other.wasRead
    }
}
