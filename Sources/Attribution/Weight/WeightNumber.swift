/// A number as written: `2.5` is 25 with one decimal, 半 is 5 with one decimal.
struct WeightNumber {
    var digits: Int64
    var decimals = 0

    /// More digits than any weight or count has: a phone or article number.
    static let digitsMax: Int64 = 9_999_999

    /// The number, if it is whole.
    var whole: Int64? { decimals == 0 ? digits : nil }

    /// This many units in grams, if that is a whole number of grams.
    func grams(unitGrams: Int64) -> Int64? {
        var divisor: Int64 = 1
        for _ in 0..<decimals { divisor *= 10 }
        let product = digits * unitGrams
        return product % divisor == 0 ? product / divisor : nil
    }
}

extension WeightText {
    /// Whether a number may start here.
    var isAtNumber: Bool { current.startsNumber }

    /// What a place where a number may start turned out to hold.
    enum NumberReading {
        case number(WeightNumber)
        /// Chinese digits in a row: 三五斤 is three to five.
        case approximate
        /// Too long, or with too many decimals.
        case senseless
    }

    /// Reads the number that starts here.
    mutating func takeNumber() -> NumberReading {
        if current.isASCIIDigit { return takeDigits() }
        if skip("半") { return .number(WeightNumber(digits: 5, decimals: 1)) }
        return takeNumeral()
    }

    private mutating func takeDigits() -> NumberReading {
        var number = WeightNumber(digits: 0)
        var isSenseless = false
        func append(_ scalar: Unicode.Scalar) {
            number.digits = number.digits * 10 + Int64(scalar.value - 0x30)
            if number.digits > WeightNumber.digitsMax {
                isSenseless = true
                number.digits = 0
            }
        }
        while current.isASCIIDigit || isAtThousandsComma {
            let scalar = take()
            if scalar.isASCIIDigit { append(scalar) }
        }
        if current == ".", following.isASCIIDigit {
            skip()
            while current.isASCIIDigit {
                append(take())
                number.decimals += 1
            }
        }
        return isSenseless || number.decimals > 4 ? .senseless : .number(number)
    }

    private mutating func takeNumeral() -> NumberReading {
        var total: Int64 = 0
        var last: Int64?
        var isApproximate = false
        while true {
            if let digit = current.numeralDigit {
                isApproximate = isApproximate || last != nil
                last = digit
            } else if current == "十" {
                total += (last ?? 1) * 10
                last = nil
            } else if current == "百", let hundreds = last {
                total += hundreds * 100
                last = nil
            } else {
                break
            }
            // 两 is a number only at the front and before what it counts: 两斤, but 三两.
            skip()
            if current == "两" { break }
        }
        return isApproximate || total > 10_000
            ? .approximate : .number(WeightNumber(digits: total + (last ?? 0)))
    }
}

extension Unicode.Scalar {
    /// Whether a number may start with it.
    var startsNumber: Bool {
        switch self {
        case "0"..."9", "一", "二", "两", "三", "四", "五", "六", "七", "八", "九", "十", "半": true
        default: false
        }
    }

    /// 1 to 9 for 一 to 九, 2 for 两.
    fileprivate var numeralDigit: Int64? {
        switch self {
        case "一": 1
        case "二", "两": 2
        case "三": 3
        case "四": 4
        case "五": 5
        case "六": 6
        case "七": 7
        case "八": 8
        case "九": 9
        default: nil
        }
    }
}
