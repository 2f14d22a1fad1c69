import Domain

extension Cell {
    /// An amount as staff write it, as fen: in ten thousands where the cell says so (`1.2万`, `1.2万元`) or, with `inWan`, where
    /// its column does (`销售额（万元）`); else in yuan.
    ///
    /// Refused is a cell that says otherwise than its column: `5000元` below 万元, and `1.2万` there, which may be either.
    package static func fen(_ text: String, inWan: Bool) throws(Refusal) -> Int64? {
        try fen(text, .unknown, inWan: inWan)
    }

    /// The same of a cell of a known kind.
    static func fen(_ text: String, _ kind: CellKind, inWan: Bool) throws(Refusal) -> Int64? {
        guard inWan else { return try fen(text, kind, allowsWan: true) }
        let amount = halfWidth(cleaned(text)).filter { $0 != " " }
        if isEmpty(amount) || isError(amount) { return try fen(amount, kind) }
        if amount.hasSuffix("万元") { return try fen(amount, kind, allowsWan: true) }
        if amount.hasSuffix("元") || amount.hasSuffix("万") {
            throw Refusal(what: Notice("table.yuan_or_wan"), remedy: Notice("table.one_unit"))
        }
        return try fen(amount + "万", kind, allowsWan: true)
    }
}
