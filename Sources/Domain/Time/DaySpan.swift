/// A span of days `[from, to)` in Asia/Shanghai; an open end is `nil`, and absent in JSON.
package struct DaySpan: Hashable, Codable, Sendable {
    /// The first day in the span, or open.
    package let from: BusinessDay?
    /// The first day after the span, or open.
    package let to: BusinessDay?

    /// The span `[from, to)`.
    package init(from: BusinessDay? = nil, to: BusinessDay? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether the day lies in the span.
    package func contains(_ day: BusinessDay) -> Bool {
        if let from, day < from { return false }
        if let to, day >= to { return false }
        return true
    }

    /// Whether the two spans share a day.
    package func overlaps(_ other: DaySpan) -> Bool {
        let startsBeforeOtherEnds = if let from, let end = other.to { from < end } else { true }
        let endsAfterOtherStarts = if let to, let start = other.from { start < to } else { true }
        return startsBeforeOtherEnds && endsAfterOtherStarts
    }
}
