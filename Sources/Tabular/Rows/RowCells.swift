/// The bytes of one row and where its cells lie in them.
///
/// A reader fills it again for its next row unless somebody still holds it.
final class RowCells {
    var bytes: [UInt8] = []
    var spans: [CellSpan] = []
    /// Whether these are the cells of a row in front of a wrong quote.
    var isInFrontOfFault = false
    private var scratch: [UInt8] = []

    /// Calls `body` with a cell's text in UTF-8, unquoted but not cleaned; empty text beyond the row's end.
    func withText<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        guard spans.indices.contains(column) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
        let span = spans[column]
        let range = Int(span.start)..<Int(span.start + span.count)
        return bytes.withUnsafeBufferPointer { row in
            let cell = UnsafeBufferPointer(rebasing: row[range])
            if !span.hasDoubledQuotes { return body(cell) }
            scratch.removeAll(keepingCapacity: true)
            scratch.append(contentsOf: cell)
            Self.halveQuotes(&scratch)
            return scratch.withUnsafeBufferPointer(body)
        }
    }

    /// What the file says of a cell beside its text; of text beyond the row's end nothing.
    func kind(_ column: Int) -> CellKind { spans.indices.contains(column) ? spans[column].kind : .unknown }

    /// Makes a cell of the bytes from `start` on.
    func endCell(from start: Int, _ kind: CellKind) {
        spans.append(
            CellSpan(
                start: UInt32(start), count: UInt32(bytes.count - start), hasDoubledQuotes: false, kind: kind)
        )
    }

    /// Appends empty cells until there are so many.
    func appendEmpty(upTo count: Int) {
        while spans.count < count { endCell(from: bytes.count, .unknown) }
    }

    /// Gives the row so many cells: those that are missing are empty, those that are too many go.
    func fit(to count: Int) {
        appendEmpty(upTo: count)
        spans.removeLast(spans.count - count)
    }

    /// Whether the first byte of its first cell is a digit.
    var beginsWithDigit: Bool {
        guard let first = spans.first, first.count > 0 else { return false }
        return Cell.isDigit(bytes[Int(first.start)])
    }

    /// The first cell that is not empty; nil where all are.
    var firstFilled: Int? { spans.firstIndex { $0.count > 0 } }

    /// Whether every cell is empty but for spaces and tabs.
    var isBlank: Bool {
        spans.allSatisfy { span in
            bytes[Int(span.start)..<Int(span.start + span.count)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
        }
    }

    private static func halveQuotes(_ text: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        var kept = 0
        var position = 0
        while position < text.count {
            text[kept] = text[position]
            let isPair = text[position] == quote && position + 1 < text.count && text[position + 1] == quote
            position += isPair ? 2 : 1
            kept += 1
        }
        text.removeLast(text.count - kept)
    }
}
