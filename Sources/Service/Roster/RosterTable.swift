import Domain
import Tabular

/// One table of the roster with the columns of its form, read row by row.
struct RosterTable {
    let form: RosterForm
    let place: RosterPlace
    let problems: RosterProblemList

    /// Calls `body` for every row that can be read.
    ///
    /// Returns false, with the reason reported, where the file or one of its columns is missing. Columns that are filled in
    /// although nothing uses them yet, and further columns, are noted.
    func read(_ body: (RosterRow) -> Void) -> Bool {
        do throws(TabularError) {
            let table = try form.open(place)
            guard let columns = columns(of: table) else { return false }
            let isInChinese = columns.contains { table.columns[$0.value].plainWord != $0.key }
            let rows = try table.rows()
            let unused = form.columns.filter(\.isUnused)
            var filled: Set<String> = []
            while let next = try rows.nextRow() {
                switch next {
                case .success(let row):
                    let row = RosterRow(
                        row: row, columns: columns, header: table.columns, isInChinese: isInChinese,
                        problems: problems)
                    body(row)
                    for name in unused.map(\.name) where !filled.contains(name) && !row.text(name).isEmpty {
                        filled.insert(name)
                    }
                case .failure(let error): problems.report(error)
                }
            }
            noteUnused(filled, columns, of: table)
            return true
        } catch {
            problems.report(error)
            return false
        }
    }

    /// The places of all columns by the names of the contract, or `nil` with what is wrong reported: a misspelt `from` must
    /// not pass for an open span.
    private func columns(of table: TableFile) -> [String: Int]? {
        let found = form.columns.map { ($0, $0.places(in: table.columns)) }
        if found.allSatisfy(\.1.isEmpty) {
            report(
                table, Notice("roster.is_another_table", form.name),
                Notice("roster.write_header", form.header))
            return nil
        }
        let isInChinese = found.contains { column, places in
            places.contains { table.columns[$0].plainWord != column.name }
        }
        for (column, places) in found where places.count != 1 {
            let names = places.map { table.columns[$0] }
            if places.isEmpty {
                let name = isInChinese ? column.chineseNames[0] : column.name
                report(
                    table, Notice("table.column_missing", Notice("quoted", name)),
                    Notice("table.check_header"))
            } else if Set(names).count == 1 {
                let numbers = places.map { Notice("table.column_number", $0 + 1) }
                report(
                    table, Notice("table.column_twice", places.count, names[0], numbers),
                    Notice("table.delete_columns"))
            } else {
                report(
                    table, Notice("roster.column_under_names", names.map { Notice("quoted", $0) }),
                    Notice("table.delete_columns"))
            }
        }
        guard found.allSatisfy({ $0.1.count == 1 }) else { return nil }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.0.name, $0.1[0]) })
    }

    private func report(_ table: TableFile, _ what: Notice, _ remedy: Notice) {
        problems.report(
            TabularError(file: place.pathAndSheet, line: table.headerLine, what: what, remedy: remedy))
    }

    private func noteUnused(_ filled: Set<String>, _ columns: [String: Int], of table: TableFile) {
        for column in form.columns where filled.contains(column.name) {
            problems.noteUnused(
                TabularError(
                    file: place.pathAndSheet, column: columns[column.name].map { table.columns[$0] },
                    what: Notice("roster.column_unused"), remedy: Notice("roster.changes_no_credit")))
        }
        let further = table.columns.indices.filter { place in
            !table.columns[place].isEmpty && !columns.values.contains(place)
        }
        if further.isEmpty { return }
        problems.noteUnused(
            TabularError(
                file: place.pathAndSheet, line: table.headerLine,
                what: Notice("roster.columns_not_read", further.map { table.columns[$0] }),
                remedy: Notice("roster.changes_nothing")))
    }
}
