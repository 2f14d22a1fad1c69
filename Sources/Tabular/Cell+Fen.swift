extension Cell {
    /// An amount in yuan as fen; nil if the cell is empty.
    ///
    /// Accepted are a sign, `¥`, `￥` or `元`, commas between thousands, and decimals of which no third or
    /// later one is other than zero. Anything else is refused, `-` and `--` too.
    package static func fen(_ text: String) throws(Refusal) -> Int64? {
        let amount = cleaned(text)
        if amount.isEmpty { return nil }
        let (digits, isNegative) = withoutSignAndCurrency(amount)
        let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : "0"
        guard let yuan = wholeYuan(parts[0]), !decimals.isEmpty, decimals.utf8.allSatisfy(isDigit) else {
            throw Refusal(what: "不是金额\(shape(amount))", remedy: "请改成以元为单位的数字，如 12.30")
        }
        guard decimals.dropFirst(2).allSatisfy({ $0 == "0" }) else {
            throw Refusal(what: "金额比分还细\(shape(amount))", remedy: "请改成最多两位小数")
        }
        let cents = Int64((decimals + "0").prefix(2)) ?? 0
        let (hundredfold, overflows) = yuan.multipliedReportingOverflow(by: 100)
        let (fen, overflowsToo) = hundredfold.addingReportingOverflow(cents)
        if overflows || overflowsToo || fen > fenMax {
            throw Refusal(what: "金额大得不合理\(shape(amount))", remedy: "请检查这一格")
        }
        return isNegative ? -fen : fen
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

    /// Digits, with commas between all thousands or none.
    private static func wholeYuan(_ text: Substring) -> Int64? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        let areThousands = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        let isFirstShort = groups.count == 1 || groups[0].utf8.count <= 3
        guard areThousands, isFirstShort, groups.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) })
        else {
            return nil
        }
        return Int64(groups.joined())
    }
}
