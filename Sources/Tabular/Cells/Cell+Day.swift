package import Domain

extension Cell {
    /// A day; nil if the cell is empty, or a mark says so: `-`, `--`, `–`, `—`, `/`, `无`.
    ///
    /// Accepted are the years 1900 to 2099 as `2022-11-01`, `2022/11/1`, `2022.11.1`, `2022年11月1日` and `20221101`, with a
    /// time of day only where that is midnight; all of them in full width, too. A date without a year is refused: the year is
    /// never today's.
    package static func day(_ text: String) throws(Refusal) -> BusinessDay? {
        try day(text, .unknown, .since1900)
    }

    /// The same of a cell of a known kind, in a sheet that counts its days like this: a whole number there of five digits is
    /// one of its days.
    static func day(_ text: String, _ kind: CellKind, _ dates: SheetDate) throws(Refusal) -> BusinessDay? {
        let date = halfWidth(cleaned(text))
        if isEmpty(date) { return nil }
        if isError(date) { throw excelError }
        // Nearly every cell is in one plain spelling; a pattern costs a hundred times as much.
        if let day = BusinessDay(date), (1900...2099).contains(day.stored / 10_000) { return day }
        if let match = date.wholeMatch(
            of: #/(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})(日?)(?:\s+0?0:00(?::00)?)?/#),
            (match.2 == "年") == (match.4 == "月"), (match.2 == "年") == (match.6 == "日"),
            match.2 == "年" || match.2 == match.4
        {
            return try day(year: match.1, month: match.3, day: match.5)
        }
        if let match = date.wholeMatch(of: #/(\d{4})(\d{2})(\d{2})/#) {
            return try day(year: match.1, month: match.2, day: match.3)
        }
        if kind == .number, let serial = Int(date), (10_000...99_999).contains(serial) {
            return BusinessDay(number: -25_569 + serial + dates.shiftDays)
        }
        throw noDay
    }

    /// Month and day of a date without a year: `11月1日`, `11月1号`, `11/4`, `11-4`, in full width, too; nil of anything else.
    ///
    /// Not `11.4`: it may be a number, and of the tenth Excel leaves `11.1`. Whether there is such a day, only a year tells.
    package static func monthAndDay(_ text: String) -> (month: Int, day: Int)? {
        let date = halfWidth(cleaned(text))
        guard let match = date.wholeMatch(of: #/(\d{1,2})(?:月(\d{1,2})[日号]|[-/](\d{1,2}))/#),
            let month = Int(match.1), let day = (match.2 ?? match.3).flatMap({ Int($0) })
        else { return nil }
        return (month, day)
    }

    private static func day(year: Substring, month: Substring, day: Substring) throws(Refusal) -> BusinessDay
    {
        guard let year = Int(year), (1900...2099).contains(year), let month = Int(month), let day = Int(day),
            let date = BusinessDay(year: year, month: month, day: day)
        else { throw noDay }
        return date
    }

    private static var noDay: Refusal {
        Refusal(what: Notice("table.no_day"), remedy: Notice("table.write_day"))
    }
}
