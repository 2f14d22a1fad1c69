import Domain

/// From when to when the orders of a file were created, and on which days.
struct FileDays {
    private(set) var span: ReadSpan?
    private var days: Set<BusinessDay> = []

    mutating func add(createdAt instant: Instant) {
        span = ReadSpan(from: instant, to: instant).joined(with: span)
        days.insert(instant.day)
    }

    /// The first to the last day; `nil` where no row says when its order was created.
    var whole: ClosedRange<BusinessDay>? { span.map { $0.from.day...$0.to.day } }

    /// Where no order was created for longer than shops are used to, by time.
    var silent: [ClosedRange<BusinessDay>] {
        let sorted = days.sorted()
        return zip(sorted, sorted.dropFirst()).compactMap { before, after in
            after.number - before.number - 1 > Self.silentDaysUsual
                ? before.advanced(by: 1)...after.advanced(by: -1) : nil
        }
    }

    /// A shop may sell nothing for a week.
    private static let silentDaysUsual = 7
}
