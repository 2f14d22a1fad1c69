import Domain

/// Reads a file record by record in bounded memory, goes on behind malformed records and knows their lines.
final class RecordReader: RecordSource {
    let isGrid = false
    let hiddenColumns: [Range<Int>] = []
    let hiddenRowCount = 0

    /// A record of more bytes is refused; it is nearly always a quote that is never closed.
    static let recordBytesMax = 1 << 24

    /// The bytes read at a time, unless a record is longer.
    static let chunkBytes = 1 << 18

    /// The byte order mark in UTF-8, which is also what that of GB18030 becomes.
    private static let mark = Array("\u{FEFF}".utf8)

    private let file: String
    private let dialect: TableDialect
    private let text: TextStream
    private let scanner: RecordScanner
    private var buffer: [UInt8]
    private var start = 0
    private var end = 0
    private var isAtEnd = false
    /// The physical line at `start`.
    private(set) var line = 1

    init(_ source: FileSource, dialect: TableDialect) throws(TabularError) {
        file = source.name
        self.dialect = dialect
        scanner = RecordScanner(delimiter: dialect.delimiter)
        text = try TextStream(source, encoding: dialect.encoding)
        buffer = [UInt8](repeating: 0, count: Self.chunkBytes)
        try refill()
        if buffer[..<end].starts(with: Self.mark) { start = Self.mark.count }
    }

    func next(into cells: RowCells) throws(TabularError) -> Result<Int, TabularError>? {
        cells.isInFrontOfFault = false
        while start < end || !isAtEnd {
            guard start < end else {
                try refill()
                continue
            }
            let isTooLong = end - start >= Self.recordBytesMax
            let outcome = buffer[start..<end].withUnsafeBufferPointer { text in
                scanner.scan(text, isAtEnd: isAtEnd || isTooLong, into: &cells.spans)
            }
            switch outcome {
            case .needsMore:
                try refill()
            case .unclosedQuote(let offset, let linesBelow):
                keepCells(before: offset, cells)
                return .failure(try malformed(Notice("table.quote_unclosed"), offset, linesBelow))
            case .textAfterQuote(let offset, let linesBelow):
                keepCells(before: offset, cells)
                return .failure(try malformed(Notice("table.text_after_quote"), offset, linesBelow))
            case .record(let bytes, _) where isTooLong && start + bytes == end && !isAtEnd:
                return .failure(try malformed(Notice("table.row_too_long"), bytes, 0))
            case .record(let bytes, let lines):
                let text = buffer[start..<(start + bytes)]
                cells.bytes.removeAll(keepingCapacity: true)
                cells.bytes.append(contentsOf: text)
                let firstLine = line
                start += bytes
                line += lines
                if cells.isBlank { continue }
                if cells.spans.count > RecordScanner.cellsMax {
                    return .failure(
                        TabularError(
                            file: file, line: firstLine, what: Notice("table.row_too_many_cells"),
                            remedy: Notice("table.mend_row")))
                }
                if let error = encodingError(in: text, firstLine) { return .failure(error) }
                return .success(firstLine)
            }
        }
        return nil
    }

    /// Leaves the cells in front of a fault: no quote or comma of theirs is wrong.
    private func keepCells(before faultOffset: Int, _ cells: RowCells) {
        cells.bytes = Array(buffer[start..<(start + faultOffset)])
        cells.spans.removeAll { Int($0.start + $0.count) >= faultOffset }
        cells.isInFrontOfFault = true
    }

    /// Drops the malformed record up to the end of the line that its fault begins on: what follows is most
    /// likely sound, whereas the fault's own end can't be known.
    private func malformed(
        _ what: Notice, _ faultOffset: Int, _ linesBelow: Int
    ) throws(TabularError) -> TabularError {
        line += linesBelow
        start += faultOffset
        let error = TabularError(
            file: file, line: line, what: what, remedy: Notice("table.mend_row"))
        while true {
            let next = buffer[start..<end].withUnsafeBufferPointer { RecordScanner.nextLine($0, after: 0) }
            if let next, start + next < end || isAtEnd {
                start += next
                break
            }
            // Without a line end nothing is kept but a last byte, which may be the first half of CR LF.
            start = max(start, end - 1)
            if isAtEnd {
                start = end
                break
            }
            try refill()
        }
        line += 1
        return error
    }

    private func encodingError(in text: ArraySlice<UInt8>, _ line: Int) -> TabularError? {
        if dialect.isClean { return nil }
        if text.contains(0) {
            return TabularError(
                file: file, line: line, what: Notice("table.has_nul"),
                remedy: Notice("table.export_or_download"))
        }
        do {
            _ = try UTF8Span(validating: text.span)
            return nil
        } catch {
            let isCutOff = error.kind == .truncatedScalar && error.byteOffsets.upperBound == text.count
            if isCutOff && isAtEnd && start == end {
                return TabularError(
                    file: file, line: line, what: Notice("table.cut_off"),
                    remedy: Notice("table.download_or_export"))
            }
            return TabularError(
                file: file, line: line, what: Notice("table.bad_bytes", dialect.encoding.name),
                remedy: Notice("table.keep_encoding"))
        }
    }

    /// Moves the unread bytes to the front, doubles the buffer if they fill it, and reads on.
    private func refill() throws(TabularError) {
        let unread = end - start
        if start > 0 {
            buffer.withUnsafeMutableBytes { bytes in
                let source = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
                UnsafeMutableRawBufferPointer(rebasing: bytes[..<unread]).copyMemory(from: source)
            }
        }
        start = 0
        end = unread
        if buffer.count - end < TextStream.characterBytesMax {
            buffer.append(contentsOf: repeatElement(0, count: buffer.count))
        }
        // Converted text comes in small pieces; a long record is scanned again for every refill.
        repeat {
            let count = try text.read(into: &buffer, from: end)
            end += count
            isAtEnd = count == 0
        } while !isAtEnd && buffer.count - end >= TextStream.characterBytesMax
    }
}
