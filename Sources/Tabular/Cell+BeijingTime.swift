extension Cell {
    /// An instant as epoch milliseconds, read as Beijing time (UTC+8 all year); nil if the cell is empty, `-`
    /// or `--`.
    ///
    /// Accepted are `yyyy-MM-dd HH:mm[:ss]` and `yyyy/MM/dd HH:mm[:ss]` of the years 2000 to 2099; month, day
    /// and hour may have one digit, as Excel writes them.
    package static func beijingTime(_ text: String) throws(Refusal) -> Int64? {
        let time = cleaned(text)
        if time.isEmpty || time == "-" || time == "--" { return nil }
        guard let seconds = TimeText(time).flatMap(\.epochSeconds) else {
            throw Refusal(what: "不是时间\(shape(time))", remedy: "请写成 2022-11-01 20:15:00 这样的北京时间")
        }
        return seconds * 1000
    }

    /// The numbers of a time as they are written.
    private struct TimeText {
        private var rest: Substring.UTF8View
        private var year = 0
        private var month = 0
        private var day = 0
        private var hour = 0
        private var minute = 0
        private var second = 0

        init?(_ text: String) {
            rest = text[...].utf8
            guard let year = number(digits: 4...4), let dateMark = rest.popFirst(),
                dateMark == UInt8(ascii: "-") || dateMark == UInt8(ascii: "/"),
                let month = number(digits: 1...2), rest.popFirst() == dateMark,
                let day = number(digits: 1...2), rest.popFirst() == UInt8(ascii: " "),
                let hour = number(digits: 1...2), rest.popFirst() == UInt8(ascii: ":"),
                let minute = number(digits: 2...2)
            else { return nil }
            (self.year, self.month, self.day, self.hour, self.minute) = (year, month, day, hour, minute)
            if rest.isEmpty { return }
            guard rest.popFirst() == UInt8(ascii: ":"), let second = number(digits: 2...2), rest.isEmpty
            else {
                return nil
            }
            self.second = second
        }

        private mutating func number(digits: ClosedRange<Int>) -> Int? {
            let written = rest.prefix(digits.upperBound).prefix(while: Cell.isDigit)
            guard digits.contains(written.count) else { return nil }
            rest = rest.dropFirst(written.count)
            return written.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        }

        /// Seconds since 1970 UTC; nil if there is no such date or time of day.
        var epochSeconds: Int64? {
            let isLeap = year % 4 == 0
            let monthDays = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            guard (2000...2099).contains(year), (1...12).contains(month),
                (1...monthDays[month - 1]).contains(day),
                hour < 24, minute < 60, second < 60
            else { return nil }
            let leapDays = (year - 2000 + 3) / 4
            let days = (year - 2000) * 365 + leapDays + monthDays[..<(month - 1)].reduce(0, +) + day - 1
            let beijing = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
            // 2000-01-01 00:00 in Beijing.
            return 946_656_000 + beijing
        }
    }
}
