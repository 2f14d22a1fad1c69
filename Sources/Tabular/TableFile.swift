import Domain

/// A table in a file: its header and how to read its rows, as often as wanted.
///
/// It reads CSV in UTF-8, GB18030 and GBK, divided by commas, tabs or semicolons. `FileKind` tells other
/// formats apart; they are refused.
package struct TableFile: Sendable {
    /// The path as the caller gave it, which errors name.
    package let path: String
    /// The header's names in the file's order, without surrounding spaces, tabs and quotes.
    package let columns: [String]
    /// The physical line on which the header starts, counted from 1.
    package let headerLine: Int

    private let dialect: TableDialect
    private let positions: [String: [Int]]

    /// Opens a file, reads through it once to tell its encoding, and reads its header.
    ///
    /// It throws if there is no such file, if it is no delimited text (a web page, XLSX, UTF-16), or if it
    /// has no header.
    package init(path: String) throws(TabularError) {
        let survey = try TextSurvey(path: path)
        dialect = TableDialect(
            delimiter: Self.delimiter(of: survey.head.dropFirst(survey.markBytes)), encoding: survey.encoding,
            isClean: survey.isClean)
        let header = try Self.header(path: path, dialect)
        self.path = path
        columns = header.names
        headerLine = header.line
        positions = Dictionary(grouping: columns.indices.filter { !header.names[$0].isEmpty }) {
            header.names[$0]
        }
    }

    /// The position of the first of several alternative names that the header has.
    ///
    /// Throws where the header has that name twice: nobody knows which of the columns counts.
    package func column(_ names: String...) throws(TabularError) -> Int? {
        try position(of: names)
    }

    /// The same for a column that must be there.
    package func requiredColumn(_ names: String...) throws(TabularError) -> Int {
        if let column = try position(of: names) { return column }
        throw TabularError(
            file: path, line: headerLine, what: Notice("table.column_missing", Self.alternatives(names)),
            remedy: Notice("table.check_header"))
    }

    /// Starts a reading of the rows behind the header.
    package func rows() throws(TabularError) -> TableRows {
        let header = try Self.header(path: path, dialect)
        return TableRows(
            behindHeader: header.records,
            TableContext(file: path, columns: columns))
    }

    /// One of several names: `“实付”或“实收”`.
    private static func alternatives(_ names: [String]) -> Notice {
        let quoted = names.map { Notice("quoted", $0) }
        return quoted.dropFirst().reduce(quoted.first ?? Notice("quoted", "")) {
            Notice("table.either_column", $0, $1)
        }
    }

    private func position(of names: [String]) throws(TabularError) -> Int? {
        guard let name = names.first(where: { positions[$0] != nil }), let found = positions[name] else {
            return nil
        }
        guard found.count > 1 else { return found.first }
        let places = found.map { Notice("table.column_number", $0 + 1) }
        throw TabularError(
            file: path, line: headerLine, what: Notice("table.column_twice", found.count, name, places),
            remedy: Notice("table.delete_columns"))
    }

    private struct Header {
        let names: [String]
        let line: Int
        /// Stands behind the header.
        let records: RecordReader
    }

    private static func header(path: String, _ dialect: TableDialect) throws(TabularError) -> Header {
        let records = try RecordReader(path: path, dialect: dialect)
        let cells = RowCells()
        guard let first = try records.next(into: cells) else {
            throw TabularError(
                file: path, what: Notice("table.is_empty"), remedy: Notice("table.export_or_download"))
        }
        let line = try first.get()
        let names = cells.spans.indices.map { column in
            cells.withText(column) { cleanedName(Cell.cleaned($0)) }
        }
        return Header(names: names, line: line, records: records)
    }

    private static func cleanedName(_ name: String) -> String {
        let marks: Set<Character> = ["\"", "'", " ", "\t", "\u{FEFF}", "\u{3000}"]
        let start = name.drop { marks.contains($0) }
        let end = start.lastIndex { !marks.contains($0) }
        return end.map { String(start[...$0]) } ?? ""
    }

    /// The delimiter that the header has most of outside quotes, a comma if it has none.
    private static func delimiter(of head: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";")]
        var counts = candidates.map { _ in 0 }
        var isQuoted = false
        for byte in head.drop(while: { [0x0A, 0x0D, 0x20, 0x09].contains($0) }) {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == 0x0A || byte == 0x0D { break }
            if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
        }
        var best = 0
        for candidate in counts.indices where counts[candidate] > counts[best] { best = candidate }
        return candidates[best]
    }
}
