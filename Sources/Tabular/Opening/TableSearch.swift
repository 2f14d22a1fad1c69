import Domain

/// Finds the table that is meant among those of a file.
struct TableSearch {
    private let source: FileSource
    private let candidates: [TableContent]

    /// Opens a file as it was chosen; throws where it holds no table, or not the one that was chosen.
    init(path: String, _ choice: TableChoice) throws(TabularError) {
        source = FileSource(path: path)
        let all = try TableContent.all(in: source, choice)
        candidates = all.filter { choice.sheet == nil || $0.sheet == choice.sheet }
        if candidates.isEmpty, let sheet = choice.sheet {
            throw TabularError(
                file: path, what: Notice("table.no_such_sheet", sheet, all.compactMap(\.sheet)),
                remedy: Notice("table.name_sheet"))
        }
    }

    /// The table whose header fits, else the only one that has any header.
    func table(matching fits: (([String]) -> Bool)?) throws(TabularError) -> (TableContent, TableHeader) {
        if let fits {
            let fitting = try headed(candidates.map { [$0] + $0.otherDialects }) {
                (content) throws(TabularError) in
                try TableHeader(in: content, matching: fits)
            }
            if let found = try only(fitting) { return found }
        }
        let filled = try headed(candidates.map { [$0] }) { (content) throws(TabularError) in
            try TableHeader(firstOf: content)
        }
        if let found = try only(filled) { return found }
        throw TabularError(
            file: source.name, what: Notice("table.is_empty"), remedy: Notice("table.export_or_download"))
    }

    /// Each table, in the first of its readings in which `find` sees a header, with that header.
    private func headed(
        _ tables: [[TableContent]], _ find: (TableContent) throws(TabularError) -> TableHeader?
    ) throws(TabularError) -> [(TableContent, TableHeader)] {
        var found: [(TableContent, TableHeader)] = []
        for readings in tables {
            for content in readings {
                guard let header = try find(content) else { continue }
                found.append((content, header))
                break
            }
        }
        return found
    }

    /// The only one that is shown, or, where all are hidden, the only one; nil of none.
    private func only(_ found: [(TableContent, TableHeader)]) throws(TabularError) -> (
        TableContent, TableHeader
    )? {
        let shown = found.filter { !$0.0.isHidden }
        let eligible = shown.isEmpty ? found : shown
        guard eligible.count > 1 else { return eligible.first }
        let names = eligible.map { [$0.0.member, $0.0.sheet].compactMap(\.self).joined(separator: " › ") }
        throw TabularError(
            file: source.name, what: Notice("table.several_sheets", names.count, names),
            remedy: Notice("table.name_sheet"))
    }

    /// All tables of the file.
    var listings: [TableListing] {
        get throws(TabularError) {
            var listings: [TableListing] = []
            for content in candidates {
                let header = try TableHeader(firstOf: content)
                listings.append(
                    TableListing(
                        member: content.member, sheet: content.sheet, isHidden: content.isHidden,
                        firstLine: header?.names ?? []))
            }
            return listings
        }
    }
}
