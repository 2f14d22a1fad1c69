import Domain

extension LookBack {
    /// As `look_back` of an account says it: `{3d: 1h, 15d: 1d, all: 7d}`, or `never`.
    ///
    /// A beat is left out that reaches no further than a faster one.
    var written: String {
        var (deepest, beats) = (0, [String]())
        for (days, beat) in zip([hourlyDays, dailyDays, weeklyDays ?? .max], ["1h", "1d", "7d"])
        where days > deepest {
            deepest = days
            beats.append("\(days == .max ? "all" : "\(days)d"): \(beat)")
        }
        return beats.isEmpty ? "never" : "{\(beats.joined(separator: ", "))}"
    }

    /// How much it reads again beside another one.
    func compared(to other: LookBack) -> Comparison {
        let pairs = zip(reaches, other.reaches)
        if pairs.allSatisfy(==) { return .same }
        if pairs.allSatisfy(>=) { return .more }
        return pairs.allSatisfy(<=) ? .less : .otherwise
    }

    /// How many days are read again at least every hour, every day, every week.
    private var reaches: [Int] {
        let daily = max(hourlyDays, dailyDays)
        return [hourlyDays, daily, max(daily, weeklyDays ?? .max)]
    }

    /// What a look-back reads again beside another one; the raw value is a key of JSON.
    enum Comparison: String {
        case same, more, less
        /// More on one beat, less on another.
        case otherwise
    }
}
