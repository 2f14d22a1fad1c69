/// A table for a terminal: columns as wide as their widest cell, whatever script it is written in.
package struct TextTable: Sendable {
    /// A column's heading and the side that its cells keep to.
    package struct Column: Sendable {
        package let title: String
        package let alignment: Alignment

        /// A column; numbers stand on the right.
        package init(_ title: String, _ alignment: Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// The side that cells keep to.
    package enum Alignment: Sendable {
        case left, right
    }

    private let columns: [Column]
    private var rows: [[String]] = []
    private var footers: [[String]] = []

    /// A table without rows.
    package init(columns: [Column]) {
        self.columns = columns
    }

    /// Adds a row below the others; cells that are missing at its end stay empty.
    package mutating func add(_ cells: [String]) {
        rows.append(cells)
    }

    /// Adds a row beneath the second rule: totals.
    package mutating func addFooter(_ cells: [String]) {
        footers.append(cells)
    }

    /// The same table without the columns in which no row has anything.
    package var withoutEmptyColumns: TextTable {
        let all = rows + footers
        let kept = columns.indices.filter { column in
            all.contains { $0.count > column && !$0[column].isEmpty }
        }
        func cells(_ row: [String]) -> [String] { kept.map { $0 < row.count ? row[$0] : "" } }
        var table = TextTable(columns: kept.map { columns[$0] })
        table.rows = rows.map(cells)
        table.footers = footers.map(cells)
        return table
    }

    /// The table, every line indented by so many columns and ended by a line feed, without trailing spaces.
    package func text(indent: Int = 0) -> String {
        let lines = ([columns.map(\.title)] + rows + footers).map { cells in
            columns.indices.map { $0 < cells.count ? cells[$0].forTerminal : "" }
        }
        let widths = columns.indices.map { column in
            lines.reduce(0) { max($0, $1[column].displayWidth) }
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        var laid = [lines[0], rule] + lines[1..<(rows.count + 1)]
        if !footers.isEmpty {
            laid.append(rule)
            laid += lines.suffix(footers.count)
        }
        return laid.map { line($0, widths: widths, indent: indent) }.joined()
    }

    private func line(_ cells: [String], widths: [Int], indent: Int) -> String {
        var line = String(repeating: " ", count: indent)
        for (column, cell) in cells.enumerated() {
            let padding = String(repeating: " ", count: widths[column] - cell.displayWidth)
            line += columns[column].alignment == .left ? cell + padding : padding + cell
            line += "  "
        }
        while line.last == " " {
            line.removeLast()
        }
        return line + "\n"
    }
}
