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
