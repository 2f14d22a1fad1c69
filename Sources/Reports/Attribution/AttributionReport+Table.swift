import Domain

extension AttributionReport {
    /// The report for a terminal: heading, rows, unassigned and totals, what is no sale, the proof, and what
    /// all of it rests on.
    package func table(in language: Language) -> String {
        ([heading(language)] + filters(language)).joined(separator: "\n") + "\n\n" + body(language).text()
            + "\n"
            + (notes(language) + proof.lines(in: language) + coverage.lines(in: language)).joined(
                separator: "\n") + "\n"
    }

    /// The name of a row in the language.
    func name(of row: Row, in language: Language) -> String {
        switch scope.by {
        case .kind: PartyKind(rawValue: row.key)?.name(in: language) ?? row.name
        case .channel: Channel(key: row.key)?.name(in: language) ?? row.name
        case .shop: Channel(key: row.name)?.name(in: language) ?? row.name
        default: row.name
        }
    }

    private func heading(_ language: Language) -> String {
        let key = scope.by.name(in: language)
        return [
            language.text("归属报告", "Attribution"), "\(scope.from) \(language.text("至", "to")) \(scope.to)",
            scope.leg.name(in: language), language.text("按\(key)", "by \(key)"),
            scope.dated.name(in: language),
        ].joined(separator: "  ")
    }

    private func filters(_ language: Language) -> [String] {
        guard !scope.only.isEmpty else { return [] }
        let conditions = scope.only.map { "\($0.key.name(in: language))=\($0.value)".forTerminal }
        return [language.text("筛选：", "only: ") + conditions.joined(separator: language.text("，", ", "))]
    }

    private func body(_ language: Language) -> TextTable {
        let isNamed = rows.contains { !name(of: $0, in: language).isEmpty }
        let figures = Self.figureTitles(language).map { TextTable.Column($0, .right) }
        let names = isNamed ? [TextTable.Column(language.text("名称", "name"))] : []
        var table = TextTable(columns: [TextTable.Column(scope.by.name(in: language))] + names + figures)
        let weights = (rows.map(\.sums) + [unassigned, totals] + reasons.map(\.sums)).map { Grams($0.grams) }
        let decimals = Grams.decimals(for: weights)
        func cells(_ label: String, _ name: String, _ sums: CreditSums) -> [String] {
            [label] + (isNamed ? [name] : []) + sums.figures(decimals: decimals)
        }
        for row in rows {
            let label = row.key.isEmpty ? language.text("（无）", "(none)") : row.key
            table.add(cells(label, name(of: row, in: language), row.sums))
        }
        table.addFooter(cells(language.text("未归属", "unassigned"), "", unassigned))
        for share in reasons {
            let reason = share.reason.name(in: language)
            table.addFooter(cells(language.text("  其中 ", "  of it ") + reason, "", share.sums))
        }
        table.addFooter(cells(language.text("合计", "total"), "", totals))
        return table
    }

    private static func figureTitles(_ language: Language) -> [String] {
        switch language {
        case .chinese: ["订单", "子订单", "实付(元)", "退款(元)", "净额(元)", "重量(吨)", "有重量(%)"]
        case .english: ["orders", "lines", "paid (yuan)", "refunded", "net", "tonnes", "weighed %"]
        }
    }

    private func notes(_ language: Language) -> [String] {
        var notes = [
            language.text(
                "非销售（未付款、赠品、样品等，不计入上表）：\(notSales.orders.grouped) 单，\(notSales.lines.grouped) 行，"
                    + "\(Fen(notSales.paidFen).grouped) 元",
                "not sales (unpaid, gifts, samples …; outside the table): \(notSales.orders.grouped.counted("order", "orders")), "
                    + "\(notSales.lines.grouped.counted("line", "lines")), \(Fen(notSales.paidFen).grouped) yuan"
            )
        ]
        if scope.dated != .paid {
            notes.append(
                language.text(
                    "以下核对按销售日计：这些天卖出的是否都有去处，与上表的日期口径不同",
                    "The proof below is of sale days: whether all that was sold on these days is accounted for; the table "
                        + "above is dated otherwise"))
        }
        let all = rows.map(\.sums) + [unassigned]
        func overlap(_ parts: [CreditSums], in whole: CreditSums) -> Bool {
            parts.reduce(0) { $0 + $1.orders } > whole.orders
                || parts.reduce(0) { $0 + $1.lines } > whole.lines
        }
        if overlap(all, in: totals) || overlap(reasons.map(\.sums), in: unassigned) {
            notes.append(
                language.text(
                    "同一订单可以出现在几行里，合计中只计一次。", "An order can stand in several rows; the total counts it once."))
        }
        if (all + [totals]).contains(where: { $0.knownGrams == nil }) {
            notes.append(
                language.text("重量为“—”：没有一行有明确重量。", "Tonnes “—”: no line has a clear weight."))
        }
        return notes + [""]
    }
}

extension CreditSums {
    fileprivate func figures(decimals: Int) -> [String] {
        [
            orders.grouped, lines.grouped, Fen(paidFen).grouped, Fen(refundedFen).grouped,
            Fen(netFen).grouped,
            knownGrams?.tonnes(decimals: decimals) ?? "—", BasisPoints.percent(gramsCoverBasisPoints),
        ]
    }
}
