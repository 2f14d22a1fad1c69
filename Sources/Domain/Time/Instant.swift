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
    /// Reads ISO 8601 with a zone (`2022-12-30T00:00:00.123+08:00`, `…Z`) or Beijing time without one; `nil` if it is neither.
    package init?(iso text: String) {
        guard let clock = text.withBytes({ ClockText($0) }), clock.hasDashes, clock.isPadded else {
            return nil
        }
        self = clock.instant
    }
}

extension Int64 {
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
