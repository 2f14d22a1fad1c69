import Domain
import Testing

@testable import Books

extension Difference {
    /// What it is booked to.
    var account: Difference {
        Difference(
            lineID: lineID, leg: leg, partyID: partyID, reason: reason, county: county, category: category,
            day: day, cause: .sale, sums: CreditSums())
    }
}

extension ReadPart {
    /// Where it counts.
    var place: ReadPart {
        ReadPart(day: day, isOrganisation: isOrganisation, source: source, sums: ReadSums())
    }
}

extension Statement {
    /// What a store knows it by within its order.
    var key: (Int, String, Int64) { (kind.rawValue, lineID, order.unstated.rawValue) }
}

extension [LineStanding] {
    /// The rows of lines after a change that leaves what a line is, and writes how it stands.
    func applying(_ change: Change, _ after: [LineStanding]) -> [LineStanding] {
        var lines = self
        for place in change.linesWritten {
            #expect(lines[place].lineID == after[place].lineID && lines[place].day == after[place].day)
            lines[place] = after[place]
        }
        return lines
    }
}

extension [CreditRow] {
    /// The rows of credits after a change, as a store gives them back: by line, leg and party, nobody last.
    func applying(_ change: Change) -> [CreditRow] {
        var rows = filter { row in !change.creditsDropped.contains { $0.hasSamePlace(as: row) } }
        for new in change.creditsWritten {
            rows.removeAll { $0.hasSamePlace(as: new) }
            rows.append(new)
        }
        return rows.sorted { one, other in
            (one.line, one.leg.rawValue, one.partyID ?? "~") < (
                other.line, other.leg.rawValue, other.partyID ?? "~"
            )
        }
    }
}
