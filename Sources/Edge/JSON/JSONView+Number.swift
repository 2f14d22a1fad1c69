internal import CSimdjson

extension JSONView {
    /// A whole number, written as number or text: `123`, `"-5"`, `1.00`.
    ///
    /// Throws the second group of ``JSONError/Reason``, with the path.
    package func integer() throws(JSONError) -> Int64 { try fixedPoint(decimals: 0) }

    /// As ``integer()``; nil for null and for an empty text.
    package func integerIfPresent() throws(JSONError) -> Int64? {
        // Nearly all figures of a page are bare whole numbers.
        if tapeKind == CSIMDJSON_NUMBER, let number = FixedPoint.plain(span) { return number }
        return isBlank ? nil : try integer()
    }

    /// Whether a number or text is written in the digits 0 to 9 alone, as an id is.
    package var isAllDigits: Bool {
        (kind == .number || kind == .text) && span.allSatisfy { FixedPoint.isDigit($0) }
    }

    /// Fen, from yuan with at most two decimals, written as number or text: `19.9` is 1990.
    package func fen() throws(JSONError) -> Int64 { try fixedPoint(decimals: 2) }

    /// As ``fen()``; nil for null and for an empty text.
    package func fenIfPresent() throws(JSONError) -> Int64? { isBlank ? nil : try fen() }

    /// `true`, `false`, 0 or 1, bare or as text.
    package func bool() throws(JSONError) -> Bool {
        switch tapeKind {
        case CSIMDJSON_TRUE: return true
        case CSIMDJSON_FALSE: return false
        case CSIMDJSON_TEXT, CSIMDJSON_NUMBER:
            if isWritten("1") || isWritten("true") { return true }
            if isWritten("0") || isWritten("false") { return false }
            throw error(.notBoolean)
        default: throw error(.wrongKind(expected: .boolean, found: kind))
        }
    }

    /// As ``bool()``; nil for null and for an empty text.
    package func boolIfPresent() throws(JSONError) -> Bool? { isBlank ? nil : try bool() }

    /// Whether this is null or an empty text, which platforms write for a figure they don't have.
    var isBlank: Bool { isNull || tapeKind == CSIMDJSON_TEXT && span.isEmpty }

    func isWritten(_ word: StaticString) -> Bool {
        word.withUTF8Buffer { span.elementsEqual($0) }
    }

    private func fixedPoint(decimals: Int) throws(JSONError) -> Int64 {
        guard kind == .number || kind == .text else {
            throw error(.wrongKind(expected: .number, found: kind))
        }
        do {
            return try FixedPoint.parse(span, decimals: decimals)
        } catch {
            throw self.error(error)
        }
    }
}
