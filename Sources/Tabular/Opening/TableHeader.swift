import Domain

/// The line, or the two lines, of a table that name its columns.
struct TableHeader: Sendable {
    /// The names in the table's order, without surrounding spaces, tabs and quotes.
    let names: [String]
    /// The physical line on which it starts.
    let line: Int
    /// The records up to it and with it, those that can't be read among them.
    let records: Int
    /// The names of columns that the sheet hides.
    let hiddenColumns: [String]

    /// Titles and explanations in front of a header are no longer than this.
    private static let linesMax = 30

    /// The first line that is not blank; nil where there is none.
    init?(firstOf content: TableContent) throws(TabularError) {
        let cells = RowCells()
        let records = try content.records()
        guard let first = try records.next(into: cells) else { return nil }
        self.init(names: Self.names(cells), line: try first.get(), count: 1, of: records)
    }

    /// The first line, or pair of lines, among the first thirty whose names fit; nil where none do.
    ///
    /// Of two lines the upper names groups: `收货信息/省`. A group's name stands over its first column alone, as merged cells
    /// do; a name without any below it is a column's own.
    init?(in content: TableContent, matching fits: ([String]) -> Bool) throws(TabularError) {
        let records = try content.records()
        let cells = RowCells()
        var above: (names: [String], line: Int)?
        for count in 1...Self.linesMax {
            guard let record = try records.next(into: cells) else { return nil }
            guard let line = try? record.get() else {
                above = nil
                continue
            }
            let names = Self.names(cells)
            if fits(names) {
                if let below = try records.next(into: cells), (try? below.get()) != nil,
                    case let lower = Self.names(cells), Self.isContinued(names, lower),
                    case let joined = Self.joined(names, lower), fits(joined)
                {
                    self.init(names: joined, line: line, count: count + 1, of: records)
                } else {
                    self.init(names: names, line: line, count: count, of: records)
                }
                return
            }
            if let above, case let joined = Self.joined(above.names, names), fits(joined) {
                self.init(names: joined, line: above.line, count: count, of: records)
                return
            }
            above = (names, line)
        }
        return nil
    }

    private init(names: [String], line: Int, count: Int, of records: any RecordSource) {
        (self.names, self.line, self.records) = (names, line, count)
        hiddenColumns = records.hiddenColumns.flatMap { names[$0.clamped(to: names.indices)] }
    }

    /// Whether the line below a header names parts of its groups: a row of data would begin with something, and has figures.
    private static func isContinued(_ upper: [String], _ lower: [String]) -> Bool {
        lower.first == ""
            && lower.indices.contains {
                !lower[$0].isEmpty && (upper.indices.contains($0) ? upper[$0] : "").isEmpty
            }
            && lower.allSatisfy { $0.utf8.first.map(Cell.isDigit) != true }
    }

    private static func joined(_ upper: [String], _ lower: [String]) -> [String] {
        var group = ""
        return (0..<max(upper.count, lower.count)).map { column in
            let name = column < upper.count ? upper[column] : ""
            let part = column < lower.count ? lower[column] : ""
            if !name.isEmpty { group = part.isEmpty ? "" : name }
            if part.isEmpty { return name }
            return group.isEmpty ? part : "\(group)/\(part)"
        }
    }

    private static func names(_ cells: RowCells) -> [String] {
        cells.spans.indices.map { column in cells.withText(column) { cleanedName(Cell.cleaned($0)) } }
    }

    private static func cleanedName(_ name: String) -> String {
        let marks: Set<Character> = ["\"", "'", " ", "\t", "\u{FEFF}", "\u{3000}"]
        let start = name.drop { marks.contains($0) }
        let end = start.lastIndex { !marks.contains($0) }
        return end.map { String(start[...$0]) } ?? ""
    }
}
