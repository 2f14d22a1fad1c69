import Domain

extension Cell {
    /// An amount in yuan as fen; nil if the cell is empty.
    ///
    /// Accepted are a sign, `¥`, `￥` or `元`, commas between thousands, and decimals of which no third or
    /// later one is other than zero. Anything else is refused, `-` and `--` too.
    package static func fen(_ text: String) throws(Refusal) -> Int64? {
        let amount = cleaned(text)
        if amount.isEmpty { return nil }
        let (digits, isNegative) = withoutSignAndCurrency(amount)
        let whole = digits.prefix { $0 != "." }
        guard var plain = withoutCommas(whole) else { throw notAnAmount }
        plain += digits.dropFirst(whole.count)
        let fen: Int64
        do throws(DecimalText.Flaw) {
            fen = try Array(plain.utf8).withUnsafeBufferPointer { (text) throws(DecimalText.Flaw) in
                try DecimalText.parse(text, decimals: 2)
            }
        } catch {
            switch error {
            case .tooFine:
                throw Refusal(what: Notice("table.finer_than_fen"), remedy: Notice("table.two_decimals"))
            case .outOfRange: throw tooLarge
            case .notNumeric, .exponent: throw notAnAmount
            }
        }
        if fen > fenMax { throw tooLarge }
        return isNegative ? -fen : fen
    }

    private static var notAnAmount: Refusal {
        Refusal(what: Notice("table.no_amount"), remedy: Notice("table.write_yuan"))
    }

    private static var tooLarge: Refusal {
        Refusal(what: Notice("table.amount_too_large"), remedy: Notice("table.check_cell"))
    }

    /// A hundred billion yuan: no cell of an order file holds more.
    private static let fenMax: Int64 = 10_000_000_000_000

    private static func withoutSignAndCurrency(_ amount: String) -> (digits: Substring, isNegative: Bool) {
        var rest = amount[...]
        var isNegative = false
        var signs = 0
        while let first = rest.first, "+-¥￥ ".contains(first) {
            if first == "+" || first == "-" {
                signs += 1
                if signs > 1 { break }
                isNegative = first == "-"
            }
            rest.removeFirst()
        }
        if rest.last == "元" { rest.removeLast() }
        while rest.last == " " { rest.removeLast() }
        return (rest, isNegative)
    }

    /// The digits of a whole number that has commas between all thousands or none; nil where it is none.
    private static func withoutCommas(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        let areThousands = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        let isFirstShort = groups.count == 1 || groups[0].utf8.count <= 3
        let areDigits = groups.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
        return areThousands && isFirstShort && areDigits ? groups.joined() : nil
    }
}
