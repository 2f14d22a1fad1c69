/// Decimal characters to an integer, without a floating point number on the way.
enum FixedPoint {
    /// The value in units of 10^-`decimals`.
    ///
    /// Further decimals must be zeros.
    static func parse(
        _ text: UnsafeBufferPointer<UInt8>, decimals: Int
    ) throws(JSONError.Reason) -> Int64 {
        let isNegative = text.first == UInt8(ascii: "-")
        var at = isNegative ? 1 : 0
        let integerStart = at
        // Summed up below zero, because Int64 reaches one further there.
        var negated: Int64 = 0
        while at < text.count, let digit = digit(text[at]) {
            negated = try shifted(negated, digit)
            at += 1
        }
        guard at > integerStart else { throw .notNumeric }
        var places = 0
        var isInexact = false
        if at < text.count, text[at] == UInt8(ascii: ".") {
            at += 1
            let fractionStart = at
            while at < text.count, let digit = digit(text[at]) {
                if at - fractionStart < decimals {
                    negated = try shifted(negated, digit)
                    places += 1
                } else if digit != 0 {
                    isInexact = true
                }
                at += 1
            }
            guard at > fractionStart else { throw .notNumeric }
        }
        guard at == text.count else { throw text[at] | 0x20 == UInt8(ascii: "e") ? .exponent : .notNumeric }
        guard !isInexact else { throw decimals == 0 ? .fractional : .tooManyDecimals }
        for _ in places..<decimals { negated = try shifted(negated, 0) }
        guard isNegative || negated != .min else { throw .outOfRange }
        return isNegative ? negated : -negated
    }

    /// The value of 1 to 18 digits and nothing else, which no `Int64` is too small for; nil for whatever else stands
    /// there.
    static func plain(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard (1...18).contains(text.count) else { return nil }
        var value: Int64 = 0
        for byte in text {
            guard isDigit(byte) else { return nil }
            value = value &* 10 &+ Int64(byte & 0x0F)
        }
        return value
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func digit(_ byte: UInt8) -> Int64? {
        let digit = byte &- UInt8(ascii: "0")
        return digit < 10 ? Int64(digit) : nil
    }

    private static func shifted(_ negated: Int64, _ digit: Int64) throws(JSONError.Reason) -> Int64 {
        let (tens, overflows) = negated.multipliedReportingOverflow(by: 10)
        let (result, overflowsToo) = tens.subtractingReportingOverflow(digit)
        guard !overflows, !overflowsToo else { throw .outOfRange }
        return result
    }
}
