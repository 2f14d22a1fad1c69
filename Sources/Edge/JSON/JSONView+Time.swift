internal import CSimdjson

extension JSONView {
    /// Epoch milliseconds of a Beijing wall-clock time, UTC+8 always.
    ///
    /// `yyyy-MM-dd HH:mm:ss`, also with `/`, with `T`, without seconds. Nil for null, an empty text, 0 and
    /// the zero date, by which platforms say "not yet".
    package func beijingTime() throws(JSONError) -> Int64? {
        guard !isBlank, !isWritten("0"), !isWritten("0000-00-00 00:00:00") else { return nil }
        guard kind == .text else { throw error(.wrongKind(expected: .text, found: kind)) }
        guard let milliseconds = BeijingTime.parse(span) else { throw error(.notTime) }
        return milliseconds
    }
}

/// Wall-clock characters to epoch milliseconds.
enum BeijingTime {
    private static let offsetSeconds: Int64 = 8 * 3600
    private static let monthDays: [Int64] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

    static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard text.count == 16 || text.count == 19, hasMarks(text) else { return nil }
        guard let year = number(text[0..<4]), let month = number(text[5..<7]), let day = number(text[8..<10]),
            let hour = number(text[11..<13]), let minute = number(text[14..<16]),
            let second = text.count == 19 ? number(text[17..<19]) : 0,
            (1...12).contains(month), day >= 1, day <= days(in: month, of: year),
            hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = hour * 3600 + minute * 60 + second - offsetSeconds
        return (epochDay(year, month, day) * 86_400 + seconds) * 1000
    }

    private static func hasMarks(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let isDate = text[4] == text[7] && (text[4] == UInt8(ascii: "-") || text[4] == UInt8(ascii: "/"))
        let isParted = text[10] == UInt8(ascii: " ") || text[10] == UInt8(ascii: "T")
        return isDate && isParted && text[13] == UInt8(ascii: ":")
            && (text.count == 16 || text[16] == UInt8(ascii: ":"))
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int64? {
        var value: Int64 = 0
        for byte in digits {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + Int64(digit)
        }
        return value
    }

    private static func days(in month: Int64, of year: Int64) -> Int64 {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 && isLeap ? 29 : monthDays[Int(month) - 1]
    }

    /// Days since 1970-01-01.
    ///
    /// Years are counted from March, so that a leap day ends one.
    private static func epochDay(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let years = month > 2 ? year : year - 1
        let monthFromMarch = (month + 9) % 12
        let leapDays = years / 4 - years / 100 + years / 400
        return years * 365 + leapDays + (monthFromMarch * 153 + 2) / 5 + day - 1 - 719_468
    }
}
