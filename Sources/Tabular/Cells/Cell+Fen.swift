import Domain

extension Cell {
    /// An amount in yuan as fen; nil if the cell is empty, or a mark says so: `-`, `--`, `–`, `—`, `/`, `无`.
    ///
    /// Accepted are a sign, or brackets instead of a minus, `¥`, `￥` or `元`, commas between thousands, and decimals of
    /// which no third or later one is other than zero; all of them in full width, too. Anything else is refused. With
    /// `allowsWan` the amount may be in ten thousands: `1.5万`, `1.5万元`.
    package static func fen(_ text: String, allowsWan: Bool = false) throws(Refusal) -> Int64? {
        try fen(text, .unknown, allowsWan: allowsWan)
    }

    /// The same of a cell of a known kind: a number of a sheet is rounded to six decimals first, half to even.
    ///
    /// What lies beyond them is the dust of binary fractions: the sum of a column that comes to 53.9 may stand there as
    /// `53.899999999999636`. A third of a yuan is finer than a fen all the same, and refused.
    static func fen(_ text: String, _ kind: CellKind, allowsWan: Bool = false) throws(Refusal) -> Int64? {
        let cell = cleaned(text)
        // Nearly every cell is digits with two decimals.
        if let fen = cell.withBytes({ try? DecimalText.parse($0.bindMemory(to: UInt8.self), decimals: 2) }) {
            guard fen.magnitude <= fenMax.magnitude else { throw tooLarge }
            return fen
        }
        let amount = halfWidth(cell)
        if isEmpty(amount) { return nil }
        if isError(amount) { throw excelError }
        guard let written = try? WrittenAmount(amount) else {
            try expectExact(amount)
            throw notAnAmount
        }
        if written.isInWan && !allowsWan { throw notAnAmount }
        var plain = written.digits
        if kind == .number { plain = try withoutDust(plain) }
        // A ten-thousandth of 万 is a yuan, a millionth a fen.
        let fen = try whole(plain, decimals: written.isInWan ? 6 : 2)
        if fen > fenMax { throw tooLarge }
        return written.isNegative ? -fen : fen
    }

    private static func whole(_ plain: String, decimals: Int) throws(Refusal) -> Int64 {
        do throws(DecimalText.Flaw) {
            return try Array(plain.utf8).withUnsafeBufferPointer { (text) throws(DecimalText.Flaw) in
                try DecimalText.parse(text, decimals: decimals)
            }
        } catch {
            switch error {
            case .tooFine:
                throw Refusal(what: Notice("table.finer_than_fen"), remedy: Notice("table.two_decimals"))
            case .outOfRange: throw tooLarge
            case .notNumeric, .exponent: throw notAnAmount
            }
        }
    }

    /// Rounded to six decimals.
    private static func withoutDust(_ plain: String) throws(Refusal) -> String {
        let millionths: Int64
        do throws(DecimalText.Flaw) {
            millionths = try Array(plain.utf8).withUnsafeBufferPointer { (text) throws(DecimalText.Flaw) in
                try DecimalText.parse(text, decimals: 6, roundsHalfEven: true)
            }
        } catch {
            throw error == .outOfRange ? tooLarge : notAnAmount
        }
        let (yuan, rest) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
        return "\(yuan).\(String(rest + 1_000_000).dropFirst())"
    }

    private static var notAnAmount: Refusal {
        Refusal(what: Notice("table.no_amount"), remedy: Notice("table.write_yuan"))
    }

    private static var tooLarge: Refusal {
        Refusal(what: Notice("table.amount_too_large"), remedy: Notice("table.check_cell"))
    }

    /// A hundred billion yuan: no cell of an order file holds more.
    private static let fenMax: Int64 = 10_000_000_000_000

    /// An amount as it is written, taken apart.
    private struct WrittenAmount {
        /// Digits and a point.
        let digits: String
        var isNegative = false
        var isInWan = false

        init(_ amount: String) throws(Refusal) {
            var rest = amount[...]
            if rest.first == "(" && rest.last == ")" {
                isNegative = true
                rest = rest.dropFirst().dropLast()
            }
            var signs = isNegative ? 1 : 0
            while let first = rest.first, "+-¥￥ ".contains(first) {
                if first == "+" || first == "-" {
                    signs += 1
                    if signs > 1 { throw notAnAmount }
                    isNegative = first == "-"
                }
                rest.removeFirst()
            }
            if rest.last == "元" { rest.removeLast() }
            while rest.last == " " { rest.removeLast() }
            if rest.last == "万" {
                isInWan = true
                rest.removeLast()
            }
            while rest.last == " " { rest.removeLast() }
            let whole = rest.prefix { $0 != "." }
            guard let plain = Cell.withoutCommas(whole) else { throw notAnAmount }
            digits = plain + rest.dropFirst(whole.count)
        }
    }

    /// The digits of a whole number that has commas between all thousands or none; nil where it is none.
    static func withoutCommas(_ text: Substring) -> String? {
        let groups = text.split(separator: ",", omittingEmptySubsequences: false)
        let areThousands = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        let isFirstShort = groups.count == 1 || groups[0].utf8.count <= 3
        let areDigits = groups.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
        return areThousands && isFirstShort && areDigits ? groups.joined() : nil
    }
}
