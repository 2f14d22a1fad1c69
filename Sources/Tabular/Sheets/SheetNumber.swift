/// A number as a sheet keeps it, in the decimal digits that Excel shows of it.
///
/// A sheet's number is a binary fraction: 7.1 may stand there as `7.1000000000000005`. Excel itself keeps and compares 15
/// significant digits, and every decimal of up to 15 digits comes back from a binary fraction unharmed; so a number with
/// more is rounded to 15, half away from zero, digit by digit. Whole numbers of more than 15 digits stay as they are written:
/// they are ids, and `Cell.identifier(_:_:)` says what they are worth.
enum SheetNumber {
    /// The significant digits that Excel keeps.
    static let digitsMax = 15
    /// Smaller numbers are what is left of a difference that is zero.
    private static let leadingZerosMax = 20

    /// Replaces the number as it is written, which are the bytes from `start` on, by its decimal digits: `1.64E1` is `16.4`.
    ///
    /// What is no number, or has more than 15 digits before the point, stays.
    static func normalise(_ bytes: inout [UInt8], from start: Int) {
        if isPlain(bytes[start...]) { return }
        guard var number = Decimal(bytes[start...]), number.wholeDigits <= digitsMax else { return }
        number.round(to: digitsMax)
        bytes.removeLast(bytes.count - start)
        number.append(to: &bytes)
    }

    /// Nothing but a sign, a point and up to 15 digits.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        text.count <= digitsMax
            && text.allSatisfy { Cell.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }

    private struct Decimal {
        private var isNegative = false
        /// Significant ones, each 0 to 9, without zeros in front.
        private var digits: [UInt8] = []
        /// So many digits stand before the point; below zero, so many zeros behind it before the first.
        private(set) var wholeDigits = 0

        /// Nil for what is no number.
        init?(_ text: ArraySlice<UInt8>) {
            var rest = text
            if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
                isNegative = rest.removeFirst() == UInt8(ascii: "-")
            }
            var hasPoint = false
            var hasDigit = false
            while let byte = rest.first, byte | 0x20 != UInt8(ascii: "e") {
                rest.removeFirst()
                if byte == UInt8(ascii: "."), !hasPoint {
                    hasPoint = true
                    continue
                }
                guard Cell.isDigit(byte) else { return nil }
                hasDigit = true
                if digits.isEmpty && byte == UInt8(ascii: "0") {
                    wholeDigits -= hasPoint ? 1 : 0
                } else {
                    digits.append(byte - UInt8(ascii: "0"))
                    wholeDigits += hasPoint ? 0 : 1
                }
            }
            guard hasDigit else { return nil }
            if rest.isEmpty { return }
            guard let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
                (-399...399).contains(exponent)
            else { return nil }
            wholeDigits += digits.isEmpty ? 0 : exponent
        }

        mutating func round(to count: Int) {
            if digits.count > count {
                let carries = digits[count] >= 5
                digits.removeLast(digits.count - count)
                if carries { carry() }
            }
            while digits.last == 0 { digits.removeLast() }
        }

        private mutating func carry() {
            var place = digits.count - 1
            while place >= 0, digits[place] == 9 {
                digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                digits[place] += 1
            } else {
                digits.insert(1, at: 0)
                wholeDigits += 1
            }
        }

        func append(to bytes: inout [UInt8]) {
            let isNothing = digits.isEmpty || wholeDigits < -leadingZerosMax
            if isNothing { return bytes.append(UInt8(ascii: "0")) }
            if isNegative { bytes.append(UInt8(ascii: "-")) }
            if wholeDigits <= 0 { bytes.append(UInt8(ascii: "0")) }
            for place in 0..<max(wholeDigits, 0) {
                bytes.append(UInt8(ascii: "0") + (place < digits.count ? digits[place] : 0))
            }
            guard digits.count > max(wholeDigits, 0) else { return }
            bytes.append(UInt8(ascii: "."))
            if wholeDigits < 0 {
                bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -wholeDigits))
            }
            for digit in digits[max(wholeDigits, 0)...] { bytes.append(UInt8(ascii: "0") + digit) }
        }
    }
}
