import Domain
internal import XML

/// One reading of a sheet's rows, front to back, in bounded memory.
///
/// What a sheet says of its own size is not believed; rows and cells count by their own numbers. A cell is
///
/// - its text, of a rich one all runs, without phonetic guides;
/// - its number in decimal digits (`SheetNumber`), or the date that its format makes of it (`SheetDate`);
/// - of a formula what was worked out when it was saved; `#N/A` where nothing was, as for an error;
/// - `TRUE` or `FALSE`.
///
/// Of merged cells the first has the value and the others are empty. Hidden rows and columns are read as others are.
final class SheetRows: RecordSource, XMLHandler {
    let isGrid = true
    private(set) var hiddenColumns: [Range<Int>] = []
    private(set) var hiddenRowCount = 0

    /// Excel's own limit, XFD.
    static let columnsMax = RecordScanner.cellsMax

    private let file: String
    private let part: ZipPart
    private let workbook: Workbook
    private var reader: XMLReader?

    private var cells = RowCells()
    private var row = 0
    private var isRowHidden = false
    private var fault: Notice?
    /// A row may begin inside a cell of a hostile sheet; the cell has no place in it.
    private var isInCell = false
    private var isCaptured = false
    private var isPhonetic = false
    private var hasFormula = false
    private var start = 0
    private var column = -1
    private var type = CellType.number
    private var style = 0

    private enum CellType {
        case number, shared, text, boolean, date, error

        init(_ word: UnsafeBufferPointer<UInt8>) {
            switch word.first {
            case UInt8(ascii: "n"): self = .number
            case UInt8(ascii: "b"): self = .boolean
            case UInt8(ascii: "e"): self = .error
            case UInt8(ascii: "d"): self = .date
            // The others are `str` and `inlineStr`.
            case UInt8(ascii: "s") where word.count == 1: self = .shared
            default: self = .text
            }
        }
    }

    init(_ part: ZipPart, of workbook: Workbook, file: String) throws(TabularError) {
        self.part = part
        self.workbook = workbook
        self.file = file
        reader = try reading(file: file)
    }

    func next(into cells: RowCells) throws(TabularError) -> Result<Int, TabularError>? {
        self.cells = cells
        cells.isInFrontOfFault = false
        while let reader,
            try reader.advance(file: file, { (buffer) throws(TabularError) in try part.read(buffer) })
        {
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
        switch name {
        case "c": startCell(attributes)
        case "v": isCaptured = true
        case "t": isCaptured = !isPhonetic
        case "f": hasFormula = true
        case "rPh": isPhonetic = true
        case "row":
            row = attributes.bytes("r").flatMap(Self.number) ?? row + 1
            isRowHidden = attributes.isTrue("hidden")
            cells.bytes.removeAll(keepingCapacity: true)
            cells.spans.removeAll(keepingCapacity: true)
            (column, fault, isInCell) = (-1, nil, false)
        case "col" where attributes.isTrue("hidden"):
            if let first = attributes.number("min"), let last = attributes.number("max"),
                (1...Self.columnsMax).contains(first), last >= first, hiddenColumns.count < Self.columnsMax
            {
                hiddenColumns.append(first - 1..<min(last, Self.columnsMax))
            }
        default: break
        }
    }

    func text(_ piece: UnsafeBufferPointer<UInt8>) {
        guard isCaptured else { return }
        if cells.bytes.count + piece.count > RecordReader.recordBytesMax {
            fault = Notice("table.row_too_long")
        } else {
            cells.bytes.append(contentsOf: piece)
        }
    }

    func end(_ name: XMLName) -> Bool {
        switch name {
        case "c": endCell()
        case "v", "t": isCaptured = false
        case "rPh": isPhonetic = false
        case "row": return true
        default: break
        }
        return false
    }

    private func startCell(_ attributes: XMLAttributes) {
        let place = attributes.bytes("r").map(Self.column) ?? column + 1
        if place <= column || place >= Self.columnsMax {
            fault = Notice("table.cells_out_of_order")
        } else {
            cells.appendEmpty(upTo: place)
            column = place
        }
        start = cells.bytes.count
        isInCell = true
        style = attributes.bytes("s").flatMap(Self.number) ?? 0
        hasFormula = false
        type = attributes.bytes("t").map(CellType.init) ?? .number
    }

    private func endCell() {
        guard isInCell, fault == nil else { return }
        isInCell = false
        var kind = CellKind.text
        let isEmpty = cells.bytes.count == start
        switch type {
        case .number where isEmpty && hasFormula: cells.bytes.append(contentsOf: Cell.noValue.utf8)
        // Whatever it would be, there is nothing in it.
        case _ where isEmpty: kind = .unknown
        case .number:
            kind = .number
            let format = workbook.formats[style]
            if format == .number {
                SheetNumber.normalise(&cells.bytes, from: start)
            } else {
                workbook.dates.write(format, &cells.bytes, from: start)
            }
        case .shared:
            let index = Self.number(cells.bytes[start...])
            cells.bytes.removeLast(cells.bytes.count - start)
            if !workbook.strings.append(index ?? -1, to: &cells.bytes) {
                fault = Notice("table.text_missing")
            }
        case .text: EscapedText.decode(&cells.bytes, from: start)
        case .boolean:
            let isTrue = cells.bytes[start...].elementsEqual("1".utf8)
            cells.bytes.replaceSubrange(start..., with: Array((isTrue ? "TRUE" : "FALSE").utf8))
        case .date: SheetDate.rewrite(&cells.bytes, from: start)
        case .error: break
        }
        cells.endCell(from: start, kind)
    }

    /// A whole number that begins with its first digit; nil where there is none.
    private static func number(_ text: some Collection<UInt8>) -> Int? {
        if text.isEmpty || text.count > 9 { return nil }
        var number = 0
        for byte in text {
            guard Cell.isDigit(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// The column of `AB12`, counted from 0; -1 where there is none.
    private static func column(_ place: UnsafeBufferPointer<UInt8>) -> Int {
        var column = 0
        for byte in place {
            guard case UInt8(ascii: "A")...UInt8(ascii: "Z") = byte & 0xDF, byte >= 0x41, column <= columnsMax
            else { break }
            column = column * 26 + Int(byte & 0xDF - UInt8(ascii: "A")) + 1
        }
        return column - 1
    }
}
