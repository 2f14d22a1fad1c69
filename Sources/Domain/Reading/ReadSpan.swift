/// A span of update times `[from, to]` of a feed that has been read without a gap.
package struct ReadSpan: Hashable, Sendable {
    package var from: Instant
    package var to: Instant

    /// A span.
    package init(from: Instant, to: Instant) {
        self.from = from
        self.to = to
    }

    /// Whether the instant lies in it.
    package func contains(_ instant: Instant) -> Bool { from <= instant && instant <= to }

    /// From the start of the earlier to the end of the later.
    package func joined(with other: ReadSpan?) -> ReadSpan {
        other.map { ReadSpan(from: min(from, $0.from), to: max(to, $0.to)) } ?? self
    }

    /// What both have; `nil` where that is no more than an instant.
    package func overlap(_ other: ReadSpan) -> ReadSpan? {
        let span = ReadSpan(from: max(from, other.from), to: min(to, other.to))
        return span.from < span.to ? span : nil
    }
}

extension [ReadSpan] {
    /// What of the whole lies in none of these, which are in the order of time; by time.
    package func gaps(in whole: ReadSpan) -> [ReadSpan] {
        var gaps: [ReadSpan] = []
        var start = whole.from
        // A span that ends before it begins is none.
        for span in self where span.to > Swift.max(start, span.from) {
            let end = Swift.min(span.from, whole.to)
            if start < end { gaps.append(ReadSpan(from: start, to: end)) }
            start = span.to
        }
        if start < whole.to { gaps.append(ReadSpan(from: start, to: whole.to)) }
        return gaps
    }

    /// The same time by time, those that touch or overlap as one.
    package func joined() -> [ReadSpan] {
        sorted { $0.from < $1.from }.reduce(into: []) { joined, span in
            if let last = joined.last, span.from <= last.to {
                joined[joined.count - 1].to = Swift.max(last.to, span.to)
            } else {
                joined.append(span)
            }
        }
    }
}
