package import Domain

extension Cell {
    /// How much, in a unit, as staff write it; nil if the cell is empty, or a mark says so: `-`, `--`, `–`, `—`, `/`, `无`.
    ///
    /// The unit stands in the cell (`13吨`, `8千斤`, `2.6万斤`, `0.5t`) or beside it in `unit`, a word of another cell or of the
    /// header; 千 and 万 before a unit, or behind the number, count. `unit` may stand in both where both say the same; with none
    /// it is pieces, or, with `needsUnit`, refused but for 0, which is so little of anything. What is only about so much
    /// (`约5吨`, `5吨左右`), or somewhere between (`1-2吨`), is refused: a figure that nobody has stated is none. Thousandths of
    /// the unit are kept, what is finer is refused.
    package static func quantity(
        _ text: String, unit: String = "", needsUnit: Bool = false
    ) throws(Refusal) -> Quantity? {
        let cell = halfWidth(cleaned(text))
        if isEmpty(cell) { return nil }
        if isError(cell) { throw excelError }
        try expectExact(cell)
        let digits = cell.prefix { "0123456789.,".contains($0) }
        guard let number = plainNumber(digits) else { throw noQuantity }
        let stated = try measure(cell.dropFirst(digits.count))
        let beside = try measure(halfWidth(cleaned(unit))[...])
        guard let measure = stated.joined(with: beside) else {
            throw Refusal(what: Notice("table.units_disagree"), remedy: Notice("table.one_unit"))
        }
        let milli = try milli(number, times: measure.factor)
        if needsUnit, measure.unit == nil, milli != 0 {
            throw Refusal(what: Notice("table.unit_unsaid"), remedy: Notice("table.say_unit"))
        }
        return Quantity(milli: milli, unit: measure.unit ?? .piece)
    }

    /// Whether a word is a unit, or so many of one, or nothing.
    package static func knowsUnit(_ word: String) -> Bool {
        (try? measure(halfWidth(cleaned(word))[...])) != nil
    }

    /// Throws where a text says that its figure is no exact one: about, more than, from … to.
    static func expectExact(_ text: String) throws(Refusal) {
        if roughWords.contains(where: text.contains) {
            throw Refusal(what: Notice("table.only_about"), remedy: Notice("table.write_exact"))
        }
        if text.contains(#/\d[^\d.,]*(?:-|~|～|—|–|至|到)\s*\d/#) {
            throw Refusal(what: Notice("table.from_to"), remedy: Notice("table.write_exact"))
        }
    }

    private static let roughWords = [
        "约", "大概", "左右", "上下", "近", "余", "多", "以上", "以内", "以下", "超", "不到", "不足", "几", "±", ">", "<",
    ]

    /// A unit and how many of it are meant at once; without a unit a bare 万 counts for the unit of another cell.
    private struct Measure {
        var unit: Quantity.Unit?
        var factor: Int64 = 1

        /// What two cells say of one figure; nil where they contradict each other.
        ///
        /// `1.2万` or `1.2万斤` beside 斤 is 12,000 斤; `13吨` beside 吨 is 13 吨; `1.2万` beside 万斤 may be either, and is
        /// refused.
        func joined(with other: Measure) -> Measure? {
            guard let unit else {
                guard factor == 1 || other.factor == 1 else { return nil }
                return Measure(unit: other.unit, factor: factor * other.factor)
            }
            guard let its = other.unit else { return other.factor == 1 ? self : nil }
            return its == unit && (other.factor == factor || other.factor == 1) ? self : nil
        }
    }

    /// 万斤: ten thousand times a 斤; 千克 is a unit by itself.
    private static func measure(_ text: Substring) throws(Refusal) -> Measure {
        let word = text.filter { $0 != " " }
        if word.isEmpty { return Measure() }
        if let unit = Quantity.Unit(word: word) { return Measure(unit: unit) }
        guard let (_, factor) = multiples.first(where: { word.hasPrefix($0.0) }) else { throw noUnit }
        let rest = String(word.dropFirst())
        if rest.isEmpty { return Measure(factor: factor) }
        guard let unit = Quantity.Unit(word: rest) else { throw noUnit }
        return Measure(unit: unit, factor: factor)
    }

    private static let multiples: [(String, Int64)] = [
        ("万", 10_000), ("千", 1000), ("百", 100), ("亿", 100_000_000),
    ]

    private static func plainNumber(_ text: Substring) -> String? {
        let whole = text.prefix { $0 != "." }
        let decimals = text.dropFirst(whole.count)
        guard let digits = withoutCommas(whole), decimals.dropFirst().utf8.allSatisfy(isDigit),
            decimals.count != 1
        else { return nil }
        return digits + decimals
    }

    /// The thousandths of a number that is meant so many times; exact, or refused.
    private static func milli(_ number: String, times factor: Int64) throws(Refusal) -> Int64 {
        // Of a hundred million each, eight more decimals are whole ones.
        var (decimals, power) = (3, factor)
        while power > 1 { (decimals, power) = (decimals + 1, power / 10) }
        do throws(DecimalText.Flaw) {
            return try Array(number.utf8).withUnsafeBufferPointer { (text) throws(DecimalText.Flaw) in
                try DecimalText.parse(text, decimals: decimals)
            }
        } catch {
            switch error {
            case .tooFine:
                throw Refusal(what: Notice("table.quantity_too_fine"), remedy: Notice("table.write_exact"))
            case .outOfRange:
                throw Refusal(what: Notice("table.amount_too_large"), remedy: Notice("table.check_cell"))
            case .notNumeric, .exponent: throw noQuantity
            }
        }
    }

    private static var noQuantity: Refusal {
        Refusal(what: Notice("table.no_quantity"), remedy: Notice("table.write_quantity"))
    }

    private static var noUnit: Refusal {
        Refusal(what: Notice("table.no_unit"), remedy: Notice("table.write_quantity"))
    }
}

extension TableRow {
    /// How much, in a unit, see `Cell.quantity(_:unit:needsUnit:)`; nil where the cell is empty or missing.
    ///
    /// `unit` is the word of another cell, of the header, or empty.
    package func quantity(
        _ column: Int?, unit: String = "", needsUnit: Bool = false
    ) throws(TabularError) -> Quantity? {
        do {
            return try Cell.quantity(self[column], unit: unit, needsUnit: needsUnit)
        } catch {
            throw problem(column, error.what, error.remedy)
        }
    }
}
