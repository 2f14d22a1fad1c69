internal import Domain
internal import Glibc

/// The dates of a sheet, which are numbers of days; what makes a date of a number is its format.
enum SheetDate: Sendable {
    /// Day 1 is 1900-01-01, and there is a day 60, 1900-02-29, which there never was.
    case since1900
    /// Day 0 is 1904-01-01, as on old Macs.
    case since1904

    /// What to add to a number of days so that it counts from 1899-12-30 on, as most sheets' do.
    var shiftDays: Int { self == .since1900 ? 0 : 1462 }

    /// The day behind the last that Excel knows, 9999-12-31.
    private static let serialMax = 2_958_466.0
    private static let secondsADay = 86_400
    /// 1899-12-30 from 1970-01-01 on.
    private static let dayZero = -25_569

    /// Replaces a number of days, the bytes from `start` on, by a date as text, rounded to the second: `2022-12-01 00:00:00`
    /// of `44895.9999999998`.
    ///
    /// A whole number of days whose format shows no time of day is a day alone, `2022-12-01`; less than a day whose format
    /// shows no day is a time of day, `08:05:00`. What is no date stays.
    func write(_ format: NumberFormat, _ bytes: inout [UInt8], from start: Int) {
        guard let serial = Self.serial(&bytes, from: start), serial >= 0, serial < Self.serialMax else {
            return
        }
        let (day, second) = Int((serial * Double(Self.secondsADay)).rounded())
            .quotientAndRemainder(dividingBy: Self.secondsADay)
        if format == .clock && day == 0 {
            bytes.removeLast(bytes.count - start)
            return Self.append(clock: second, to: &bytes)
        }
        let isNoDay = self == .since1900 && (day == 0 || day == 60)
        if isNoDay { return }
        let isBeforeLeapDay = self == .since1900 && day < 60
        let date = BusinessDay(number: Self.dayZero + shiftDays + day + (isBeforeLeapDay ? 1 : 0)).stored
        bytes.removeLast(bytes.count - start)
        Self.append(Int(date / 10_000), digits: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.append(Int(date / 100 % 100), digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Self.append(Int(date % 100), digits: 2, to: &bytes)
        if format == .day && second == 0 { return }
        bytes.append(UInt8(ascii: " "))
        Self.append(clock: second, to: &bytes)
    }

    /// Replaces a date as XML writes it, the bytes from `start` on, by the same text as that of a number of days.
    ///
    /// `2022-11-01T20:05:00.000` is `2022-11-01 20:05:00`, rounded to the second. One with a zone, and what is no date, stays.
    static func rewrite(_ bytes: inout [UInt8], from start: Int) {
        if bytes[start...].starts(with: dayZeroText) {
            bytes.removeSubrange(start..<(start + dayZeroText.count))
            bytes.removeLast(bytes.count - (bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count))
            return
        }
        guard let clock = bytes[start...].withUnsafeBytes({ ClockText($0) }), !clock.hasZone else { return }
        let seconds = (clock.instant.milliseconds + 500) / 1000
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: Instant(milliseconds: seconds * 1000).description.utf8)
    }

    /// In front of a time without a day.
    private static let dayZeroText = Array("1899-12-31T".utf8)

    private static func serial(_ bytes: inout [UInt8], from start: Int) -> Double? {
        guard bytes.count > start, bytes.count - start <= 40 else { return nil }
        bytes.append(0)
        defer { bytes.removeLast() }
        return bytes.withUnsafeBytes { bytes in
            guard let text = bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self) else {
                return nil
            }
            var end: UnsafeMutablePointer<CChar>?
            let value = strtod(text, &end)
            return end.map { UnsafePointer($0) == text + (bytes.count - start - 1) } == true ? value : nil
        }
    }

    private static func append(clock seconds: Int, to bytes: inout [UInt8]) {
        append(seconds / 3600, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(seconds / 60 % 60, digits: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(seconds % 60, digits: 2, to: &bytes)
    }

    private static func append(_ number: Int, digits: Int, to bytes: inout [UInt8]) {
        var divisor = digits == 4 ? 1000 : 10
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}
