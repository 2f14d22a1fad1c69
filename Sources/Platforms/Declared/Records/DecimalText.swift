internal import JSON

/// Decimal characters to an integer in units of 10^-`decimals`, without a floating point number on the way.
enum DecimalText {
    /// Reads `13.5`.
    ///
    /// Further decimals are rounded half to even where that is asked for, else they must be zeros.
    static func parse(
        _ text: UnsafeBufferPointer<UInt8>, decimals: Int, roundsHalfEven: Bool
    ) throws(JSONError.Reason) -> Int64 {
        let isNegative = text.first == UInt8(ascii: "-")
        let parts = text.dropFirst(isNegative ? 1 : 0)
            .split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = parts.count == 2 ? parts[1][...] : Slice(base: text, bounds: 0..<0)
        guard let whole = parts.first, !whole.isEmpty, parts.count == 1 || !fraction.isEmpty else {
            throw .notNumeric
        }
        let kept = fraction.prefix(decimals)
        let dropped = fraction.dropFirst(decimals)
        var value: Int64 = 0
        for byte in whole { value = try appending(byte, to: value) }
        for byte in kept { value = try appending(byte, to: value) }
        for _ in kept.count..<decimals { value = try appending(UInt8(ascii: "0"), to: value) }
        if try roundsUp(dropped, isOdd: value % 2 != 0, roundsHalfEven: roundsHalfEven) {
            guard value < .max else { throw .outOfRange }
            value += 1
        }
        return isNegative ? -value : value
    }

    private static func appending(_ byte: UInt8, to value: Int64) throws(JSONError.Reason) -> Int64 {
        let digit = try digit(byte)
        let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflowsToo) = tens.addingReportingOverflow(digit)
        guard !overflows, !overflowsToo else { throw .outOfRange }
        return sum
    }

    private static func digit(_ byte: UInt8) throws(JSONError.Reason) -> Int64 {
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { throw byte | 0x20 == UInt8(ascii: "e") ? .exponent : .notNumeric }
        return Int64(digit)
    }

    private static func roundsUp(
        _ dropped: some Collection<UInt8>, isOdd: Bool, roundsHalfEven: Bool
    ) throws(JSONError.Reason) -> Bool {
        var rest: Int64 = 0
        for byte in dropped.dropFirst() { rest |= try digit(byte) }
        guard let first = dropped.first else { return false }
        let tenth = try digit(first)
        guard roundsHalfEven || tenth == 0 && rest == 0 else { throw .tooManyDecimals }
        return tenth > 5 || tenth == 5 && (rest != 0 || isOdd)
    }
}

extension JSONView {
    /// The value in units of 10^-`decimals`.
    ///
    /// Throws where it is no such number.
    func decimal(decimals: Int, roundsHalfEven: Bool) throws(JSONError) -> Int64 {
        do {
            let value = try withBytes { (bytes) throws(JSONError.Reason) in
                try DecimalText.parse(bytes, decimals: decimals, roundsHalfEven: roundsHalfEven)
            }
            if let value { return value }
        } catch {
            throw JSONError(path: place, reason: error)
        }
        return try integer()
    }

    /// The way from the root, which a wrong read tells.
    private var place: String {
        do {
            _ = try array()
            return ""
        } catch {
            return error.path
        }
    }
}
