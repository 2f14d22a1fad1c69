import Domain
import YAML

extension LookBack {
    /// What is wrong with a `look_back`.
    enum SettingFault: Error {
        /// A depth or a beat is none, or a beat stands twice.
        case malformed
        /// One that is written is never used, because another reads the same days at least as often.
        case unused(String, because: String)
    }

    /// Reads `{3d: 1h, 15d: 1d, all: 7d}`: so many of the last days, today included, and how often they are read again.
    ///
    /// What is not written is not read again.
    init(setting entries: [YAMLNode.Entry]) throws(SettingFault) {
        self = .never
        var depths: [(days: Int, text: String)] = []
        for beat in ["1h", "1d", "7d"] {
            let written = entries.filter { $0.text == beat }
            guard written.count < 2 else { throw .malformed }
            guard let entry = written.first else { continue }
            guard let days = Self.days(entry.key) else { throw .malformed }
            // By beat from the shortest on: the longer it is, the deeper it must go.
            let depth = (days: days, text: "\(entry.key): \(beat)")
            if let before = depths.last, days <= before.days {
                throw .unused(depth.text, because: before.text)
            }
            depths.append(depth)
            switch beat {
            case "1h": hourlyDays = days
            case "1d": dailyDays = days
            default: weeklyDays = days == .max ? nil : days
            }
        }
        guard !depths.isEmpty, depths.count == entries.count else { throw .malformed }
    }

    /// `15d`, from 1 to 9999; `all`.
    private static func days(_ text: String) -> Int? {
        if text == "all" { return .max }
        guard text.last == "d", (2...5).contains(text.utf8.count), text.first != "+" else { return nil }
        return Int(text.dropLast()).flatMap { $0 > 0 ? $0 : nil }
    }
}
