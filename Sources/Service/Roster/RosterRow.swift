import Domain
import Foundation
import Tabular

/// One row of a roster file.
///
/// An accessor that finds its cell wrong reports it and returns what stands for nothing:
/// with one problem reported, no roster is made.
struct RosterRow {
    private let row: TableRow
    private let columns: [String: Int]
    private let problems: RosterProblemList

    init(row: TableRow, columns: [String: Int], problems: RosterProblemList) {
        self.row = row
        self.columns = columns
        self.problems = problems
    }

    var line: Int { row.line }

    /// The cell's text, trimmed, in composed characters: what looks the same is the same, whoever typed it.
    func text(_ name: String) -> String {
        row[columns[name]].precomposedStringWithCanonicalMapping
    }

    /// The text of a cell that must not be empty.
    func requiredText(_ name: String) -> String {
        let text = text(name)
        if text.isEmpty { report(name, Notice("roster.cell_empty"), Notice("roster.fill_in")) }
        return text
    }

    /// A platform's id; refused where Excel has damaged it.
    func platformID(_ name: String) -> String {
        do throws(TabularError) {
            return try row.identifier(columns[name])
        } catch {
            problems.report(error)
            return ""
        }
    }

    /// A division of 6 or 12 digits; `nil` if the cell is empty.
    func region(_ name: String) -> Region? {
        let text = text(name)
        if text.isEmpty { return nil }
        if let region = Region(text) { return region }
        report(name, Notice("roster.no_region", Self.shown(text)), Notice("roster.state_region"))
        return nil
    }

    /// A word of a closed list; `nil` if the cell is empty or the word is not in the list, which `unknown` says of the
    /// cell's text.
    func word<Value>(
        _ name: String, of values: [Value], key: (Value) -> String, unknown: (Notice) -> Notice
    ) -> Value? {
        let text = text(name)
        if text.isEmpty { return nil }
        if let value = values.first(where: { key($0) == text }) { return value }
        let keys = values.map(key).joined(separator: " ")
        report(name, unknown(Self.shown(text)), Notice("roster.write_one_of", keys))
        return nil
    }

    /// The days `[from, to)`.
    func span() -> DaySpan {
        let (from, to) = (day("from"), day("to"))
        if let from, let to, from >= to {
            report("to", Notice("roster.span_ends_early", to, from), Notice("roster.correct_end"))
            return DaySpan()
        }
        return DaySpan(from: from, to: to)
    }

    private func day(_ name: String) -> BusinessDay? {
        let text = text(name)
        if text.isEmpty { return nil }
        if let day = BusinessDay(text) ?? BusinessDay(resaved: text) { return day }
        report(name, Notice("roster.no_day", Self.shown(text)), Notice("roster.write_day"))
        return nil
    }

    /// An instant of Beijing time that must be there.
    func instant(_ name: String) -> Instant? {
        do throws(TabularError) {
            if let milliseconds = try row.beijingTime(columns[name]) {
                return Instant(milliseconds: milliseconds)
            }
            report(name, Notice("roster.cell_empty"), Notice("roster.write_time"))
        } catch {
            problems.report(error)
        }
        return nil
    }

    /// A whole number in the range; `nil` if the cell is empty.
    func number(_ name: String, in range: ClosedRange<Int64>, remedy: Notice) -> Int64? {
        let text = text(name)
        if text.isEmpty { return nil }
        let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if isDigits, let number = Int64(text), range.contains(number) { return number }
        report(
            name, Notice("roster.no_number", range.lowerBound, range.upperBound, Self.shown(text)), remedy)
        return nil
    }

    /// Reports what is wrong with a cell, or with the row.
    func report(_ name: String?, _ what: Notice, _ remedy: Notice) {
        problems.report(row.problem(name.flatMap { columns[$0] }, what, remedy))
    }

    /// Tells what is odd with the row.
    func warn(_ what: Notice, _ remedy: Notice) {
        problems.warn(row.problem(nil, what, remedy))
    }

    /// A cell's text to stand behind a word of a sentence, if it has the shape of a key, an id or a date; nobody's name.
    static func shown(_ text: String) -> Notice {
        let isKey = text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && text.utf8.count <= 40
        return isKey ? Notice("roster.shown", text) : Notice("roster.not_shown")
    }
}

extension BusinessDay {
    /// Reads `2022/1/1`, `2022/01/01` and `2022-1-1`: what a Chinese Excel makes of a day when it saves a CSV again.
    ///
    /// Only with the year in front: whether `1/2/2022` is in January or in February, nobody knows.
    fileprivate init?(resaved text: String) {
        guard let found = text.wholeMatch(of: /([0-9]{4})([\/-])([0-9]{1,2})\2([0-9]{1,2})/),
            let year = Int(found.1), let month = Int(found.3), let day = Int(found.4)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
