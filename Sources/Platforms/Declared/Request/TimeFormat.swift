internal import Domain
internal import JSON

/// How a source writes instants.
enum TimeFormat: String, CaseIterable, Sendable {
    case seconds, milliseconds, beijing, iso

    static let words = allCases.map { ($0.rawValue, $0) }

    /// As a request writes it.
    func text(_ instant: Instant) -> String {
        switch self {
        case .seconds: String(instant.seconds)
        case .milliseconds: String(instant.milliseconds)
        case .beijing: instant.description
        case .iso: instant.description.replacing(" ", with: "T") + "+08:00"
        }
    }

    /// Reads an instant; `nil` for nothing and for 0, by which sources say "not yet".
    func instant(_ path: ValuePath, _ scope: RecordScope) throws(UnreadableRecord) -> Instant? {
        guard let view = path.find(scope) else { return nil }
        let milliseconds: Int64?
        switch self {
        case .seconds: milliseconds = try Self.epoch(view, unit: 1000)
        case .milliseconds: milliseconds = try Self.epoch(view, unit: 1)
        case .beijing, .iso: milliseconds = try Self.wallClock(view)
        }
        guard let milliseconds else { return nil }
        guard plausibleMilliseconds.contains(milliseconds) else {
            throw UnreadableRecord(Notice("declared.time_out_of_range", path.text))
        }
        return Instant(milliseconds: milliseconds)
    }

    private static func epoch(_ view: JSONView, unit: Int64) throws(UnreadableRecord) -> Int64? {
        let count = try UnreadableRecord.reading { () throws(JSONError) in try view.integer() }
        guard count != 0 else { return nil }
        let (milliseconds, overflows) = count.multipliedReportingOverflow(by: unit)
        return overflows ? .max : milliseconds
    }

    /// Beijing time with or without seconds, a bare date, or ISO 8601 with a zone.
    private static func wallClock(_ view: JSONView) throws(UnreadableRecord) -> Int64? {
        if view.kind == .text, view.withBytes(\.count) == 10, let text = view.textIfPresent(),
            let day = BusinessDay(text)
        {
            return day.start.milliseconds
        }
        return try UnreadableRecord.reading { () throws(JSONError) in try view.beijingTime() }
    }
}
