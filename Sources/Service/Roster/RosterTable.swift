import Domain
import Glibc
import Tabular

/// One roster file with the columns of the contract, read row by row.
struct RosterTable {
    let path: String
    let problems: RosterProblemList

    /// Calls `body` for every row that can be read.
    ///
    /// Returns false, with the reason reported, where the file or one
    /// of its columns is missing; a file that isn't required may be missing silently. Columns that are filled in although
    /// nothing uses them yet, and further columns, are noted.
    func read(
        columns names: [String], unused: [String], isRequired: Bool = false, _ body: (RosterRow) -> Void
    ) -> Bool {
        guard access(path, F_OK) == 0 || isRequired || hasWorkbookInstead else { return false }
        do throws(TabularError) {
            if hasWorkbookInstead { throw workbookRefusal }
            let table = try TableFile(path: path)
            guard let columns = columns(names, of: table) else { return false }
            let rows = try table.rows()
            var filled: Set<String> = []
            while let next = try rows.nextRow() {
                switch next {
                case .success(let row):
                    let row = RosterRow(row: row, columns: columns, problems: problems)
                    body(row)
                    for name in unused where !filled.contains(name) && !row.text(name).isEmpty {
                        filled.insert(name)
                    }
                case .failure(let error): problems.report(error)
                }
            }
            noteUnused(unused.filter(filled.contains), beside: names, of: table)
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

    private func noteUnused(_ filled: [String], beside names: [String], of table: TableFile) {
        for name in filled {
            problems.noteUnused(
                TabularError(
                    file: path, column: name, what: Notice("roster.column_unused"),
                    remedy: Notice("roster.changes_no_credit")))
        }
        let further = table.columns.filter { !$0.isEmpty && !names.contains($0) }
        if further.isEmpty { return }
        problems.noteUnused(
            TabularError(
                file: path, line: table.headerLine, what: Notice("roster.columns_not_read", further),
                remedy: Notice("roster.changes_nothing")))
    }

    private var workbook: String? {
        path.hasSuffix(".csv") ? path.dropLast(3) + "xlsx" : nil
    }

    private var hasWorkbookInstead: Bool {
        guard let workbook else { return false }
        return access(path, F_OK) != 0 && access(workbook, F_OK) == 0
    }

    private var workbookRefusal: TabularError {
        TabularError(
            file: workbook ?? path, what: Notice("roster.is_workbook"), remedy: Notice("roster.save_as_csv"))
    }
}
