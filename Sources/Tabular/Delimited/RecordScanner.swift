/// Cuts the next record of RFC 4180 text into cells, with the liberties that real exports take: `="35…"` is a
/// cell, spaces and tabs may follow a closing quote, and a quote inside an unquoted cell is text.
///
/// None of the bytes that it looks for occurs inside a longer character of UTF-8.
struct RecordScanner {
    let delimiter: UInt8

    /// What the bytes begin with.
    enum Outcome: Equatable {
        /// A whole record of so many bytes and physical lines, its line end included.
        case record(bytes: Int, lines: Int)
        /// The record may go on behind the bytes.
        case needsMore
        /// The quote opened at `quoteOffset`, so many lines below the record's first, is never closed.
        case unclosedQuote(quoteOffset: Int, linesBelow: Int)
        /// Text follows the quote that closes the one opened at `quoteOffset`.
        case textAfterQuote(quoteOffset: Int, linesBelow: Int)
    }

    /// Of a record with more cells no more than one beyond are told; no sheet has so many columns.
    static let cellsMax = 16_384

    private static let quote = UInt8(ascii: "\"")
    private static let equals = UInt8(ascii: "=")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
    /// No delimiter, quote or line end is a byte beyond this one.
    private static let lastStructuralByte = UInt8(ascii: ";")

    /// Scans one record of a non-empty text; `cells` is filled anew.
    ///
    /// `isAtEnd` says that nothing follows the bytes in the file.
    func scan(_ text: UnsafeBufferPointer<UInt8>, isAtEnd: Bool, into cells: inout [CellSpan]) -> Outcome {
        cells.removeAll(keepingCapacity: true)
        var position = 0
        var linesBelow = 0
        while true {
            if let opening = openingQuote(text, at: position) {
                let quoted = quotedContent(text, after: opening)
                guard let closing = quoted.closing else {
                    if !isAtEnd { return .needsMore }
                    return .unclosedQuote(quoteOffset: opening, linesBelow: linesBelow)
                }
                // `="…"` is kept whole: its cleaning is one with that of the same text inside CSV quotes.
                let isFormula = opening > position
                let start = isFormula ? position : opening + 1
                let end = isFormula ? closing + 1 : closing
                append(span(start, end, hasDoubledQuotes: quoted.hasDoubledQuotes && !isFormula), to: &cells)
                position = paddingEnd(text, from: closing + 1)
                if position == text.count && !isAtEnd { return .needsMore }
                if position < text.count && !endsCell(text[position]) {
                    return .textAfterQuote(quoteOffset: opening, linesBelow: linesBelow)
                }
                linesBelow += quoted.lineEnds
            } else {
                let end = plainEnd(text, from: position)
                if end == text.count && !isAtEnd { return .needsMore }
                append(span(position, end, hasDoubledQuotes: false), to: &cells)
                position = end
            }
            if position < text.count && text[position] == delimiter {
                position += 1
                continue
            }
            guard let end = lineEnd(text, at: position, isAtEnd: isAtEnd) else { return .needsMore }
            return .record(bytes: end, lines: linesBelow + 1)
        }
    }

    /// The offset behind the first line end at or after `start`; nil if there is none in the text.
    static func nextLine(_ text: UnsafeBufferPointer<UInt8>, after start: Int) -> Int? {
        guard let end = text[start...].firstIndex(where: { $0 == lineFeed || $0 == carriageReturn }) else {
            return nil
        }
        let isPair = text[end] == carriageReturn && end + 1 < text.count && text[end + 1] == lineFeed
        return end + (isPair ? 2 : 1)
    }

    private func append(_ span: CellSpan, to cells: inout [CellSpan]) {
        if cells.count <= Self.cellsMax { cells.append(span) }
    }

    private func span(_ start: Int, _ end: Int, hasDoubledQuotes: Bool) -> CellSpan {
        CellSpan(
            start: UInt32(start), count: UInt32(end - start), hasDoubledQuotes: hasDoubledQuotes,
            kind: .unknown)
    }

    private func openingQuote(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
        guard start < text.count else { return nil }
        if text[start] == Self.quote { return start }
        guard text[start] == Self.equals, start + 1 < text.count, text[start + 1] == Self.quote else {
            return nil
        }
        return start + 1
    }

    private func quotedContent(
        _ text: UnsafeBufferPointer<UInt8>, after opening: Int
    ) -> (closing: Int?, hasDoubledQuotes: Bool, lineEnds: Int) {
        var position = opening + 1
        var hasDoubledQuotes = false
        var lineEnds = 0
        while position < text.count {
            let byte = text[position]
            if byte > Self.quote {
                position += 1
            } else if byte == Self.quote {
                guard position + 1 < text.count, text[position + 1] == Self.quote else {
                    return (position, hasDoubledQuotes, lineEnds)
                }
                hasDoubledQuotes = true
                position += 2
            } else {
                let isSecondOfPair = byte == Self.lineFeed && text[position - 1] == Self.carriageReturn
                if (byte == Self.lineFeed && !isSecondOfPair) || byte == Self.carriageReturn { lineEnds += 1 }
                position += 1
            }
        }
        return (nil, hasDoubledQuotes, lineEnds)
    }

    private func paddingEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while position < text.count, text[position] != delimiter,
            text[position] == UInt8(ascii: " ") || text[position] == UInt8(ascii: "\t")
        {
            position += 1
        }
        return position
    }

    private func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var position = start
        while position < text.count, text[position] > Self.lastStructuralByte || !endsCell(text[position]) {
            position += 1
        }
        return position
    }

    private func endsCell(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// The offset behind the line end at `position`; nil if more bytes could belong to it.
    private func lineEnd(_ text: UnsafeBufferPointer<UInt8>, at position: Int, isAtEnd: Bool) -> Int? {
        if position == text.count { return position }
        if text[position] == Self.lineFeed { return position + 1 }
        if position + 1 == text.count { return isAtEnd ? position + 1 : nil }
        return position + (text[position + 1] == Self.lineFeed ? 2 : 1)
    }
}
