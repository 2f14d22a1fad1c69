package import Domain

/// What a cell of a merchant's export means, whatever Excel and the platforms' exporters did to it.
package enum Cell {
    /// Why a cell is refused, as half-sentences; its text is never told, which may be anything.
    package struct Refusal: Error, Equatable, Sendable {
        package let what: Notice
        package let remedy: Notice
        /// Excel may have replaced the last digits by zeros, but an intact id can look the same.
        var isPerhapsIntact = false
    }

    private static let quote = UInt8(ascii: "\"")
    private static let space = UInt8(ascii: " ")

    /// A cell's text without what marks it as text for Excel.
    ///
    /// Taken off are surrounding spaces (also full-width ones), tabs and
    /// line ends, `="…"` around it, `'` and backticks before it. Anything else stays, `--` too.
    package static func cleaned(_ text: String) -> String {
        var text = text
        return text.withUTF8 { cleaned($0) }
    }

    /// The same for UTF-8 bytes.
    static func cleaned(_ text: UnsafeBufferPointer<UInt8>) -> String {
        var rest = trimmed(text[...])
        var hasDoubledQuotes = false
        if rest.count >= 3, rest[rest.startIndex] == UInt8(ascii: "="), rest[rest.startIndex + 1] == quote,
            rest[rest.endIndex - 1] == quote
        {
            rest = trimmed(rest.dropFirst(2).dropLast())
            hasDoubledQuotes = rest.contains(quote)
        }
        while let first = rest.first, isTextMark(first) { rest = trimmed(rest.dropFirst()) }
        let result = String(decoding: UnsafeBufferPointer(rebasing: rest), as: UTF8.self)
        return hasDoubledQuotes ? result.replacing("\"\"", with: "\"") : result
    }

    /// Whether the cell is marked as text, so that Excel never took it for a number.
    static func isMarkedAsText(_ text: String) -> Bool {
        let trimmed = text.utf8.drop { $0 == space }
        guard let first = trimmed.first, let last = text.utf8.last(where: { $0 != space }) else {
            return false
        }
        return isTextMark(first) || first == UInt8(ascii: "=") || first == 0x09 || last == 0x09
    }

    private static func isTextMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }

    private static func trimmed(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<
        UnsafeBufferPointer<UInt8>
    > {
        var rest = text
        while let bytes = leadingSpace(rest) { rest = rest.dropFirst(bytes) }
        while let bytes = trailingSpace(rest) { rest = rest.dropLast(bytes) }
        return rest
    }

    private static func leadingSpace(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        switch text.first {
        case space, 0x09, 0x0A, 0x0D: 1
        case 0xC2, 0xE3, 0xEF: wideSpaces.first { text.starts(with: $0) }?.count
        default: nil
        }
    }

    private static func trailingSpace(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        switch text.last {
        case space, 0x09, 0x0A, 0x0D: 1
        case 0xA0, 0x80, 0xBF: wideSpaces.first { text.suffix($0.count).elementsEqual($0) }?.count
        default: nil
        }
    }

    /// No-break space, ideographic space, byte order mark.
    private static let wideSpaces: [[UInt8]] = [[0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF]]
}
