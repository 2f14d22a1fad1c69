import Domain

/// One reading of the rows of all tables of a web page, as shops' back ends export one under the name of a workbook.
///
/// All tables are read as one, because a title or a header may be a table of its own; of tables within tables the innermost
/// counts. A cell is its text with single spaces, and a new line where the page breaks one. Of merged cells the first has
/// the text and the others are empty.
final class HTMLRows: RecordSource {
    let isGrid = true
    let hiddenColumns: [Range<Int>] = []
    let hiddenRowCount = 0

    /// Whether the page has asked for something to be filled in, as a login does and no export.
    private(set) var hasForm = false

    private let file: String
    private let scanner: HTMLScanner
    private let encoding: TextEncoding
    private var row = 0
    private var isInRow = false
    private var isInCell = false
    /// The row that was given ended where the next began.
    private var nextHasBegun = false
    private var isTooLong = false
    private var start = 0
    private var kind = CellKind.unknown
    private var colspan = 1
    /// The last row that a cell above covers, by column.
    private var covered: [Int: Int] = [:]

    init(_ source: FileSource, encoding: TextEncoding, file: String) throws(TabularError) {
        self.file = file
        self.encoding = encoding
        scanner = try HTMLScanner(source, encoding: encoding)
    }

    func next(into cells: RowCells) throws(TabularError) -> Result<Int, TabularError>? {
        cells.isInFrontOfFault = false
        if nextHasBegun { beginRow(cells) }
        while let token = try scanner.next() {
            if endsRow(token, cells), let result = finished(cells) { return result }
        }
        guard isInRow else { return nil }
        endRow(cells)
        return finished(cells)
    }

    /// Takes in a token; `true` where a row has ended.
    private func endsRow(_ token: HTMLScanner.Token, _ cells: RowCells) -> Bool {
        let wasInRow = isInRow
        switch token {
        case .text(let text): append(text, cells)
        case .end("td"), .end("th"): endCell(cells)
        case .end("tr"), .end("table"): endRow(cells)
        case .end: break
        case .start(let tag):
            switch tag.name {
            case "tr" where isInRow:
                endRow(cells)
                nextHasBegun = true
            case "tr": beginRow(cells)
            case "td", "th": beginCell(tag, cells)
            case "br", "p", "div", "li": append([UInt8(ascii: "\n")], cells)
            // What stands around an inner table is its frame.
            case "table": (isInRow, isInCell) = (false, false)
            case "form", "input": hasForm = true
            default: break
            }
            return tag.name == "tr" && wasInRow
        }
        return wasInRow && !isInRow
    }

    private func beginRow(_ cells: RowCells) {
        row += 1
        (isInRow, isInCell, nextHasBegun, isTooLong) = (true, false, false, false)
        cells.bytes.removeAll(keepingCapacity: true)
        cells.spans.removeAll(keepingCapacity: true)
    }

    private func endRow(_ cells: RowCells) {
        endCell(cells)
        isInRow = false
    }

    private func beginCell(_ tag: HTMLScanner.Tag, _ cells: RowCells) {
        endCell(cells)
        guard isInRow, cells.spans.count < SheetRows.columnsMax else { return }
        while let last = covered[cells.spans.count], last >= row {
            cells.appendEmpty(upTo: cells.spans.count + 1)
        }
        isInCell = true
        start = cells.bytes.count
        (kind, colspan) = (.unknown, 1)
        if tag.attributes.isEmpty { return }
        let classes = tag.value("class")?.split(separator: " ").map(String.init) ?? []
        let isText = tag.value("style").map { TextFormat.stands(in: $0) } == true
        if isText || !scanner.textClasses.isDisjoint(with: classes) { kind = .text }
        colspan = Self.span(tag.value("colspan"))
        let rowspan = Self.span(tag.value("rowspan"))
        if rowspan > 1 {
            for column in cells.spans.count..<(cells.spans.count + colspan) {
                covered[column] = row + rowspan - 1
            }
        }
    }

    private func endCell(_ cells: RowCells) {
        guard isInCell else { return }
        isInCell = false
        cells.endCell(from: start, kind)
        cells.appendEmpty(upTo: min(cells.spans.count + colspan - 1, SheetRows.columnsMax))
    }

    /// Adds text with single spaces.
    private func append(_ text: [UInt8], _ cells: RowCells) {
        guard isInCell else { return }
        if cells.bytes.count + text.count > RecordReader.recordBytesMax {
            isTooLong = true
            return
        }
        let lineFeed = text == [UInt8(ascii: "\n")]
        for byte in text {
            let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
            let followsSpace =
                cells.bytes.count == start || [0x20, 0x0A].contains(cells.bytes[cells.bytes.count - 1])
            if isSpace && followsSpace { continue }
            cells.bytes.append(isSpace && !lineFeed ? 0x20 : byte)
        }
    }

    /// The row that has ended, or what is wrong with it; nil where it is blank.
    private func finished(_ cells: RowCells) -> Result<Int, TabularError>? {
        if isTooLong {
            return .failure(
                TabularError(
                    file: file, line: row, what: Notice("table.row_too_long"),
                    remedy: Notice("table.export_again")))
        }
        if (try? UTF8Span(validating: cells.bytes.span)) == nil {
            return .failure(
                TabularError(
                    file: file, line: row, what: Notice("table.bad_bytes", encoding.name),
                    remedy: Notice("table.keep_encoding")))
        }
        if !cells.isBlank { return .success(row) }
        if nextHasBegun { beginRow(cells) }
        return nil
    }

    private static func span(_ text: String?) -> Int { min(max(text.flatMap { Int($0) } ?? 1, 1), 1000) }
}
