/// A date and a time of day as somebody wrote them: `2022-11-01 08:30:00`, `2022/11/1 8:30`, `2022-11-01T08:30:00.123+08:00`.
///
/// Which of these writings it takes is each reader's own to say.
package struct ClockText {
    /// The instant, to the millisecond; of a time without a zone in Beijing, UTC+8 all year.
    package let instant: Instant
    /// The year as it is written, of those that a `BusinessDay` has.
    package let year: Int
    /// Whether year, month and day are divided by `-`, not by `/`.
    package let hasDashes: Bool
    /// Whether a space divides date and time, not a `T`.
    package let hasSpace: Bool
    /// Whether month, day and hour have two digits each.
    package let isPadded: Bool
    /// Whether parts of a second were written.
    package let hasFraction: Bool
    /// Whether a zone was written.
    package let hasZone: Bool

    /// Reads UTF-8 characters; `nil` where there is no such date or time of day, or something else beside it.
    package init?(_ text: UnsafeRawBufferPointer) {
        var reader = Reader(rest: text[...])
        guard let year = reader.number(4...4), let mark = reader.mark("-/"), let month = reader.number(1...2),
            reader.mark("-/") == mark, let dayOfMonth = reader.number(1...2), let divider = reader.mark(" T"),
            let hour = reader.number(1...2), hour < 24, reader.mark(":") != nil
        else { return nil }
        isPadded = reader.isPadded
        guard let minute = reader.number(2...2), minute < 60,
            let (second, thousandths) = reader.seconds(), second < 60,
            let day = BusinessDay(year: year, month: month, day: dayOfMonth)
        else { return nil }
        hasFraction = thousandths != nil
        hasZone = !reader.rest.isEmpty
        guard let zoneMilliseconds = reader.zoneMilliseconds() else { return nil }
        let ofDay = Int64(hour * 3600 + minute * 60 + second) * 1000 + Int64(thousandths ?? 0)
        let utc = day.start.advanced(byMilliseconds: ofDay + BusinessDay.offsetMilliseconds)
        instant = utc.advanced(byMilliseconds: -zoneMilliseconds)
        self.year = year
        hasDashes = mark == UInt8(ascii: "-")
        hasSpace = divider == UInt8(ascii: " ")
    }

    private struct Reader {
        var rest: Slice<UnsafeRawBufferPointer>
        var isPadded = true

        /// So many digits.
        mutating func number(_ counts: ClosedRange<Int>) -> Int? {
            let digits = rest.prefix(counts.upperBound).prefix { $0 &- UInt8(ascii: "0") < 10 }
            guard counts.contains(digits.count) else { return nil }
            rest = rest.dropFirst(digits.count)
            isPadded = isPadded && digits.count == counts.upperBound
            return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }

        /// The seconds, 0 where there are none, and their thousandths where parts of a second are written: one to nine
        /// digits, of which the first three count.
        mutating func seconds() -> (Int, thousandths: Int?)? {
            guard mark(":") != nil else { return (0, nil) }
            guard let second = number(2...2) else { return nil }
            guard mark(".") != nil else { return (second, nil) }
            let before = rest
            guard number(1...9) != nil else { return nil }
            let digits = before.prefix(min(3, before.count - rest.count)).map { Int($0 - UInt8(ascii: "0")) }
            return (second, (0..<3).reduce(0) { $0 * 10 + ($1 < digits.count ? digits[$1] : 0) })
        }

        /// One of these characters.
        mutating func mark(_ marks: StaticString) -> UInt8? {
            guard let first = rest.first, marks.withUTF8Buffer({ $0.contains(first) }) else { return nil }
            return rest.popFirst()
        }

        /// What is left as a distance from UTC: nothing, `Z`, `+08:00`, `-0500` or `+08`.
        mutating func zoneMilliseconds() -> Int64? {
            if rest.isEmpty { return BusinessDay.offsetMilliseconds }
            if mark("Z") != nil { return rest.isEmpty ? 0 : nil }
            guard let sign = mark("+-"), let hours = number(2...2), hours <= 14 else { return nil }
            if rest.isEmpty { return Int64(hours) * (sign == UInt8(ascii: "-") ? -3_600_000 : 3_600_000) }
            _ = mark(":")
            guard let minutes = number(2...2), minutes < 60, rest.isEmpty else { return nil }
            return Int64(hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -60_000 : 60_000)
        }
    }
}
