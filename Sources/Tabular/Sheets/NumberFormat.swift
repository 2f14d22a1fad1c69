/// What a cell's number format makes of its number.
enum NumberFormat: Sendable {
    case number
    /// A day, without a time of day.
    case day
    /// A day and a time of day.
    case instant
    /// A time of day.
    case clock

    /// A format that Excel knows by its number alone.
    init(builtIn id: Int) {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: self = .day
        case 22: self = .instant
        case 18...21, 32...35, 45, 47, 55, 56: self = .clock
        default: self = .number
        }
    }

    /// A format as it is written: `yyyy\-mm\-dd\ hh:mm:ss`, `#,##0.00"元"`, `[$-804]yyyy"年"m"月"d"日"`.
    ///
    /// What stands in quotes, in brackets or behind a backslash is shown as it is; only the section for numbers above zero is
    /// looked at. `m` is a month but beside hours or seconds, where it is minutes. `[h]` counts hours beyond a day's: a span of
    /// time is a number of days.
    init(code: String) {
        var letters: Set<Character> = []
        var rest = Substring(code.lowercased())
        while let character = rest.popFirst(), character != ";" {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if Set(inside).count == 1, "hms".contains(inside.prefix(1)) {
                    self = .number
                    return
                }
            default: letters.insert(character)
            }
        }
        let hasClock = letters.contains("h") || letters.contains("s")
        let hasDay = letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasClock)
        switch (hasDay, hasClock) {
        case (true, true): self = .instant
        case (true, false): self = .day
        case (false, true): self = .clock
        case (false, false): self = .number
        }
    }
}
