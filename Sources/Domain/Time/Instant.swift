/// A point in time: milliseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
    /// Milliseconds since the epoch, UTC.
    package let milliseconds: Int64

    /// The instant `milliseconds` after the epoch; clamps far-away nonsense instead of overflowing.
    package init(milliseconds: Int64) {
        self.milliseconds = max(-8_000_000_000_000_000, min(8_000_000_000_000_000, milliseconds))
    }

    /// The instant `seconds` after the epoch; clamps far-away nonsense instead of overflowing.
    package init(seconds: Int64) {
        self.init(milliseconds: max(-8_000_000_000_000, min(8_000_000_000_000, seconds)) * 1000)
    }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    /// Whole seconds since the epoch, rounded down.
    package var seconds: Int64 { milliseconds.quotient(dividingFloor: 1000) }

    /// The instant so many milliseconds later (earlier if negative).
    package func advanced(byMilliseconds delta: Int64) -> Instant {
        Instant(milliseconds: milliseconds + max(-16_000_000_000_000_000, min(16_000_000_000_000_000, delta)))
    }

    /// The business day (Asia/Shanghai) that this instant falls in.
    package var day: BusinessDay {
        BusinessDay(
            number: Int(
                (milliseconds + BusinessDay.offsetMilliseconds)
                    .quotient(dividingFloor: BusinessDay.lengthMilliseconds)))
    }
}

extension Instant: CustomStringConvertible {
    /// Beijing time: `2022-11-01 08:30:00`.
    package var description: String {
        let second = seconds + BusinessDay.offsetMilliseconds / 1000
        let ofDay = second - second.quotient(dividingFloor: 86_400) * 86_400
        return "\(day) \(ofDay / 3600, pad: 2):\(ofDay / 60 % 60, pad: 2):\(ofDay % 60, pad: 2)"
    }
}

extension Instant: Codable {
    /// Reads the bare number of milliseconds; what would have to be clamped is refused.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let number = try container.decode(Int64.self)
        guard Self(milliseconds: number).milliseconds == number else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "no instant: too far away")
        }
        self.init(milliseconds: number)
    }

    /// Writes the bare number of milliseconds since the epoch, so that SQL can compare it.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Instant {
    /// Reads ISO 8601 with a zone (`2022-12-30T00:00:00+08:00`, `…Z`) or Beijing time without one; `nil` if it is neither.
    package init?(iso text: String) {
        let characters = Array(text.utf8)
        guard characters.count >= 16, let day = BusinessDay(String(text.prefix(10))),
            characters[10] == UInt8(ascii: "T") || characters[10] == UInt8(ascii: " "),
            let hour = Int64(digits: text.dropFirst(11).prefix(2), count: 2), (0..<24).contains(hour),
            characters[13] == UInt8(ascii: ":"),
            let minute = Int64(digits: text.dropFirst(14).prefix(2), count: 2), (0..<60).contains(minute)
        else { return nil }
        var rest = text.dropFirst(16)
        var second: Int64 = 0
        if rest.first == ":" {
            guard let value = Int64(digits: rest.dropFirst().prefix(2), count: 2), (0..<60).contains(value)
            else { return nil }
            second = value
            rest = rest.dropFirst(3)
        }
        guard let offset = Self.zoneOffsetSeconds(rest) else { return nil }
        let local =
            day.start.seconds + BusinessDay.offsetMilliseconds / 1000 + hour * 3600 + minute * 60 + second
        self.init(seconds: local - offset)
    }

    private static func zoneOffsetSeconds(_ zone: Substring) -> Int64? {
        if zone.isEmpty { return BusinessDay.offsetMilliseconds / 1000 }
        if zone == "Z" { return 0 }
        let digits = zone.dropFirst().filter { $0 != ":" }
        guard zone.first == "+" || zone.first == "-", let value = Int64(digits: digits[...], count: 4),
            value / 100 <= 14, value % 100 < 60
        else { return nil }
        return (value / 100 * 3600 + value % 100 * 60) * (zone.first == "-" ? -1 : 1)
    }
}

extension Int64 {
    /// Reads exactly so many ASCII digits; `Int64(_:)` would take a sign too.
    init?(digits: Substring, count: Int) {
        guard digits.utf8.count == count,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        self.init(digits)
    }

    /// Division that rounds towards negative infinity.
    func quotient(dividingFloor divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }
}

extension DefaultStringInterpolation {
    /// Writes a number with leading zeros.
    mutating func appendInterpolation(_ number: some BinaryInteger, pad: Int) {
        let digits = String(number)
        appendInterpolation(String(repeating: "0", count: Swift.max(0, pad - digits.count)) + digits)
    }
}
