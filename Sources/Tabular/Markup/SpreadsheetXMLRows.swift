import Domain
internal import XML

/// One reading of the rows of one sheet of a workbook of Excel 2003 as XML, front to back, in bounded memory.
///
/// Cells are as in `SheetRows`. A date is written out, so no number format is looked at; a number is a number.
final class SpreadsheetXMLRows: RecordSource, XMLHandler {
    let isGrid = true
    private(set) var hiddenColumns: [Range<Int>] = []
    private(set) var hiddenRowCount = 0

    private let file: String
    private let text: TextBuffer
    /// Which of the sheets, counted from 0.
    private let sheet: Int
    private var reader: XMLReader?

    private var cells = RowCells()
    private var sheetsSeen = -1
    private var row = 0
    private var isRowHidden = false
    private var nextColumn = 0
    private var fault: Notice?
    /// A row may begin inside a cell of a hostile file; the cell has no place in it.
    private var isInCell = false
    private var isData = false
    private var isComment = false
    private var type = ""
    private var start = 0
    private var mergedColumns = 0

    init(_ source: FileSource, encoding: TextEncoding, sheet: Int, file: String) throws(TabularError) {
        self.file = file
        self.sheet = sheet
        text = try TextBuffer(source, encoding: encoding)
        reader = try reading(file: file, isUTF8: true)
    }

    func next(into cells: RowCells) throws(TabularError) -> Result<Int, TabularError>? {
        self.cells = cells
        cells.isInFrontOfFault = false
        while let reader,
            try reader.advance(file: file, { (buffer) throws(TabularError) in try text.read(buffer) })
        {
            if sheetsSeen > sheet { return nil }
            if let fault {
                return .failure(
                    TabularError(file: file, line: row, what: fault, remedy: Notice("table.save_in_excel")))
            }
            if cells.isBlank { continue }
            hiddenRowCount += isRowHidden ? 1 : 0
            return .success(row)
        }
        return nil
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "Worksheet" { sheetsSeen += 1 }
        guard sheetsSeen == sheet else { return }
        switch name {
        case "Row": startRow(attributes)
        case "Cell": startCell(attributes)
        case "Column" where attributes.isTrue("Hidden"): hideColumns(attributes)
        case "Column":
            nextColumn = (attributes.number("Index") ?? nextColumn + 1) + (attributes.number("Span") ?? 0)
        // A comment has its own data.
        case "Comment", "PhoneticText": isComment = true
        case "Data" where !isComment:
            isData = true
            type = attributes.text("Type") ?? "String"
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard isData else { return }
        if cells.bytes.count + piece.count > RecordReader.recordBytesMax {
            fault = Notice("table.row_too_long")
        } else {
            cells.bytes.append(contentsOf: piece)
        }
    }

    func end(_ name: XMLName) -> Bool {
        // Behind its sheet nothing is read.
        if name == "Worksheet" && sheetsSeen == sheet { sheetsSeen += 1 }
        guard sheetsSeen == sheet else { return sheetsSeen > sheet }
        switch name {
        case "Row": return true
        case "Cell": endCell()
        case "Comment", "PhoneticText": isComment = false
        case "Data": isData = false
        default: break
        }
        return false
    }

    private func startRow(_ attributes: XMLAttributes) {
        let place = attributes.number("Index") ?? row + 1
        fault = place > row ? nil : Notice("table.cells_out_of_order")
        row = place
        isRowHidden = attributes.isTrue("Hidden")
        cells.bytes.removeAll(keepingCapacity: true)
        cells.spans.removeAll(keepingCapacity: true)
        mergedColumns = 0
        isInCell = false
    }

    private func startCell(_ attributes: XMLAttributes) {
        let next = cells.spans.count + mergedColumns
        let place = attributes.number("Index").map { $0 - 1 } ?? next
        if place < cells.spans.count || place >= SheetRows.columnsMax {
            fault = Notice("table.cells_out_of_order")
        } else {
            cells.appendEmpty(upTo: place)
        }
        start = cells.bytes.count
        isInCell = true
        type = ""
        mergedColumns = min(max(attributes.number("MergeAcross") ?? 0, 0), SheetRows.columnsMax)
        if attributes.text("Formula") != nil { type = "Formula" }
    }

    private func endCell() {
        guard isInCell, fault == nil else { return }
        isInCell = false
        var kind = CellKind.text
        switch type {
        case "Number":
            kind = .number
            SheetNumber.normalise(&cells.bytes, from: start)
        case "DateTime": SheetDate.rewrite(&cells.bytes, from: start)
        case "Boolean" where cells.bytes.count > start:
            let isTrue = cells.bytes[start...].elementsEqual("1".utf8)
            cells.bytes.replaceSubrange(start..., with: Array((isTrue ? "TRUE" : "FALSE").utf8))
        // A formula without any data was never worked out.
        case "Formula": cells.bytes.append(contentsOf: Cell.noValue.utf8)
        case "": kind = .unknown
        default: break
        }
        cells.endCell(from: start, kind)
    }

    private func hideColumns(_ attributes: XMLAttributes) {
        let first = attributes.number("Index").map { $0 - 1 } ?? nextColumn
        let last = first + max(attributes.number("Span") ?? 0, 0)
        guard first >= 0, last < SheetRows.columnsMax, hiddenColumns.count < SheetRows.columnsMax else {
            return
        }
        hiddenColumns.append(first..<(last + 1))
        nextColumn = last + 1
    }
}

/// A file's text in UTF-8, handed out to whoever brings a buffer.
final class TextBuffer {
    private let text: TextStream
    private var bytes = [UInt8](repeating: 0, count: 1 << 16)
    private var unread = 0..<0

    init(_ source: FileSource, encoding: TextEncoding) throws(TabularError) {
        text = try TextStream(source, encoding: encoding)
    }

    /// Fills the buffer as far as it goes; returns the bytes written, 0 at the end.
    func read(_ buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int {
        if unread.isEmpty { unread = 0..<(try text.read(into: &bytes, from: 0)) }
        let taken = unread.prefix(buffer.count)
        bytes.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[taken])) }
        unread = taken.upperBound..<unread.upperBound
        return taken.count
    }
}
