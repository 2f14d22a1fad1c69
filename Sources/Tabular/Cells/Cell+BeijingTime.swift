import Domain

extension Cell {
    /// An instant as epoch milliseconds, read as Beijing time (UTC+8 all year); nil if the cell is empty, or a
    /// mark says so: `-`, `--`, `–`, `—`, `/`, `无`.
    ///
    /// Accepted are the years 2000 to 2099 in these shapes; month, day and hour may have one digit, as Excel writes them:
    ///
    /// - `yyyy-MM-dd HH:mm[:ss]`, also with `/`, as `yyyy年M月d日`, and `H时m分[s秒]`; all in full width, too.
    /// - The same with the hours of half a day, and 上午 or AM, 下午 or PM before or behind them.
    /// - ISO 8601 with a zone, which counts: `2022-11-01T12:05:09Z`.
    /// - A bare serial number of Excel with at least five decimals, which are exact to a second: `44866.83681`.
    package static func beijingTime(_ text: String) throws(Refusal) -> Int64? {
        try beijingTime(text, .unknown, .since1900)
    }

    /// The same of a cell of a known kind, in a sheet that counts its days like this: a number there has all the decimals
    /// that it needs, so that a whole one is midnight.
    static func beijingTime(_ text: String, _ kind: CellKind, _ dates: SheetDate) throws(Refusal) -> Int64? {
        let time = halfWidth(cleaned(text))
        if isEmpty(time) { return nil }
        if isError(time) { throw excelError }
        let instant =
            clockTime(time)
            ?? serialTime(time, decimals: kind == .number ? 0...15 : 5...15, shiftDays: dates.shiftDays)
        guard let instant else {
            throw Refusal(what: Notice("table.no_time"), remedy: Notice("table.write_beijing_time"))
        }
        return instant.milliseconds
    }

    /// A date with a time of day, in one of the spellings.
    private static func clockTime(_ text: String) -> Instant? {
        guard text.utf8.contains(where: isDigit) else { return nil }
        // Nearly every cell is in one plain spelling.
        if let clock = text.withBytes({ ClockText($0) }), !clock.hasFraction { return plainTime(clock) }
        var (words, half) = (text, Half?.none)
        for (word, ofWord) in halves where words.contains(word) {
            // Morning and afternoon at once is no time.
            if half != nil { return nil }
            half = ofWord
            words = words.replacing(word, with: " ")
        }
        // A pattern costs more than all else here: one is tried only where it can fit.
        if words.contains("年") {
            words = words.replacing(#/^(\d{4})年(\d{1,2})月(\d{1,2})日/#) { "\($0.1)-\($0.2)-\($0.3) " }
        }
        if words.contains("时") {
            words = words.replacing(#/(\d{1,2})时(\d{1,2})分(?:(\d{1,2})秒)?$/#) { clock in
                String(clock.1)
                    + [clock.2, clock.3].compactMap(\.self).map { $0.utf8.count == 1 ? ":0\($0)" : ":\($0)" }
                    .joined()
            }
        }
        var plain = words.split(separator: " ").joined(separator: " ")
        if plain.contains("T") { plain = plain.replacing(#/(T.*)\.\d{1,9}/#) { $0.1 } }
        guard let instant = plain.withBytes({ ClockText($0) }).flatMap(plainTime) else { return nil }
        guard let half else { return instant }
        let hour = (instant.milliseconds - instant.day.start.milliseconds) / hourMilliseconds
        guard (1...12).contains(hour) else { return nil }
        let hourOfDay = hour % 12 + (half == .afternoon ? 12 : 0)
        return instant.advanced(byMilliseconds: (hourOfDay - hour) * hourMilliseconds)
    }

    /// Beijing time behind a space, or any behind a `T` with its zone.
    private static func plainTime(_ clock: ClockText) -> Instant? {
        let isAccepted =
            clock.hasSpace != clock.hasZone && !clock.hasFraction && (2000...2099).contains(clock.year)
        return isAccepted ? clock.instant : nil
    }

    private enum Half { case morning, afternoon }
    private static let halves: [(String, Half)] = [
        ("上午", .morning), ("AM", .morning), ("am", .morning), ("下午", .afternoon), ("PM", .afternoon),
        ("pm", .afternoon),
    ]
    private static let hourMilliseconds: Int64 = 3_600_000

    /// Excel's days since 1899-12-30; nil for whatever else stands there.
    private static func serialTime(_ text: String, decimals: ClosedRange<Int>, shiftDays: Int) -> Instant? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimalCount = parts.count == 2 ? parts[1].utf8.count : 0
        guard parts.count <= 2, parts[0].utf8.count == 5, decimals.contains(decimalCount),
            parts.count == 1 || decimalCount > 0, parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) }),
            let days = Double(text).map({ $0 + Double(shiftDays) }), (36_526..<73_051).contains(days)
        else { return nil }
        return BusinessDay(number: -25_569).start.advanced(
            byMilliseconds: Int64((days * 86_400).rounded()) * 1000)
    }
}
