import Domain
import Foundation
import Tabular

/// What a table of the roster looks like: the names of its file and sheet, and those of its columns.
struct RosterForm: Sendable {
    /// The name of its file without the ending: `parties`.
    let name: String
    /// What a sheet with it is called beside `name`.
    let chineseNames: [String]
    let columns: [Column]

    /// One column: its name in the contract, and what staff call it.
    struct Column: Sendable {
        let name: String
        let chineseNames: [String]
        /// Whether nothing uses it yet.
        let isUnused: Bool
        private let plainNames: Set<String>

        init(_ name: String, _ chineseNames: [String], isUnused: Bool = false) {
            (self.name, self.chineseNames, self.isUnused) = (name, chineseNames, isUnused)
            plainNames = Set(([name] + chineseNames).map(\.plainWord))
        }

        /// The places in a header where it stands under one of its names.
        func places(in header: [String]) -> [Int] {
            header.indices.filter { plainNames.contains(header[$0].plainWord) }
        }
    }

    init(_ name: String, _ chineseNames: [String], _ columns: [Column]) {
        (self.name, self.chineseNames, self.columns) = (name, chineseNames, columns)
    }

    /// The header of the contract.
    var header: String { columns.map(\.name).joined(separator: ",") }

    /// Whether a sheet of this name is the table.
    func isNamed(_ sheet: String) -> Bool {
        ([name] + chineseNames).contains { $0.plainWord == sheet.plainWord }
    }

    /// Whether a header has all the columns.
    func isWhole(_ header: [String]) -> Bool {
        columns.allSatisfy { !$0.places(in: header).isEmpty }
    }

    /// Whether a header has half of the columns, so that what it lacks is most likely misspelt.
    func isResembled(by header: [String]) -> Bool { columnsCount(in: header) * 2 >= columns.count }

    /// How many of the columns a header has.
    func columnsCount(in header: [String]) -> Int { columns.count { !$0.places(in: header).isEmpty } }

    /// Opens the table at a place, whatever stands above its header.
    func open(_ place: RosterPlace) throws(TabularError) -> TableFile {
        let choice = TableChoice(sheet: place.sheet)
        if let table = try? TableFile(path: place.path, choice, headerMatching: isWhole),
            isWhole(table.columns)
        {
            return table
        }
        return try TableFile(path: place.path, choice, headerMatching: isResembled)
    }
}

extension String {
    /// The word by which it is compared: what looks the same is the same, whoever typed it, in whatever width.
    var plainWord: String {
        precomposedStringWithCompatibilityMapping.lowercased().filter { !$0.isWhitespace }
    }
}
