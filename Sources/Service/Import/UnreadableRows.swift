import Domain
import Foundation
import Platforms
import Reports
import Tabular

/// Rows that could not be read, as a small file of their own: a clerk mends them and imports it.
///
/// It has the columns that the format reads, under their own names, and the reason behind them. Nothing of any other column is
/// written. A row that is shorter than its header is left out: nobody knows which of its cells is which.
struct UnreadableRows {
    private let columns: [Int]
    private let read: Set<Int>
    private let isRecognisable: Bool
    private var text = CSVText()
    private(set) var count: Int64 = 0

    /// No rows yet.
    init(of file: OpenedFile) {
        self.init(
            of: file.table, deciding: Set(file.decidingColumns), isRecognised: file.format.matches)
    }

    /// The same of a table by whose header it is known what it is.
    init(of table: TableFile, deciding: Set<String>, isRecognised: ([String]) -> Bool) {
        let names = table.columns
        let read = Set(table.columnsRead)
        // A column by which the format is known has to be there, with nothing in it.
        let columns = names.indices.filter { read.contains($0) || deciding.contains(names[$0]) }
        (self.read, self.columns) = (read, columns)
        isRecognisable = isRecognised(columns.map { names[$0] })
        text.add(columns.map { .text(names[$0]) } + [.text("原因")])
    }

    /// Adds a row with what is wrong with it.
    mutating func add(_ row: TableRow, _ reason: Notice) {
        guard isRecognisable, row.isWhole else { return }
        text.add(
            columns.map { read.contains($0) ? Self.cell(row, $0) : .empty }
                + [.text(reason.text(in: .chinese))])
        count += 1
    }

    /// A cell as it stands in the file, but for what is personal; an id keeps its mark of being text.
    ///
    /// Without a mark Excel would damage it; and with one a damaged id would be taken for a sound one.
    private static func cell(_ row: TableRow, _ column: Int) -> CSVText.Cell {
        let text = row[column]
        if text.isEmpty { return .empty }
        if PersonalData.isPersonalNumber(text) { return .text("***") }
        if text.utf8.allSatisfy(figureMarks.contains) {
            let isID = text.utf8.count > 11 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isID && (try? row.identifier(column)) == text ? .id(text) : .text(text)
        }
        return .text(PersonalData.isIn(text) ? PersonalData.masked(text) : text)
    }

    /// What ids, amounts and times are written with, also by Excel.
    private static let figureMarks = Set("0123456789.,:/-+ E".utf8)

    /// Writes them for their owner alone; answers the path, or `nil`, with `errno`, where that is not possible.
    ///
    /// What stands under the name already may be half mended: a number is added to the name then.
    func write(to path: String) -> String? {
        let bytes = Array(text.description.utf8)
        for number in 1...Self.namesMax {
            let path = number == 1 ? path : Self.numbered(path, number)
            if let old = FileManager.default.contents(atPath: path) {
                if Array(old) == bytes { return path }
            } else if !FileManager.default.fileExists(atPath: path) {
                return WholeFile(path).replace(by: bytes) ? path : nil
            }
        }
        return nil
    }

    private static let namesMax = 1000

    private static func numbered(_ path: String, _ number: Int) -> String {
        let ending = ".csv"
        return path.hasSuffix(ending)
            ? "\(path.dropLast(ending.count))-\(number)\(ending)" : "\(path)-\(number)"
    }

    /// Where the rows of a file go where nobody says: beside the store.
    static func path(of file: String, besideStore store: String) -> String {
        let folder = (store as NSString).deletingLastPathComponent
        let name = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
        let stem = name.hasSuffix(mark) ? String(name.dropLast(mark.count)) : name
        return (folder as NSString).appendingPathComponent("\(stem)\(mark).csv")
    }

    private static let mark = ".unreadable"
}
