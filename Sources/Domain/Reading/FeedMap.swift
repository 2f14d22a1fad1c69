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
        /// Read, and there is nothing.
        case empty
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

        /// The word in JSON and in the store: `never_asked`.
        package var key: String {
            "\(self)".map { $0.isUppercase ? "_" + $0.lowercased() : String($0) }.joined()
        }
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
            .flatMap { [$0.from, $0.to] } + [reach].compactMap(\.self)
        let edges = Set(ends.filter { whole.contains($0) } + [from, to]).sorted()
        stretches = zip(edges, edges.dropFirst()).reduce(into: []) { stretches, edge in
            let part = ReadSpan(from: edge.0, to: edge.1)
            let stretch = memory.stretch(part, reach: reach, files: days, late: late)
            if let last = stretches.last, last.isAlike(stretch) {
                stretches[stretches.count - 1].span.to = part.to
            } else {
                stretches.append(stretch)
            }
        }
    }

    /// Up to when it was read at all; `nil` where it never was.
    ///
    /// What could not be looked at again was.
    package var readTo: Instant? { stretches.last { $0.state <= .changed || $0.wasRead }?.span.to }

    /// Where something may be missing, but for what has not been asked for since it was read last.
    package var gaps: [Stretch] {
        stretches.filter { stretch in
            stretch.state.isGap
                && (stretch.state != .neverAsked || readTo.map { stretch.span.to <= $0 } ?? true)
        }
    }

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

extension FeedMemory {
    /// What is known of a part that no end of a span lies in.
    fileprivate func stretch(
        _ part: ReadSpan, reach: Instant?, files: [ReadSpan], late: [ReadSpan]
    ) -> FeedMap.Stretch {
        func covers(_ span: ReadSpan) -> Bool { span.from <= part.from && part.to <= span.to }
        // What could not be looked at again is no longer known, although it was read once.
        let wanted = unread.filter { covers($0.span) && $0.cause != .outOfReach }
        if let failed = wanted.first(where: { $0.cause == .failed }) ?? wanted.first {
            return .init(
                span: part, state: failed.cause == .failed ? .failed : .left, reason: failed.reason,
                wasRead: spans.contains(where: covers))
        }
        if spans.contains(where: covers) {
            let proof = proofs.filter { $0.isMappedNow && covers($0.span) }.max { $0.askedAt < $1.askedAt }
            if late.contains(where: covers) { return .init(span: part, state: .changed) }
            return .init(span: part, state: proof?.rows == 0 ? .empty : .read)
        }
        if let reach, part.to <= reach {
            return .init(span: part, state: files.contains(where: covers) ? .imported : .outOfReach)
        }
        let isReadOtherwise = proofs.contains { !$0.isMappedNow && covers($0.span) }
        return .init(span: part, state: isReadOtherwise ? .readOtherwise : .neverAsked)
    }
}
