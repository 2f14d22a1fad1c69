/// A calendar day in Asia/Shanghai, the day of every report.
///
/// China has kept UTC+8 without daylight saving since 1991-09-15; no order is older than that, so the offset is fixed.
package struct BusinessDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let number: Int

    static let offsetMilliseconds: Int64 = 8 * 3_600_000
    static let lengthMilliseconds: Int64 = 86_400_000

    /// The day so many days after 1970-01-01.
    package init(number: Int) {
        self.number = number
    }

    /// A date of the Gregorian calendar, or `nil` where there is no such date (`2022-02-30`).
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
            return nil
        }
        // Days from civil, counting years from March so that the leap day is the last.
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
        guard civil == (year, month, day) else { return nil }
    }

    /// Reads `yyyy-mm-dd`.
    package init?(_ text: String) {
        // Rosters hold thousands: digit by digit, without a part for each number.
        guard text.utf8.count == 10 else { return nil }
        var numbers = [0, 0, 0]
        var place = 0
        var count = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "-"), count == 4 || count == 7 {
                place += 1
            } else if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte, place < 3 {
                numbers[place] = numbers[place] * 10 + Int(byte - UInt8(ascii: "0"))
            } else {
                return nil
            }
            count += 1
        }
        guard place == 2 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// The days that can be stored, as the store writes them.
    package static let storedDays: ClosedRange<Int64> = 19_000_101...99_991_231

    /// Reads `20221101`, as the store writes days.
    package init?(stored: Int64) {
        guard Self.storedDays.contains(stored) else { return nil }
        self.init(year: Int(stored / 10_000), month: Int(stored / 100 % 100), day: Int(stored % 100))
    }

    package static func < (left: BusinessDay, right: BusinessDay) -> Bool {
        left.number < right.number
    }

    /// The first instant of the day.
    package var start: Instant {
        Instant(milliseconds: Int64(number) * Self.lengthMilliseconds - Self.offsetMilliseconds)
    }

    /// The day so many days later (earlier if negative).
    package func advanced(by days: Int) -> BusinessDay {
        BusinessDay(number: number + days)
    }

    /// `20221101`: sorts, and can be read in a database shell.
    package var stored: Int64 {
        let (year, month, day) = civil
        return Int64(year * 10_000 + month * 100 + day)
    }

    private var civil: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension BusinessDay: CustomStringConvertible {
    /// `2022-11-01`.
    package var description: String {
        let (year, month, day) = civil
        return "\(year, pad: 4)-\(month, pad: 2)-\(day, pad: 2)"
    }
}

extension BusinessDay: Codable {
    /// Reads `2022-11-01`; what is no date is refused.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Self(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date: not yyyy-mm-dd")
        }
        self = day
    }

    /// Writes `2022-11-01`, so that texts sort as days do; a day that could not be read again is refused.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard Self(stored: stored) == self else {
            let context = EncodingError.Context(
                codingPath: container.codingPath, debugDescription: "no year of four digits")
            throw EncodingError.invalidValue(self, context)
        }
        try container.encode(description)
    }
}
