import Domain
import YAML

extension LookBack {
    /// Reads `{3d: 1h, 15d: 1d, all: 7d}`: so many of the last days, today included, and how often they are read again.
    ///
    /// What is not written is not read again. `nil` where a depth or a beat is none, or a beat stands twice.
    init?(setting entries: [YAMLNode.Entry]) {
        self = .never
        var beats: Set<String> = []
        for entry in entries {
            guard let days = Self.days(entry.key), beats.insert(entry.text).inserted else { return nil }
            switch entry.text {
            case "1h": hourlyDays = days
            case "1d": dailyDays = days
            case "7d": weeklyDays = days == .max ? nil : days
            default: return nil
            }
        }
        if beats.isEmpty { return nil }
    }

    /// `15d`, from 1 to 9999; `all`.
    private static func days(_ text: String) -> Int? {
        if text == "all" { return .max }
        guard text.last == "d", (2...5).contains(text.utf8.count), text.first != "+" else { return nil }
        return Int(text.dropLast()).flatMap { $0 > 0 ? $0 : nil }
    }
}
