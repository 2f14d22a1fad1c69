/// Decimal characters to an integer, without a floating point number on the way.
package enum DecimalText {
    /// Why characters are no such number.
    package enum Flaw: Error {
        case notNumeric
        /// `1.5e3`: digits may be lost already.
        case exponent
        /// There are more decimals, which are not zeros.
        case tooFine
        case outOfRange
    }

    /// The value in units of 10^-`decimals`: `-13.5` with two decimals is -1350.
    ///
    /// Further decimals must be zeros, unless they are to be rounded half to even.
    package static func parse(
        _ text: UnsafeBufferPointer<UInt8>, decimals: Int, roundsHalfEven: Bool = false
    ) throws(Flaw) -> Int64 {
        let isNegative = text.first == UInt8(ascii: "-")
        // Summed up below zero, because Int64 reaches one further there.
        var negated: Int64 = 0
        var hasPoint = false
        /// Before the point, then behind it.
        var digitCount = 0
        var firstDropped: UInt8 = 0
        var othersDropped: UInt8 = 0
        for byte in text.dropFirst(isNegative ? 1 : 0) {
            if byte == UInt8(ascii: "."), !hasPoint, digitCount > 0 {
                hasPoint = true
                digitCount = 0
                continue
            }
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else {
                throw digitCount > 0 && byte | 0x20 == UInt8(ascii: "e") ? .exponent : .notNumeric
            }
            digitCount += 1
            if !hasPoint || digitCount <= decimals {
                negated = try appending(digit, to: negated)
            } else if digitCount == decimals + 1 {
                firstDropped = digit
            } else {
                othersDropped |= digit
            }
        }
        guard digitCount > 0 else { throw .notNumeric }
        for _ in min(hasPoint ? digitCount : 0, decimals)..<decimals {
            negated = try appending(0, to: negated)
        }
        guard roundsHalfEven || firstDropped | othersDropped == 0 else { throw .tooFine }
        if firstDropped > 5 || firstDropped == 5 && (othersDropped != 0 || negated % 2 != 0) {
            guard negated > .min else { throw .outOfRange }
            negated -= 1
        }
        guard isNegative || negated != .min else { throw .outOfRange }
        return isNegative ? negated : -negated
    }

    private static func appending(_ digit: UInt8, to negated: Int64) throws(Flaw) -> Int64 {
        let (tens, overflows) = negated.multipliedReportingOverflow(by: 10)
        let (result, overflowsToo) = tens.subtractingReportingOverflow(Int64(digit))
        guard !overflows, !overflowsToo else { throw .outOfRange }
        return result
    }
}
