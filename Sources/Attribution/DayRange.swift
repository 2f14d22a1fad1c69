import Domain

/// A span of days in eight bytes: the rosters of a province are looked up for every line and must stay in the cache.
struct DayRange: Sendable {
    private let from: Int32
    private let to: Int32

    static let always = DayRange(from: .min, to: .max)
    static let never = DayRange(from: .max, to: .min)

    private init(from: Int32, to: Int32) {
        self.from = from
        self.to = to
    }

    /// The same days; no instant lies outside of the days of `Int32`.
    init(_ span: DaySpan) {
        from = span.from.map { Int32(clamping: $0.number) } ?? .min
        to = span.to.map { Int32(clamping: $0.number) } ?? .max
    }

    /// Whether the day lies in the span.
    func contains(_ day: BusinessDay) -> Bool {
        from <= day.number && day.number < to
    }
}
