package import Domain
import YAML

/// A question for the attribution report in the words of the contract: what a command line, a page or a schedule asks.
package struct AttributionQuestion: Sendable {
    /// `yyyy-mm-dd`, inclusive.
    package var from: String
    package var to: String
    /// A key of `ReportKey`.
    package var by: String
    /// Conditions `key=value`; of different keys all must hold, of one key any.
    package var only: [String]
    /// `sell`, `buy` or `any`.
    package var leg: String
    /// `paid`, `refunded` or `booked`.
    package var dated: String

    /// A question; what is left out is asked as on the command line.
    package init(
        from: String, to: String, by: String = "party", only: [String] = [], leg: String = "sell",
        dated: String = "paid"
    ) {
        self.from = from
        self.to = to
        self.by = by
        self.only = only
        self.leg = leg
        self.dated = dated
    }

    /// The scope that it asks for; names in it are not looked up yet.
    ///
    /// Throws where a key, a day or a word is none.
    package var scope: ReportScope {
        get throws(ServiceError) {
            let (first, last) = (try Days.day(from, "--from"), try Days.day(to, "--to"))
            guard first <= last else { throw ServiceError(.usage, ["--from/--to：--from 不能晚于 --to"]) }
            guard let leg = ReportLeg.allCases.first(where: { $0.key == leg }) else {
                throw ServiceError(.usage, ["--leg \(leg)：只能是 sell、buy 或 any"])
            }
            guard let dated = ReportScope.Dating(rawValue: dated) else {
                throw ServiceError(.usage, ["--dated \(dated)：只能是 paid、refunded 或 booked"])
            }
            if dated == .booked, leg == .any {
                throw ServiceError(.usage, ["--dated booked：账簿按两个方向分别入账，请用 --leg sell 或 --leg buy"])
            }
            return ReportScope(
                from: first, to: last, leg: leg, by: try Self.key(by, "--by"),
                only: try only.map { text throws(ServiceError) in try Self.filter(text) }, dated: dated)
        }
    }

    private static func key(_ text: String, _ option: String) throws(ServiceError) -> ReportKey {
        guard let key = ReportKey(rawValue: text) else {
            let known = ReportKey.allCases.map(\.rawValue)
            let hint = NearestWord.of(text, among: known).map { "，是不是 \($0)？" } ?? "；"
            throw ServiceError(
                .usage, ["\(option) \(text)：没有这个分组\(hint)可用：\(known.joined(separator: " "))"])
        }
        return key
    }

    private static func filter(_ text: String) throws(ServiceError) -> ReportScope.Filter {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ServiceError(.usage, ["--only \(text)：请写成 key=value，如 kind=university"])
        }
        return ReportScope.Filter(key: try key(String(parts[0]), "--only"), value: String(parts[1]))
    }
}

/// Days on a command line.
package enum Days {
    /// Reads a day.
    ///
    /// Throws where it is none.
    package static func day(_ text: String, _ option: String) throws(ServiceError) -> BusinessDay {
        guard let day = BusinessDay(text) else {
            throw ServiceError(.usage, ["\(option) \(text)：不是日期；请写成 2022-11-01"])
        }
        return day
    }
}
