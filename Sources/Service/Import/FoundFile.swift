import Domain
import Platforms
import Tabular

/// What a file that is to be imported turned out to be, by the header of its table, on whichever sheet or line that stands.
enum FoundFile {
    /// An export of orders, or a form that lists them.
    case orders(OpenedFile)
    /// What people say was sold (日报).
    case selfReports(OpenedSelfReports)

    /// Opens a file and looks for a table that is of a known kind.
    ///
    /// Throws where it holds no such table or several, and where its password is not known.
    init(
        _ path: String, named name: String?, _ choice: FileChoice, among known: [any OrderFileFormat]
    ) throws(ServiceError) {
        let formats = known.filter { name == nil || $0.name == name }
        let mayBeReports = name == nil || name == SelfReport.format
        let table: TableFile
        do throws(TabularError) {
            guard !formats.isEmpty || mayBeReports else { throw Self.unrecognised }
            table = try TableFile(path: path, try choice.tables(in: path)) { columns in
                formats.contains { $0.matches(columns) } || mayBeReports && SelfReportColumns.matches(columns)
            }
            if !formats.contains(where: { $0.matches(table.columns) }), name == nil,
                !SelfReportColumns.matches(table.columns)
            {
                throw Self.unrecognised
            }
        } catch {
            let names = known.map(\.name) + [SelfReport.format]
            throw error == Self.unrecognised
                ? ServiceError(.usage, [Notice("import.unknown_format", path, names)])
                : ServiceError(.usage, [error.noticeOfImport])
        }
        let format = formats.first { $0.matches(table.columns) }
        if let format = format ?? (mayBeReports ? nil : formats.first) {
            self = .orders(OpenedFile(table, format, isFormatNamed: name != nil))
        } else {
            self = .selfReports(try OpenedSelfReports(table, isFormatNamed: name != nil))
        }
    }

    private static let unrecognised = TabularError(
        file: "", what: Notice("import.unknown_format"), remedy: Notice("import.unknown_format"))
}
