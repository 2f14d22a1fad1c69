import Domain
import Foundation
import Tabular
import YAML

/// One row of a roster file.
///
/// An accessor that finds its cell wrong reports it and returns what stands for nothing:
/// with one problem reported, no roster is made.
struct RosterRow {
    private let row: TableRow
    private let columns: [String: Int]
    private let header: [String]
    /// Whether its header is in Chinese, and so is what is asked for.
    private let isInChinese: Bool
    private let problems: RosterProblemList

    init(
        row: TableRow, columns: [String: Int], header: [String], isInChinese: Bool,
        problems: RosterProblemList
    ) {
        self.row = row
        self.columns = columns
        self.header = header
        self.isInChinese = isInChinese
        self.problems = problems
    }

    var line: Int { row.line }

    /// What the header calls a column.
    func heading(_ name: String) -> String { columns[name].map { header[$0] } ?? name }

    /// The cell's text, trimmed, in composed characters: what looks the same is the same, whoever typed it.
    ///
    /// Empty also where a mark says so: `-`, `/`, `无`.
    func text(_ name: String) -> String {
        row.isEmpty(columns[name]) ? "" : row[columns[name]].precomposedStringWithCanonicalMapping
    }

    /// The text of a cell that must not be empty.
    func requiredText(_ name: String) -> String {
        let text = text(name)
        if text.isEmpty { report(name, Notice("roster.cell_empty"), Notice("roster.fill_in")) }
        return text
    }

    /// An id; empty if the cell is, or if Excel has damaged it, which is reported.
    func id(_ name: String) -> String { intactID(name) ?? "" }

    /// An id that must be there.
    func requiredID(_ name: String) -> String {
        guard let id = intactID(name) else { return "" }
        return id.isEmpty ? requiredText(name) : id
    }

    /// `nil` where Excel has damaged it.
    private func intactID(_ name: String) -> String? {
        if text(name).isEmpty { return "" }
        return reporting { () throws(TabularError) in
            try row.identifier(columns[name]).precomposedStringWithCanonicalMapping
        }
    }

    /// A division of 6 or 12 digits; `nil` if the cell is empty.
    func region(_ name: String) -> Region? {
        guard let text = intactID(name), !text.isEmpty else { return nil }
        if let region = Region(text) { return region }
        report(name, Notice("roster.no_region", Self.shown(text)), Notice("roster.state_region"))
        return nil
    }

    /// A value of a closed list; `nil` if the cell is empty or its word is not in the list, which is reported by this code.
    func value<Value>(_ name: String, of words: [RosterWord<Value>], unknown: String) -> Value? {
        let text = text(name)
        if text.isEmpty { return nil }
        if let word = words.first(where: { $0.isMeant(by: text) }) { return word.value }
        let nearest = NearestWord.of(text, among: words.flatMap { [$0.key] + $0.chinese })
        let hint = nearest.map { Notice("roster.nearest", $0) } ?? Notice("hint.none")
        report(
            name, Notice(unknown, Self.shown(text), hint),
            Notice("roster.write_one_of", words.map { isInChinese ? $0.chinese[0] : $0.key }))
        return nil
    }

    /// The key that a word stands for; another word as it is written.
    func key(_ name: String, of words: [RosterWord<String>]) -> String {
        let text = text(name)
        return words.first { $0.isMeant(by: text) }?.key ?? text
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
        let day = reporting { () throws(TabularError) in try row.day(columns[name]) }
        return day ?? nil
    }

    /// An instant of Beijing time that must be there.
    func instant(_ name: String) -> Instant? {
        let time = reporting { () throws(TabularError) in try row.beijingTime(columns[name]) }
        guard let time else { return nil }
        if time == nil { report(name, Notice("roster.cell_empty"), Notice("roster.write_time")) }
        return time.map { Instant(milliseconds: $0) }
    }

    private func reporting<Value>(_ read: () throws(TabularError) -> Value) -> Value? {
        do throws(TabularError) {
            return try read()
        } catch {
            problems.report(error)
            return nil
        }
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
        isShown(text) ? Notice("roster.shown", text) : Notice("roster.not_shown")
    }

    /// An id to stand in a sentence; a word for it where it may be a name.
    static func shownID(_ text: String) -> Notice {
        isShown(text) ? .verbatim(text) : Notice("roster.id_not_shown")
    }

    private static func isShown(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && text.utf8.count <= 40
    }
}
