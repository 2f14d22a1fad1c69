import Domain
import Foundation
import Glibc
import Tabular

/// Collects what is wrong while roster files are read.
final class RosterProblemList {
    private(set) var problems: [RosterProblem] = []
    private(set) var warnings: [RosterProblem] = []

    func report(_ error: TabularError) {
        problems.append(RosterProblem(error))
    }

    func warn(_ error: TabularError) {
        warnings.append(RosterProblem(error))
    }

    /// Runs what reports about one file and puts that in the order of lines.
    func ofOneFile(_ body: () -> Void) {
        let (problemCount, warningCount) = (problems.count, warnings.count)
        body()
        problems[problemCount...].sort { ($0.line ?? 0) < ($1.line ?? 0) }
        warnings[warningCount...].sort { ($0.line ?? 0) < ($1.line ?? 0) }
    }
}

/// One roster file with the columns of the contract, read row by row.
struct RosterTable {
    let path: String
    let problems: RosterProblemList

    /// Calls `body` for every row that can be read.
    ///
    /// Returns false, with the reason reported, where the file or one
    /// of its columns is missing; a file that isn't required may be missing silently.
    func read(columns names: [String], isRequired: Bool = false, _ body: (RosterRow) -> Void) -> Bool {
        guard access(path, F_OK) == 0 || isRequired || hasWorkbookInstead else { return false }
        do throws(TabularError) {
            if hasWorkbookInstead { throw workbookRefusal }
            let table = try TableFile(path: path)
            guard let columns = columns(names, of: table) else { return false }
            let rows = try table.rows()
            while let next = try rows.nextRow() {
                switch next {
                case .success(let row): body(RosterRow(row: row, columns: columns, problems: problems))
                case .failure(let error): problems.report(error)
                }
            }
            return true
        } catch {
            problems.report(error)
            return false
        }
    }

    /// All columns, or `nil` with each missing one reported: a misspelt `from` must not pass for an open span.
    private func columns(_ names: [String], of table: TableFile) -> [String: Int]? {
        var columns: [String: Int] = [:]
        for name in names {
            do throws(TabularError) {
                columns[name] = try table.requiredColumn(name)
            } catch {
                problems.report(error)
            }
        }
        return columns.count == names.count ? columns : nil
    }

    private var workbook: String? {
        path.hasSuffix(".csv") ? path.dropLast(3) + "xlsx" : nil
    }

    private var hasWorkbookInstead: Bool {
        guard let workbook else { return false }
        return access(path, F_OK) != 0 && access(workbook, F_OK) == 0
    }

    private var workbookRefusal: TabularError {
        TabularError(file: workbook ?? path, what: "是 XLSX 文件，目前只读 CSV", remedy: "请另存为同名的“CSV UTF-8”文件")
    }
}

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
        if text.isEmpty { report(name, "没有填写", "请补上") }
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
        report(name, "不是 6 位或 12 位的行政区划代码\(Self.shown(text))", "请填 GB/T 2260 代码，例如 411422")
        return nil
    }

    /// A word of a closed list; `nil` if the cell is empty or the word is not in the list.
    func word<Value>(
        _ name: String, what: String, of values: [Value], key: (Value) -> String
    ) -> Value? {
        let text = text(name)
        if text.isEmpty { return nil }
        if let value = values.first(where: { key($0) == text }) { return value }
        report(name, "没有这种\(what)\(Self.shown(text))", "请改为 \(values.map(key).joined(separator: " ")) 之一")
        return nil
    }

    /// The days `[from, to)`.
    func span() -> DaySpan {
        let (from, to) = (day("from"), day("to"))
        if let from, let to, from >= to {
            report("to", "结束日 \(to) 不晚于开始日 \(from)", "结束日不包含在内，请填最后一天的次日，或留空")
            return DaySpan()
        }
        return DaySpan(from: from, to: to)
    }

    private func day(_ name: String) -> BusinessDay? {
        let text = text(name)
        if text.isEmpty { return nil }
        if let day = BusinessDay(text) { return day }
        report(name, "不是日期\(Self.shown(text))", "请写成 2022-11-01 这样")
        return nil
    }

    /// An instant of Beijing time that must be there.
    func instant(_ name: String) -> Instant? {
        do throws(TabularError) {
            if let milliseconds = try row.beijingTime(columns[name]) {
                return Instant(milliseconds: milliseconds)
            }
            report(name, "没有填写", "请写成 2022-11-01 20:15 这样的北京时间")
        } catch {
            problems.report(error)
        }
        return nil
    }

    /// A whole number in the range; `nil` if the cell is empty.
    func number(_ name: String, in range: ClosedRange<Int64>, remedy: String) -> Int64? {
        let text = text(name)
        if text.isEmpty { return nil }
        let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if isDigits, let number = Int64(text), range.contains(number) { return number }
        report(name, "不是 \(range.lowerBound) 到 \(range.upperBound) 的整数\(Self.shown(text))", remedy)
        return nil
    }

    /// Reports what is wrong with a cell, or with the row.
    func report(_ name: String?, _ what: String, _ remedy: String) {
        problems.report(row.problem(name.flatMap { columns[$0] }, what, remedy))
    }

    /// Tells what is odd with the row.
    func warn(_ what: String, _ remedy: String) {
        problems.warn(row.problem(nil, what, remedy))
    }

    /// A cell's text for a message, if it has the shape of a key, an id or a date; nobody's name.
    static func shown(_ text: String) -> String {
        let isKey = text.utf8.allSatisfy { (0x21...0x7E).contains($0) } && text.utf8.count <= 40
        return isKey ? "（\(text)）" : ""
    }
}
