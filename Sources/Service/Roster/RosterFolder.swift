import Domain
import Foundation
import Tabular

/// The folder of a roster: where each of its tables lies.
///
/// A table is a file of its own (`parties.csv`, `parties.xlsx`, …), or a sheet of the one workbook `roster.xlsx`.
struct RosterFolder {
    /// Where a table may be.
    enum Finding {
        case nowhere
        case at(RosterPlace)
        /// Nobody knows, and it was reported why.
        case unknown
    }

    let path: String
    /// The sheets of workbooks that are no table which is read.
    private(set) var sheetsNotRead: [RosterPlace] = []
    private var findings: [String: Finding] = [:]

    /// Which table a file is, its name says without the ending; what it is is told by its bytes.
    private static let endings = ["csv", "xlsx", "xls", "txt", "tsv"]
    private static let workbooks = ["xlsx", "xls"].map { "roster.\($0)" }

    /// The names of all files that a roster may be read from.
    static let fileNames = RosterForm.read.flatMap(fileNames) + workbooks

    /// Whether a file may be a table by its ending, so that whoever laid it there may believe that it is read.
    static func isTable(_ name: String) -> Bool {
        !name.hasPrefix(".") && !name.hasPrefix("~$")
            && endings.contains { $0 == URL(filePath: name).pathExtension.lowercased() }
    }

    /// The names that the file of a table may have.
    static func fileNames(of form: RosterForm) -> [String] { endings.map { "\(form.name).\($0)" } }

    /// Looks for the tables; one that lies in two places is reported.
    init(path: String, problems: RosterProblemList) {
        self.path = path
        var sheets: [RosterPlace] = []
        var isReadable = true
        for workbook in Self.workbooks.map(file) where Self.exists(workbook) {
            do throws(TabularError) {
                sheets += try TableFile.tables(in: workbook).filter { !$0.firstLine.isEmpty }.map {
                    RosterPlace(path: workbook, sheet: $0.sheet)
                }
            } catch {
                isReadable = false
                problems.report(error)
            }
        }
        for form in RosterForm.read {
            let files = Self.fileNames(of: form).map(file).filter(Self.exists).map { RosterPlace(path: $0) }
            let places = files + sheets.filter { $0.sheet.map(form.isNamed) ?? false }
            if places.count > 1 {
                problems.report(Self.several(places))
                findings[form.name] = .unknown
            } else {
                findings[form.name] = places.first.map(Finding.at) ?? (isReadable ? .nowhere : .unknown)
            }
        }
        sheetsNotRead = sheets.filter { place in
            !RosterForm.read.contains { $0.isNamed(place.sheet ?? "") }
        }
    }

    /// The folder of a file that was chosen, with no tables but those.
    init(path: String, tables: [String: RosterPlace]) {
        self.path = path
        findings = tables.mapValues(Finding.at)
    }

    /// Where a table lies.
    func finding(of form: RosterForm) -> Finding { findings[form.name] ?? .nowhere }

    /// The tables that are there, by their names.
    var tables: [String: RosterPlace] {
        findings.compactMapValues { if case .at(let place) = $0 { place } else { nil } }
    }

    /// The path of a file in the folder.
    func file(_ name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

    private static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    private static func several(_ places: [RosterPlace]) -> TabularError {
        TabularError(
            file: places[0].pathAndSheet,
            what: Notice("roster.table_in_several", places.dropFirst().map(\.name)),
            remedy: Notice("roster.keep_one_table"))
    }
}
