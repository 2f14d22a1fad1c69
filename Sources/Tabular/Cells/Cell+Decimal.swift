import Domain

extension Cell {
    /// A number as plain decimal text: `1,200` is `1200`, `２．５` is `2.5`; anything else is refused.
    package static func decimal(_ text: String) throws(Refusal) -> String {
        let number = halfWidth(cleaned(text))
        let whole = number.prefix { $0 != "." }
        let decimals = number.dropFirst(whole.count)
        guard let digits = withoutCommas(whole), decimals.dropFirst().utf8.allSatisfy(isDigit),
            decimals.count != 1
        else {
            throw Refusal(what: Notice("table.no_number"), remedy: Notice("table.write_number"))
        }
        return digits + decimals
    }
}

extension TableRow {
    /// A number as plain decimal text, see `Cell.decimal(_:)`.
    package func decimal(_ column: Int) throws(TabularError) -> String {
        do {
            return try Cell.decimal(self[column])
        } catch {
            throw problem(column, error.what, error.remedy)
        }
    }
}
