internal import CSimdjson
internal import Domain

extension JSONView {
    /// A whole number, written as number or text: `123`, `"-5"`, `1.00`.
    ///
    /// Throws the second group of ``JSONError/Reason``, with the path.
    package func integer() throws(JSONError) -> Int64 { try decimal(decimals: 0) }

    /// As ``integer()``; nil for null and for an empty text.
    package func integerIfPresent() throws(JSONError) -> Int64? {
        // Nearly all figures of a page are bare whole numbers.
        if tapeKind == CSIMDJSON_NUMBER, let number = Self.plain(span) { return number }
        return isBlank ? nil : try integer()
    }

    /// Whether a number or text is written in the digits 0 to 9 alone, as an id is.
    package var isAllDigits: Bool {
        (kind == .number || kind == .text) && span.allSatisfy { Self.isDigit($0) }
    }

    /// Fen, from yuan with at most two decimals, written as number or text: `19.9` is 1990.
    package func fen() throws(JSONError) -> Int64 { try decimal(decimals: 2) }

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

    /// A number in units of 10^-`decimals`, written as number or text.
    ///
    /// Further decimals must be zeros, unless they are to be rounded half to even.
    package func decimal(decimals: Int, roundsHalfEven: Bool = false) throws(JSONError) -> Int64 {
        guard kind == .number || kind == .text else {
            throw error(.wrongKind(expected: .number, found: kind))
        }
        do throws(DecimalText.Flaw) {
            return try DecimalText.parse(span, decimals: decimals, roundsHalfEven: roundsHalfEven)
        } catch {
            switch error {
            case .notNumeric: throw self.error(.notNumeric)
            case .exponent: throw self.error(.exponent)
            case .tooFine: throw self.error(decimals == 0 ? .fractional : .tooManyDecimals)
            case .outOfRange: throw self.error(.outOfRange)
            }
        }
    }

    /// The value of 1 to 18 digits and nothing else, which no `Int64` is too small for; nil for whatever else stands
    /// there.
    private static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard (1...18).contains(text.count) else { return nil }
        var value: Int64 = 0
        for byte in text {
            guard isDigit(byte) else { return nil }
            value = value &* 10 &+ Int64(byte & 0x0F)
        }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
