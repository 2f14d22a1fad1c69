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
            guard first <= last else {
                throw ServiceError(.usage, [Notice("question.ends_before_it_begins")])
            }
            guard let leg = ReportLeg.allCases.first(where: { $0.key == leg }) else {
                throw ServiceError(.usage, [Notice("question.unknown_leg", leg)])
            }
            guard let dated = ReportScope.Dating(rawValue: dated) else {
                throw ServiceError(.usage, [Notice("question.unknown_dating", dated)])
            }
            if dated == .booked, leg == .any {
                throw ServiceError(.usage, [Notice("question.booked_on_any_leg")])
            }
            return ReportScope(
                from: first, to: last, leg: leg, by: try Self.key(by, "--by"),
                only: try only.map { text throws(ServiceError) in try Self.filter(text) }, dated: dated)
        }
    }

    private static func key(_ text: String, _ option: String) throws(ServiceError) -> ReportKey {
        guard let key = ReportKey(rawValue: text) else {
            let known = ReportKey.allCases.map(\.rawValue)
            let words = known.joined(separator: " ")
            let notice =
                NearestWord.of(text, among: known).map {
                    Notice("question.unknown_key_near", option, text, $0, words)
                } ?? Notice("question.unknown_key", option, text, words)
            throw ServiceError(.usage, [notice])
        }
        return key
    }

    private static func filter(_ text: String) throws(ServiceError) -> ReportScope.Filter {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else {
            throw ServiceError(.usage, [Notice("question.no_condition", text)])
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
            throw ServiceError(.usage, [Notice("question.no_day", option, text)])
        }
        return day
    }

    /// Reads a day that has begun: of later ones there is nothing to read or to miss.
    ///
    /// Throws where it is none, or has not begun.
    package static func begun(
        _ text: String, _ option: String, _ now: Instant
    ) throws(ServiceError) -> BusinessDay {
        let day = try day(text, option)
        guard day <= now.day else {
            throw ServiceError(.usage, [Notice("question.day_to_come", option, day, now.day)])
        }
        return day
    }
}
